import { isSpace } from '../text/numerals';
import { withoutComments, type Joined, type Piece } from './joined';
import {
  endsClosed,
  endsComment,
  isAnnexLine,
  isBlank,
  isDateLine,
  isLabelLine,
  isTitleLine,
  opensItem,
  runsOn,
  TAIL,
  type Torn,
} from './line';
import { readNumber, skipMarks, type Numbering } from './numbering';
import type { Reading } from './passage';
import { splitRunIns } from './runIn';
import { enterScheme, NO_LEVELS } from './state';

/** A paragraph may run on over so many blank lines. */
export const MAX_BLANKS = 4;
/** A numbered line without a full stop is a heading up to this length (UTF-16 units); longer ones are measures. */
const MAX_HEADING = 60;
/** A first sentence up to this length is the run-in head of its measure (“（一）强化领导。各级……”). */
const MAX_RUN_IN_HEAD = 40;
const MAX_PLAIN_HEADING = 30;

/** Reads the text block or blocks that start on the reading's line: joins torn lines, then cuts at run-in numbers. */
export function readParagraph(reading: Reading): void {
  const joined = joinTorn(reading.lines, reading.at);
  const last = joined.pieces[joined.pieces.length - 1]!.line;
  for (const part of splitRunIns(joined, reading.state.head)) readText(reading, withoutComments(part));
  reading.at = last + 1;
}

/** The line `first` and those it runs on into. */
function joinTorn(lines: readonly string[], first: number): Joined {
  const line = lines[first]!;
  const pieces: Piece[] = [{ offset: 0, line: first, character: 0 }];
  if ((opensItem(line) && isBareHeading(line)) || isTitleLine(bareOf(line))) return { text: line, pieces };
  const parts = [line];
  let torn: Torn = { first: line, tail: line, length: line.length };
  for (let last = first, next = nextLine(lines, first); next > 0; last = next, next = nextLine(lines, last)) {
    const below = lines[next]!;
    if (!runsOn(torn, below, next === last + 1)) break;
    pieces.push({ offset: torn.length, line: next, character: 0 });
    parts.push(below);
    // Only the tail is looked at again, so that a thousand torn lines do not cost a million looks.
    torn = { first: line, tail: (torn.tail.slice(-TAIL) + below).slice(-TAIL), length: torn.length + below.length };
  }
  return { text: parts.join(''), pieces };
}

function nextLine(lines: readonly string[], from: number): number {
  for (let at = from + 1; at < lines.length && at <= from + 1 + MAX_BLANKS; at++) if (!isBlank(lines[at]!)) return at;
  return -1;
}

const isCommentLine = (line: string): boolean => line.startsWith('<!--') && endsComment(line);

function bareOf(line: string): string {
  let bare = line.slice(skipMarks(line, 0)).trimEnd();
  // A loop and no regex: this is asked of every line, and most end in neither.
  while (bare.endsWith('*')) bare = bare.slice(0, -1).trimEnd();
  return bare;
}

/** A numbered line that is a whole heading by itself, so that a following line never belongs to it. */
function isBareHeading(line: string): boolean {
  const text = bareOf(line);
  return (
    text.length <= 30 && !/[。；，、,]/.test(text.slice(4)) && !text.endsWith('：') && !/[（(《“]/.test(text.slice(6))
  );
}

function readText(reading: Reading, joined: Joined): void {
  const { text } = joined;
  const from = skipMarks(text, 0);
  if (from >= text.length) return;
  const number = readNumber(text, from);
  const hashes = /^\s*#+/.test(text);
  if (number) readNumbered(reading, joined, number);
  else if (isAnnexLine(text)) readAnnex(reading, joined, from);
  else if (isTitleLine(bareOf(text))) readTitle(reading, joined, from);
  else if (hashes ? !isLetterhead(text) : isPlainHeading(reading, joined)) readPlainHeading(reading, joined, from);
  else pushParagraph(reading, joined, null, null);
}

/** 某某文件: the red head of an official document; a converter that made it a Markdown heading was wrong. */
const isLetterhead = (text: string): boolean => /文件[\s*]*$/.test(text);

const placed = (joined: Joined): { line: number; endLine: number } => ({
  line: joined.pieces[0]!.line,
  endLine: joined.pieces[joined.pieces.length - 1]!.line,
});

/** `[start, end)` without white space and Markdown marks at its ends. */
function trimmed(text: string, start: number, end: number): readonly [number, number] {
  let to = end;
  while (to > start && (isSpace(text.charCodeAt(to - 1)) || text[to - 1] === '*')) to--;
  const from = Math.min(skipMarks(text, start), to);
  return [from, to];
}

const ANNOTATED = /(?:单位|部门|主体|分工)\s*[:：]|[（(〔[][^（）()]{2,60}(?:牵头|负责|配合)/;

function readNumbered(reading: Reading, joined: Joined, number: Numbering): void {
  const { text } = joined;
  const [start, end] = trimmed(text, number.end, text.length);
  const body = text.slice(start, end);
  const stop = body.search(/[。；！？]/);
  const annotated = ANNOTATED.test(body);
  const entered = enterScheme(reading.state, number.scheme);
  const { level } = entered;
  reading.state = {
    ...reading.state,
    schemes: entered.schemes,
    levels: entered.levels,
    label: number.text,
    head: false,
  };
  const closes = stop < 0 || (stop === body.length - 1 && level <= 2 && !/\d{4}年/.test(body));
  if (closes && !annotated && body.length <= MAX_HEADING) {
    const title = trimmed(text, start, /[。：:]$/.test(body) ? end - 1 : end);
    reading.blocks.push({ kind: 'heading', ...placed(joined), ...joined, number, level, title, annex: false });
    return;
  }
  if (reading.state.table) reading.state = { ...reading.state, table: null };
  const head = runInHead(body, annotated);
  const title = head === 0 ? null : trimmed(text, start, start + head);
  pushParagraph(reading, joined, number, title, level);
}

/** Length of the run-in head of a measure's text, without its closing mark; 0 if it has none. */
function runInHead(body: string, annotated: boolean): number {
  const stop = body.search(/[。；！？]/);
  const colon = body.search(/[：:]/);
  const bracket = annotated ? body.search(/[（(〔[](?=[^（）()]*(?:单位|部门|牵头|负责))/) : -1;
  if (colon > 0 && colon <= 20 && (stop < 0 || colon < stop) && (bracket < 0 || colon < bracket)) return colon;
  if (stop > 0 && stop <= MAX_RUN_IN_HEAD && (bracket < 0 || stop < bracket)) return stop;
  return stop < 0 && bracket > 0 && bracket <= MAX_RUN_IN_HEAD ? bracket : 0;
}

function readAnnex(reading: Reading, joined: Joined, from: number): void {
  reading.state = { ...reading.state, schemes: [], levels: NO_LEVELS, label: null, head: true, table: null };
  const title = trimmed(joined.text, from, joined.text.length);
  reading.blocks.push({ kind: 'heading', ...placed(joined), ...joined, number: null, level: 1, title, annex: true });
}

/** A title opens a document: numbering starts anew (the plan after its notice, the table after its plan). */
function readTitle(reading: Reading, joined: Joined, from: number): void {
  reading.state = { ...reading.state, schemes: [], levels: NO_LEVELS, label: null, head: true, table: null };
  pushParagraph(reading, joined, null, trimmed(joined.text, from, joined.text.length));
}

/** A short line without punctuation that stands over a paragraph or a numbered measure; never at the document's head. */
function isPlainHeading(reading: Reading, joined: Joined): boolean {
  const text = joined.text.trim();
  if (reading.state.head || joined.pieces.length > 1 || text.length > MAX_PLAIN_HEADING || text.length < 4)
    return false;
  // Only a line after which no cut is made may look at the line below it.
  if (endsClosed(text) || isDateLine(text) || isLabelLine(text) || /[。；，,\t|]/.test(text)) return false;
  const line = joined.pieces[0]!.line;
  if (reading.lines[line]!.trim() !== text) return false;
  let next = nextLine(reading.lines, line);
  // No cut is made round a comment of one line (see `isSafeStart`), so what stands below it is known here.
  while (next > 0 && isCommentLine(reading.lines[next]!)) next = nextLine(reading.lines, next);
  if (next < 0) return false;
  const below = reading.lines[next]!;
  return !isDateLine(below) && (opensItem(below) || below.length >= 40);
}

function readPlainHeading(reading: Reading, joined: Joined, from: number): void {
  const entered = enterScheme(reading.state, 'plain');
  const title = trimmed(joined.text, from, joined.text.length);
  reading.state = { ...reading.state, schemes: entered.schemes, levels: entered.levels, label: null };
  const { level } = entered;
  reading.blocks.push({ kind: 'heading', ...placed(joined), ...joined, number: null, level, title, annex: false });
}

function pushParagraph(
  reading: Reading,
  joined: Joined,
  number: Numbering | null,
  title: readonly [number, number] | null,
  level = 0,
): void {
  const { label, head } = reading.state;
  reading.blocks.push({ kind: 'paragraph', ...placed(joined), ...joined, number, level, title, label, head });
}
