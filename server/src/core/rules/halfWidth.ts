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
  const addresses = addressesIn(text);
  const inAddress = (at: number): boolean => addresses.some(([from, to]) => from <= at && at < to);
  const start = NUMBER.exec(text);
  const { pairs, mixed } = pairBrackets(text, inAddress);
  const numberAt = start ? start[0].length - 1 : -1;
  return {
    points: [...text.matchAll(POINTS)].map(({ index }) => index).filter((at) => !inAddress(at) && isPoint(text, at)),
    pairs: pairs.filter((pair) => pair[0] !== numberAt && isChinesePair(text, pair)),
    mixed,
    number: pairs.find(([from]) => from === numberAt) ?? null,
  };
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
  if (mark === ':' && /[/\\)(\-:]/.test(after)) return false;
  if (mark === ';' && (/&#?\w{1,8}$/.test(text.slice(Math.max(0, at - 10), at)) || /[)(-]/.test(after))) return false;
  if (mark === '!' && after === '[') return false;
  return CHINESE.test(neighbour(text, at, -1)) || CHINESE.test(neighbour(text, at, 1));
}

function isChinesePair(text: string, [from, to]: Pair): boolean {
  // [words](address) of Markdown, and faces.
  if (text[from - 1] === ']') return false;
  const inside = text.slice(from + 1, to);
  if (!/[\p{L}\p{N}]/u.test(inside)) return false;
  return CHINESE.test(neighbour(text, from, -1)) || /\p{Script=Han}/u.test(inside);
}

/**
 * Pairs brackets of the same width first, so that a lone `1)` inside （…） takes no part; what is left over is mixed where
 * an opening one of one width comes before a closing one of the other.
 */
function pairBrackets(
  text: string,
  skip: (at: number) => boolean,
): { pairs: readonly Pair[]; mixed: readonly number[] } {
  const open: Record<'half' | 'full', number[]> = { half: [], full: [] };
  const pairs: Pair[] = [];
  const closing: number[] = [];
  for (const { 0: mark, index } of text.matchAll(BRACKETS)) {
    if (skip(index)) continue;
    const width = mark === '(' || mark === ')' ? 'half' : 'full';
    if (mark === '(' || mark === '（') {
      open[width].push(index);
      continue;
    }
    const from = open[width].pop();
    if (from === undefined) closing.push(index);
    else if (width === 'half') pairs.push([from, index]);
  }
  const mixed: number[] = [];
  const waiting: number[] = [];
  for (const at of [...open.half, ...open.full, ...closing].sort((a, b) => a - b)) {
    const mark = text[at]!;
    if (mark === '(' || mark === '（') {
      waiting.push(at);
      // A number or a letter before it makes it the mark of an item: 1)
    } else if (!isItemMark(text, at)) {
      const from = waiting.pop();
      if (from !== undefined) mixed.push(mark === ')' ? at : from);
    }
  }
  return { pairs: pairs.sort((a, b) => a[0] - b[0]), mixed };
}

/** Whether a closing bracket ends the number of an item, `1)` or `二）`, or a face, `:)`. */
export function isItemMark(text: string, at: number): boolean {
  return /(?:^|[\s，。；：、,;:.*|（(])(?:\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$|[:;=^]-?$/.test(
    text.slice(Math.max(0, at - 6), at),
  );
}
