import { isSpace } from '../text/numerals';
import { placeOf, type Joined, type Piece } from './joined';
import { readNumber } from './numbering';

const LONG_LINE = 60;
/** From this length on, a line with several numbers in it is taken for a whole document on one line. */
const WHOLE_DOCUMENT = 300;

/** The part `[start, end)` of a joined text, with its own pieces. */
export function slice(joined: Joined, start: number, end: number): Joined {
  if (start === 0 && end === joined.text.length) return joined;
  const { line, character } = placeOf(joined, start);
  const pieces: Piece[] = [{ offset: 0, line, character }];
  for (const piece of joined.pieces) {
    if (piece.offset > start && piece.offset < end) pieces.push({ ...piece, offset: piece.offset - start });
  }
  return { text: joined.text.slice(start, end), pieces };
}

/**
 * Cuts a paragraph in which several items stand one after the other (“……。（责任单位：甲） 2.做……”): before a number that
 * follows white space or a closed responsibility annotation. A text that is a whole document on one line is also cut
 * after its headings and, in its head, at every space.
 */
export function splitRunIns(joined: Joined, head: boolean): readonly Joined[] {
  const { text } = joined;
  if (text.length < LONG_LINE) return [joined];
  const cuts = findCuts(text);
  const whole = cuts.length >= (text.length >= WHOLE_DOCUMENT ? 2 : 3);
  const all = whole ? [...cuts, ...cutsOfWholeDocument(text, cuts, head)].sort((a, b) => a - b) : cuts;
  if (all.length === 0) return [joined];
  const parts: Joined[] = [];
  let from = 0;
  for (const cut of [...all, text.length]) {
    if (cut > from) parts.push(slice(joined, from, cut));
    from = cut;
  }
  return parts;
}

const ENDS_ITEM = '。；！？;!?）)〕]】”：';

function findCuts(text: string): number[] {
  const cuts: number[] = [];
  let arabic = 0;
  const candidate = /[\s\u3000]+(?=[（(]?[0-9一二三四五六七八九十①-⑳第])|[）)〕\]](?=[（(]?[0-9一二三四五六七八九十])/g;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const at = match.index + match[0].length;
    const spaced = isSpace(match[0].charCodeAt(0)) || match[0] === '\n';
    const before = text[match.index - 1] ?? '';
    const number = readNumber(text, at);
    if (!number || match.index < 2) continue;
    // 2. after 1., or a 1. that begins a list: the numbers themselves vouch for each other.
    const inTurn = number.scheme === 'arabic' && (number.value === arabic + 1 || number.value === 1);
    const ends = ENDS_ITEM.includes(before) || inTurn || isFollowedByProse(text, at);
    if (!(spaced ? ends : closesAnnotation(text, match.index))) continue;
    cuts.push(at);
    if (number.scheme === 'arabic') arabic = number.value;
  }
  return cuts;
}

/** After a space and mere text a number is trusted only when a fair stretch of the text stands before the next space. */
function isFollowedByProse(text: string, at: number): boolean {
  const space = text.slice(at, at + 60).search(/[\s\u3000]/);
  return /^[一二三四五六七八九十]+、|^[（(][一二三四五六七八九十]+[）)]/.test(text.slice(at, at + 8)) || space < 0;
}

const MAX_ANNOTATION = 3000;

/** Whether the bracket that closes at `close` holds a responsibility. */
function closesAnnotation(text: string, close: number): boolean {
  // Looked for a fixed stretch back only, or long texts without such a bracket would be searched to their start each time.
  const first = Math.max(0, close - MAX_ANNOTATION);
  let open = close - 1;
  while (open >= first && !'（(〔['.includes(text[open]!)) open--;
  return open >= first && /单位|部门|牵头|负责/.test(text.slice(open, close));
}

/** In a document on one line a space also ends a heading; before the first number every space ends a line. */
function cutsOfWholeDocument(text: string, cuts: readonly number[], head: boolean): number[] {
  const more: number[] = [];
  const first = cuts[0] ?? 0;
  let [next, start] = [0, -1];
  for (let at = 1; at < text.length; at++) {
    if (!isSpace(text.charCodeAt(at - 1)) || isSpace(text.charCodeAt(at))) continue;
    while (next < cuts.length && cuts[next]! < at) start = cuts[next++]!;
    if (cuts[next] === at) continue;
    if (at < first ? head : start >= 0 && isTitle(text.slice(start, Math.min(at, start + 60)), at - start))
      more.push(at);
  }
  return more;
}

/** Whether what stands between a number and a space is nothing but a short title. */
function isTitle(text: string, length: number): boolean {
  const title = text.trim();
  return length < 60 && title !== '' && title.length <= 40 && !/[。；！？\s]/.test(title) && !ANNOTATED.test(title);
}

const ANNOTATED = /单位[:：]|部门[:：]|负责[）)]/;
