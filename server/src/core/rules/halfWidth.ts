import { isWithin, type Span } from '../text/spans';
import { addressesIn } from './webAddress';

/** Half-width marks of a text that ought to be full-width, by offset. */
export interface HalfWidth {
  /** , ; : ! ? */
  readonly points: readonly number[];
  /** Brackets that close as they open, first and last offset. */
  readonly pairs: readonly Pair[];
  /** The half-width one of two brackets of which the other is full-width. */
  readonly mixed: readonly number[];
  /** The brackets of a number that begins the text, (一): another rule's matter unless all brackets are half-width. */
  readonly number: Pair | null;
}

export type Pair = readonly [from: number, to: number];

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '(': '（',
  ')': '）',
};

/** The full-width form of a half-width mark. */
export const fullWidth = (mark: string): string => FULL[mark] ?? mark;

/** Chinese characters and the marks that only Chinese text has. */
const CHINESE = /[\p{Script=Han}、。〈〉《》「」『』【】〔〕！（），：；？“”…]/u;
const NUMBER = /^[\s*#]*\((?=(?:[一二三四五六七八九十百]{1,4}|\d{1,3})\))/;
const BRACKETS = /[()（）]/g;
const POINTS = /[,;:!?]/g;

const NONE: HalfWidth = { points: [], pairs: [], mixed: [], number: null };

export function halfWidthIn(text: string): HalfWidth {
  if (!/[,;:!?()]/.test(text) || !/\p{Script=Han}/u.test(text)) return NONE;
  const [addresses, formulas] = [addressesIn(text).map(([from, to]) => ({ from, to })), formulasIn(text)];
  const isForeign = (at: number): boolean => isWithin(addresses, at) || isWithin(formulas, at);
  const start = NUMBER.exec(text);
  const { pairs, mixed } = pairBrackets(text, isForeign);
  const numberAt = start ? start[0].length - 1 : -1;
  return {
    points: [...text.matchAll(POINTS)].map(({ index }) => index).filter((at) => !isForeign(at) && isPoint(text, at)),
    pairs: pairs.filter((pair) => pair[0] !== numberAt && isChinesePair(text, pair)),
    mixed,
    number: pairs.find(([from]) => from === numberAt) ?? null,
  };
}

/** A function with its arguments, f(甲,乙), and code between backticks: their marks are no marks of the Chinese text. */
const FORMULA = /`[^`\n]{1,200}`|(?<![A-Za-z])(?:[A-Za-z]|[a-z]{2,8})\([^()（）。；\n]{1,80}\)/g;

function formulasIn(text: string): readonly Span[] {
  if (!text.includes('`') && !/[A-Za-z]\(/.test(text)) return [];
  return [...text.matchAll(FORMULA)]
    .filter(({ 0: words }) => words.startsWith('`') || words.includes(','))
    .map(({ 0: { length }, index }) => ({ from: index, to: index + length }));
}

/** The next character in one direction that is no blank, star of Markdown or half-width bracket; '' at the end. */
function neighbour(text: string, at: number, step: 1 | -1): string {
  let next = at + step;
  while (/[ *()\u00a0]/.test(text[next] ?? '')) next += step;
  return text[next] ?? '';
}

/** Whether a mark stands in Chinese: not inside numbers, times, entities, Latin sentences and faces. */
function isPoint(text: string, at: number): boolean {
  const mark = text[at]!;
  const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? ''];
  if (/\d/.test(before) && /\d/.test(after)) return false;
  // [^1]: a footnote of Markdown.
  if (mark === ':' && (/[/\\)(\-:]/.test(after) || /^\s*\[[^\]]+\]$/.test(text.slice(0, at)))) return false;
  if (mark === ';' && (/&#?\w{1,8}$/.test(text.slice(Math.max(0, at - 10), at)) || /[)(-]/.test(after))) return false;
  if (mark === '!' && after === '[') return false;
  return CHINESE.test(neighbour(text, at, -1)) || CHINESE.test(neighbour(text, at, 1));
}

function isChinesePair(text: string, [from, to]: Pair): boolean {
  // [words](address) of Markdown, and faces.
  if (text[from - 1] === ']') return false;
  // f(x), x=(…): a formula.
  if (/[A-Za-z=]/.test(text[from - 1] ?? '') && /[,=]/.test(text.slice(from, to))) return false;
  const inside = text.slice(from + 1, to);
  // The year of a document number takes brackets of its own.
  if (/^(?:19|20)\d\d$/.test(inside) && /^ ?第? ?\d{1,4} ?号/.test(text.slice(to + 1, to + 10))) return false;
  if (!/[\p{L}\p{N}]/u.test(inside)) return false;
  return CHINESE.test(neighbour(text, from, -1)) || /\p{Script=Han}/u.test(inside);
}

/** Pairs brackets whatever their width; the half-width one of an unlike pair is told apart. */
function pairBrackets(
  text: string,
  skip: (at: number) => boolean,
): { pairs: readonly Pair[]; mixed: readonly number[] } {
  const marks = [...text.matchAll(BRACKETS)].filter(({ index }) => !skip(index));
  const surplus = (open: string, close: string): number =>
    marks.reduce((sum, { 0: mark }) => sum + Number(mark === open) - Number(mark === close), 0);
  // Where the others are complete, what is left over ends the numbers of items: （见1)申请书）.
  const complete = { ')': surplus('（', '）') === 0, '）': surplus('(', ')') === 0 };
  const open: number[] = [];
  const pairs: Pair[] = [];
  const mixed: number[] = [];
  for (const { 0: mark, index } of marks) {
    if (mark === '(' || mark === '（') {
      open.push(index);
      continue;
    }
    const from = open.at(-1);
    if (from === undefined) continue;
    const like = (text[from] === '(') === (mark === ')');
    if (!like && complete[mark as ')' | '）'] && isNumbered(text, index) && !isFirst(text, from, index)) continue;
    open.pop();
    if (!like) mixed.push(mark === ')' ? index : from);
    else if (mark === ')') pairs.push([from, index]);
  }
  return { pairs: pairs.sort((a, b) => a[0] - b[0]), mixed: mixed.sort((a, b) => a - b) };
}

const isNumbered = (text: string, at: number): boolean => /[\da-zA-Z一二三四五六七八九十①-⑳]/.test(text[at - 1] ?? '');

/** Whether two brackets hold the number a text begins with: （一) */
function isFirst(text: string, from: number, to: number): boolean {
  return to - from <= 4 && /^[\s*#]*$/.test(text.slice(0, from));
}

/** Whether a closing bracket ends the number of an item, `1)` or `二）`, or a face, `:)`. */
export function isItemMark(text: string, at: number): boolean {
  return /(?:^|[\s，。；：、,;:.*|（(])(?:\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$|[:;=^]-?$/.test(
    text.slice(Math.max(0, at - 6), at),
  );
}
