import { TRAIT } from '../text/traits';
import { isItemMark } from './halfWidth';
import { ALL_KINDS, NOTHING, wholeDocument, type Rule, type Verdict, type WordMention, type Words } from './rule';

const MESSAGES = {
  open: { zh: '“{mark}”没有配对的后一半，请补上或删去。', en: '{mark} is never closed; close it or remove it.' },
  close: { zh: '“{mark}”没有配对的前一半，请补上或删去。', en: '{mark} was never opened; open it or remove it.' },
  wrongWay: { zh: '引号前后两个方向相同，请改正。', en: 'Both quotation marks of a pair point the same way.' },
  add: { zh: '在段末补“{mark}”', en: 'Add {mark} at the end' },
  turn: { zh: '改为“{mark}”', en: 'Change to {mark}' },
} as const;

/** Marks that come in pairs. Brackets of both widths are one family: a pair of unlike ones is told by another rule. */
const FAMILIES = [
  { open: '（(', close: '）)' },
  { open: '《', close: '》' },
  { open: '“', close: '”' },
  { open: '〔', close: '〕' },
  { open: '【', close: '】' },
] as const;
const MARKS = /[（()）《》“”〔〕【】]/g;

interface Said {
  readonly family: number;
  /** The marks without a partner, in order: `o` an opening one, `c` a closing one. */
  readonly left: string;
  readonly marks: readonly string[];
  /** An opening quotation mark at the very beginning: quoted paragraphs each have one, and only the last one closes. */
  readonly begins: boolean;
  /** Where a closing mark may be added at the end of the text. */
  readonly endable: boolean;
}

const [ROUND, ROUND_END, TITLE, TITLE_END, QUOTE, QUOTE_END] = Array.from('（）《》“”', (mark) => mark.charCodeAt(0));

/** Whether all full-width brackets and quotation marks close in turn, as in most texts. Of the rare ones any is too many. */
function isBalanced(text: string): boolean {
  let [round, titles, quotes] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Most characters lie between the marks.
    if (code > 0x3015 && code < 0xff00) continue;
    if (code === ROUND) round++;
    else if (code === ROUND_END) round--;
    else if (code === TITLE) titles++;
    else if (code === TITLE_END) titles--;
    else if (code === QUOTE) quotes++;
    else if (code === QUOTE_END) quotes--;
    else if (code >= 0x3010 && code <= 0x3015) return false;
    if (round < 0 || titles < 0 || quotes < 0) return false;
  }
  return round === 0 && titles === 0 && quotes === 0;
}

function mentionsIn({ text, traits, kind }: Words): readonly WordMention<Said>[] {
  if (!(traits & TRAIT.paired)) return NOTHING;
  const begins = traits & TRAIT.quote && text.startsWith('“');
  if (!begins && !(traits & TRAIT.halfWidth) && isBalanced(text)) return NOTHING;
  const open: number[][] = FAMILIES.map(() => []);
  const lone: number[][] = FAMILIES.map(() => []);
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (isInterval(text, index)) continue;
    const family = FAMILIES.findIndex((one) => one.open.includes(mark) || one.close.includes(mark));
    if (FAMILIES[family]!.open.includes(mark)) open[family]!.push(index);
    else if (open[family]!.pop() === undefined && !(family === 0 && isItemMark(text, index))) lone[family]!.push(index);
  }
  return FAMILIES.flatMap(({ open: opening }, family): WordMention<Said>[] => {
    const places = [...lone[family]!, ...open[family]!].sort((a, b) => a - b);
    // Quoted paragraphs each begin with a mark: the last of them has a partner, and is told for the sake of the others.
    const begins = opening === '“' && text.startsWith('“');
    const [first = begins ? 0 : null] = places;
    if (first === null) return [];
    const marks = places.map((at) => text[at]!);
    const left = marks.map((mark) => (opening.includes(mark) ? 'o' : 'c')).join('');
    // What ends in the middle of a list is still being written, or torn.
    if (left === 'o' && /[：:、，,（(]$/u.test(text)) return [];
    const endable = kind !== 'title' && left === 'o' && !/[。；]./u.test(text.slice(first));
    const end = endEdit(text);
    return [
      {
        said: { family, left, marks, begins, endable },
        from: first,
        to: first + 1,
        places: [...places.map((at) => [at, at + 1] as const), [end, end]],
      },
    ];
  });
}

/** Whether a bracket is one end of an interval of numbers, [0, 5) or (5, 10]. */
function isInterval(text: string, at: number): boolean {
  if (text[at] === '(') return /^[\d.%+∞\-—~～]{1,8}[,，]\s?[\d.%+∞-]{1,8}\]/.test(text.slice(at + 1, at + 20));
  return text[at] === ')' && /\[[\d.%+∞-]{1,8}[,，]\s?[\d.%+∞-]{1,8}$/.test(text.slice(Math.max(0, at - 20), at));
}

/** Where a closing mark goes: before the full stop that ends the text. */
function endEdit(text: string): number {
  const end = text.trimEnd().length;
  return /[。；]/.test(text[end - 1] ?? '') ? end - 1 : end;
}

/**
 * Numbers of mentions with a mark that finds no partner in the other blocks either. A title on several lines and a quotation
 * torn by the end of a page leave one half in each of two blocks, so halves that could belong together are let go.
 */
function unpaired(said: readonly Said[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const family of FAMILIES.keys()) {
    const pending: number[] = [];
    for (const [at, one] of said.entries()) {
      if (one.family !== family) continue;
      if (one.begins && pending.length > 0 && said[pending.at(-1)!]!.begins) pending.pop();
      for (const side of one.left) {
        if (side === 'o') pending.push(at);
        else if (pending.pop() === undefined) found.add(at);
      }
    }
    for (const at of pending) found.add(at);
  }
  return found;
}

function verdictOf(at: number, { family, left, marks, endable }: Said): Verdict {
  const [mark = ''] = marks;
  const { open, close } = FAMILIES[family]!;
  if (open === '“' && (left === 'oo' || left === 'cc')) {
    const [place, newText] = left === 'oo' ? [1, '”'] : [0, '“'];
    const fix = { title: MESSAGES.turn, args: { mark: newText }, safe: false, edits: [{ at, place, newText }] };
    return { at, message: MESSAGES.wrongWay, fixes: [fix] };
  }
  const message = left.startsWith('o') ? MESSAGES.open : MESSAGES.close;
  if (!endable) return { at, message, args: { mark } };
  const newText = close[open.indexOf(mark)]!;
  const fix = { title: MESSAGES.add, args: { mark: newText }, safe: false, edits: [{ at, place: 1, newText }] };
  return { at, message, args: { mark }, fixes: [fix] };
}

/**
 * Brackets, title marks and quotation marks of which one half is missing, after torn lines have been joined.
 * Source: GB/T 15834—2011, 4.8, 4.9, 4.15: they are used in pairs.
 */
export const rule: Rule = {
  id: 'bracket-mismatch',
  title: { zh: '括号引号不成对', en: 'Unpaired brackets or quotation marks' },
  topic: 'text',
  severity: 'error',
  strength: '规定',
  basis: { zh: 'GB/T 15834—2011 4.8、4.9、4.15', en: 'GB/T 15834—2011, 4.8, 4.9, 4.15' },
  followsFrom: ['responsibility-malformed'],
  fixable: 'confirm',
  kinds: ALL_KINDS,
  whole: wholeDocument<Said>({
    inWords: mentionsIn,
    conclude: (said) => [...unpaired(said)].sort((a, b) => a - b).map((at) => verdictOf(at, said[at]!)),
  }),
};
