import type { PassageReading, TextReading } from '../plan/reading';
import type { Heading, Paragraph } from '../syntax/block';
import { isLabelLine } from '../syntax/line';
import { placeOf } from '../syntax/joined';
import { range } from '../text/position';
import { ALL_KINDS, wholeDocument, type Mention, type Rule, type Verdict } from './rule';
import type { PassageView } from './view';

const MESSAGES = {
  one: {
    zh: '这一段与前文一段完全相同。请核对，多余的一段应当删去。',
    en: 'This paragraph is word for word one that stands above. Check it, and delete one of the two.',
  },
  many: {
    zh: '从这里起连续 {count} 段与前文完全相同，多半是粘贴了两次。请核对，多余的应当删去。',
    en: 'From here on {count} paragraphs are word for word those above, as if pasted twice. Check them, and delete one set.',
  },
  first: { zh: '前文相同的一段', en: 'The same paragraph above' },
  remove: { zh: '删去重复的 {count} 段', en: 'Delete the repeated paragraphs ({count})' },
} as const;

/** A shorter paragraph may well be said twice (UTF-16 units without white space). */
const MIN_LENGTH = 40;
const MAX_SHOWN = 40;

/** A paragraph told by its words: `hash` of them; `removable` where it takes whole lines and has no number. */
interface Said {
  readonly hash: number | null;
  readonly removable: boolean;
}

/** What separates documents in one file: an annex may repeat what stands in another. */
const ANNEX: Said = { hash: null, removable: false };

/**
 * A paragraph that stands in the document twice, white space aside. Titles, annotations on lines of their own and table
 * rows are repeated as a matter of course, and so are the notes on the forms of several annexes.
 * Source: consistency.
 */
export const rule: Rule = {
  id: 'duplicate-paragraph',
  title: { zh: '整段重复', en: 'Repeated paragraph' },
  topic: 'structure',
  severity: 'warning',
  strength: '实务',
  basis: {
    zh: '《党政机关公文处理工作条例》第十九条（三）：表述准确，文字精练',
    en: 'Regulations on official documents, art. 19 (3): precise and concise',
  },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  whole: wholeDocument<Said>({ inPassage: mentionsIn, conclude, comparedBy: ({ hash }) => hash }),
};

function mentionsIn(reading: PassageView): readonly Mention<Said>[] {
  const mentions: Mention<Said>[] = [];
  for (const block of reading.passage.blocks) {
    if (block.kind === 'heading' && block.annex)
      mentions.push({ said: ANNEX, range: range(block.line, 0, block.endLine, 1) });
    if ((block.kind !== 'paragraph' && block.kind !== 'heading') || block.text.length < MIN_LENGTH) continue;
    const item = block.kind === 'paragraph' ? reading.readings.get(block) : null;
    if (item?.kind === 'text' && isRepeatedAnyway(item)) continue;
    const hash = hashOf(block.text, block.number?.end ?? 0);
    if (hash !== null) mentions.push(mentionOf(block, hash, reading));
  }
  return mentions;
}

function isRepeatedAnyway({ block, annotations }: TextReading): boolean {
  if ((block.head && block.title && !block.number) || isLabelLine(block.text)) return true;
  return annotations.length > 0 && block.text.slice(0, annotations[0]!.from).trim().length < MIN_LENGTH;
}

function mentionOf(block: Heading | Paragraph, hash: number, { passage }: PassageReading): Mention<Said> {
  const from = block.number?.end ?? /[^\s*#]/.exec(block.text)!.index;
  const clause = /[，。；：,;:！？]/.exec(block.text.slice(from + 1, from + MAX_SHOWN))?.index;
  const first = block.pieces[1]?.offset ?? block.text.length;
  const to = Math.min(from + 1 + (clause ?? MAX_SHOWN), first, block.text.length);
  const ownLines = passage.blocks.every(
    (other) => other === block || other.endLine < block.line || other.line > block.endLine,
  );
  // The blank line above goes too, so that what is left stands as it stood.
  const above = ownLines && block.line > 0 && passage.lines[block.line - 1]!.trim() === '' ? 1 : 0;
  return {
    said: { hash, removable: ownLines && block.number === null },
    range: { start: placeOf(block, from), end: placeOf(block, Math.max(to, from + 1), 'end') },
    places: [range(block.line - above, 0, block.endLine + 1, 0)],
  };
}

/**
 * 53 bits of a text and its length (cyrb53, public domain), white space and stars of Markdown aside: equal for equal words,
 * else hardly ever. `null` for a text too short to tell.
 */
function hashOf(text: string, from: number): number | null {
  let [a, b, length] = [0xdeadbeef, 0x41c6ce57, 0];
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isSkipped(code)) continue;
    length++;
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  if (length < MIN_LENGTH) return null;
  [a, b] = [a ^ length, b ^ length];
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/** What `/[\s*\u200b]/` matches. */
function isSkipped(code: number): boolean {
  if (code > 0x3000) return code === 0xfeff;
  if (code < 0x2000)
    return code === 0x20 || code === 0x2a || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x1680;
  return code <= 0x200b || code === 0x3000 || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
}

function conclude(said: readonly Said[]): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  let first = new Map<number, number>();
  let run: number[] = [];
  let above = -2;
  const close = (): void => {
    if (run.length > 0) verdicts.push(verdictOf(run, above - run.length + 1, said));
    run = [];
  };
  for (const [at, { hash }] of said.entries()) {
    const known = hash === null ? undefined : first.get(hash);
    if (known === undefined || known !== above + 1 || run.length === 0) close();
    if (hash === null) first = new Map();
    else if (known === undefined) first.set(hash, at);
    else {
      run.push(at);
      above = known;
    }
  }
  close();
  return verdicts;
}

/** What is said of paragraphs that repeat, one after the other, those from `first` on. */
function verdictOf(run: readonly number[], first: number, said: readonly Said[]): Verdict {
  const args = { count: run.length };
  const removable = run.every((at) => said[at]!.removable);
  return {
    at: run[0]!,
    message: run.length > 1 ? MESSAGES.many : MESSAGES.one,
    args,
    related: [{ at: first, message: MESSAGES.first }],
    ...(removable && {
      fixes: [{ title: MESSAGES.remove, args, safe: false, edits: run.map((at) => ({ at, place: 0, newText: '' })) }],
    }),
  };
}
