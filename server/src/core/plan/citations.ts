/** The number a cited document stands with: （国办发〔2018〕37号）. */
export interface CitedNumber {
  readonly text: string;
  /** With its brackets. */
  readonly from: number;
  readonly to: number;
}

/** A title between 《 and 》. Offsets are UTF-16 units. */
export interface Citation {
  /** Without the marks. */
  readonly title: string;
  readonly from: number;
  /** After the closing mark. */
  readonly to: number;
  readonly number: CitedNumber | null;
  /** It stands inside another title: 《……实施〈……〉办法》. */
  readonly nested: boolean;
}

const OPENING = '《〈<';
const CLOSING = '》〉>';
const ANY_CLOSING = /[》〉>]/;
/** No title is longer; what is not closed by then is none. */
const LONGEST_TITLE = 200;
const NUMBER =
  /\s*[（(]\s*([^（）()〔〕[\]【】]{1,24}[〔[【（(]\s*(?:19|20)\d\d\s*[〕\]】）)]\s*第?\s*\d+\s*号?)[^（）()]{0,12}[）)]/y;

/** All titles cited in a text, outer ones before those inside them, and the document numbers right behind them. */
export function citationsIn(text: string): readonly Citation[] {
  const found: Citation[] = [];
  let closing = -1;
  for (let at = text.indexOf('《'); at >= 0;) {
    if (closing < at) closing = closingFrom(text, at);
    if (closing < 0) break;
    const to = closing - at < LONGEST_TITLE ? closeOf(text, at) : null;
    if (to === null) {
      at = text.indexOf('《', at + 1);
      continue;
    }
    found.push(citation(text, at, to, false));
    addNested(found, text, at + 1, to - 1);
    at = text.indexOf('《', to);
  }
  return found;
}

function citation(text: string, from: number, to: number, nested: boolean): Citation {
  return { title: text.slice(from + 1, to - 1), from, to, number: nested ? null : numberAt(text, to), nested };
}

function addNested(found: Citation[], text: string, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    if (!OPENING.includes(text[at]!)) continue;
    const close = closeOf(text, at);
    if (close === null || close > to) return;
    found.push(citation(text, at, close, true));
    at = close - 1;
  }
}

/** The next closing mark of any kind, -1 if none comes. */
function closingFrom(text: string, from: number): number {
  const next = text.slice(from).search(ANY_CLOSING);
  return next < 0 ? -1 : from + next;
}

/** Where the title that opens at `from` is closed. Inner marks of any kind are paired by counting. */
function closeOf(text: string, from: number): number | null {
  const end = Math.min(text.length, from + LONGEST_TITLE);
  let depth = 0;
  for (let at = from; at < end; at++) {
    const character = text[at]!;
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character) && --depth === 0) return at + 1;
    else if (character === '\n') return null;
  }
  // 《甲《乙》: the inner title was left open; the first closing mark ends it.
  const first = text.slice(from, end).indexOf('》');
  return first < 0 ? null : from + first + 1;
}

function numberAt(text: string, at: number): CitedNumber | null {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (!match) return null;
  return { text: match[1]!, from: at + match[0].search(/[（(]/), to: at + match[0].length };
}
