import { isBodySign } from '../../plan/documentNumber';
import { lineAt, passageAt, type Source } from '../../syntax/source';
import { range, type Position, type TextEdit } from '../../text/position';
import type { Typed, TypingHelp } from './typing';

/**
 * Half-width marks typed behind Chinese text become the marks of Chinese text. Only what was just typed is looked at, with
 * what stands right before it: figures, addresses, Latin text and the signs of Markdown stay as they are.
 */
export const fullWidth: TypingHelp = {
  name: 'fullWidth',
  triggers: [',', ';', ':', '?', '!', '(', ')', '"', '.', '-', ']'],
  help,
};

/** The line round a character just typed; long lines are cut to what is near. */
interface Near {
  readonly line: number;
  /** Where the character stands. */
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

const WINDOW = 400;

const HAN = /\p{Script=Han}$/u;
/** What a Chinese sentence may have before , ; : ? ! */
const IN_SENTENCE = /[\p{Script=Han}”’》〉）〕】」』％]$/u;
/** What it may have before an opening bracket or quotation mark, besides. */
const IN_TEXT = /[\p{Script=Han}”’》〉）〕】」』％，。、；：？！“‘《〈（〔【「『…—]$/u;

const POINTS: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

function help({ plan: { source }, position, character }: Typed): readonly TextEdit[] {
  const text = lineAt(source, position.line);
  const at = position.character - 1;
  if (text[at] !== character || isAside(source, position)) return [];
  const near: Near = {
    line: position.line,
    at,
    before: text.slice(Math.max(0, at - WINDOW), at),
    after: text.slice(at + 1, at + 1 + WINDOW),
  };
  if (isCode(near.before) || isInComment(near.before)) return [];
  switch (character) {
    case '(':
      return opening(near);
    case ')':
      return closing(near);
    case '"':
      return quotation(near);
    case '.':
      return dots(near);
    case '-':
      return dashes(near);
    case ']':
      return year(near);
    default:
      return IN_SENTENCE.test(words(near.before)) ? [put(near, 0, POINTS[character]!)] : [];
  }
}

/** Front matter, comments and what a web page left are not the plan's own sentences. */
function isAside(source: Source, { line }: Position): boolean {
  const index = passageAt(source, line);
  const own = line - (source.starts[index] ?? 0);
  const block = source.passages[index]?.blocks.find((one) => one.line <= own && own <= one.endLine);
  return block?.kind === 'front-matter' || block?.kind === 'comment' || block?.kind === 'furniture';
}

const isCode = (before: string): boolean => (before.match(/`/g)?.length ?? 0) % 2 === 1;
const isInComment = (before: string): boolean => before.lastIndexOf('<!--') > before.lastIndexOf('-->');
/** Without the stars of Markdown at its end: **标题** */
const words = (before: string): string => before.replace(/\*{1,2}$/, '');

/** `text` in the place of what was typed and of `back` characters before it. */
function put({ line, at }: Near, back: number, text: string): TextEdit {
  return { range: range(line, at - back, line, at + 1), newText: text };
}

/** How many brackets are opened in `text` and not closed, whatever their width. */
function open(text: string): readonly string[] {
  const opened: string[] = [];
  for (const char of text) {
    if (char === '（' || char === '(') opened.push(char);
    else if (char === '）' || char === ')') opened.pop();
  }
  return opened;
}

/** A partner an editor put behind the caret is left: it becomes full-width when it is typed over. */
function opening(near: Near): readonly TextEdit[] {
  return IN_TEXT.test(words(near.before)) ? [put(near, 0, '（')] : [];
}

/** Closes as it was opened, whatever stands inside. */
function closing(near: Near): readonly TextEdit[] {
  return open(near.before).at(-1) === '（' ? [put(near, 0, '）')] : [];
}

function quotation(near: Near): readonly TextEdit[] {
  const { before } = near;
  const count = (mark: string): number => before.split(mark).length - 1;
  // Whoever began with straight marks goes on with them; cells of a table are quoted so.
  if (count('"') % 2 === 1) return [];
  if (count('“') > count('”')) return [put(near, 0, '”')];
  return IN_TEXT.test(words(before)) ? [put(near, 0, '“')] : [];
}

function dots(near: Near): readonly TextEdit[] {
  const { before } = near;
  return before.endsWith('..') && IN_SENTENCE.test(before.slice(0, -2)) ? [put(near, 2, '……')] : [];
}

/** Between times a dash of one em stands, so two hyphens behind one are left alone. */
function dashes(near: Near): readonly TextEdit[] {
  const { before, after } = near;
  const words = before.slice(0, -1);
  if (!before.endsWith('-') || after.startsWith('-') || /\d[年月日]$/.test(words)) return [];
  return IN_SENTENCE.test(words) ? [put(near, 1, '——')] : [];
}

/** The year of a document number, 云政发[2022]: its brackets have six corners. */
function year(near: Near): readonly TextEdit[] {
  const written = /\[((?:19|20)\d\d)$/.exec(near.before);
  if (!written) return [];
  const name = near.before.slice(0, written.index);
  return HAN.test(name) && isBodySign(name) ? [put(near, written[0].length, `〔${written[1]}〕`)] : [];
}
