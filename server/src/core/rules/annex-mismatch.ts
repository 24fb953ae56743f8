import { isTitleLine } from '../syntax/line';
import { annexesIn, listedIn, type AnnexSaid } from './annexes';
import { ALL_KINDS, wholeDocument, type Rule, type Verdict } from './rule';

const MESSAGES = {
  mark: {
    zh: '附件名称后不加标点。请删去“{mark}”。',
    en: 'The name of an annex takes no mark after it. Delete “{mark}”.',
  },
  differs: {
    zh: '附件{number}的标题与附件说明不一致，附件说明写作“{name}”。请改为一致。',
    en: 'The title of annex {number} is not the one in the list of annexes, “{name}”. Make them the same.',
  },
  unlisted: {
    zh: '附件说明只列到附件{last}，没有这个附件{number}。请补入附件说明，或者核对序号。',
    en: 'The list of annexes ends at {last} and does not have this annex {number}. Add it there, or check its number.',
  },
  note: { zh: '附件说明', en: 'The list of annexes' },
  remove: { zh: '删去“{mark}”', en: 'Delete “{mark}”' },
  rename: { zh: '附件说明改为“{title}”', en: 'Write “{title}” in the list of annexes' },
} as const;

/**
 * The list of annexes below a document and the annexes themselves: names take no mark behind them, and title and number
 * of each annex are those of the list. Source: GB/T 9704—2012, 7.3.4 and 7.3.7.
 */
export const rule: Rule = {
  id: 'annex-mismatch',
  title: { zh: '附件说明与附件不符', en: 'Annexes differ from their list' },
  topic: 'structure',
  severity: 'warning',
  strength: '规定',
  basis: {
    zh: 'GB/T 9704—2012，7.3.4（附件名称后不加标点）、7.3.7（附件标题与附件说明一致）',
    en: 'GB/T 9704—2012, 7.3.4 and 7.3.7',
  },
  fixable: 'safe',
  kinds: ALL_KINDS,
  whole: wholeDocument<AnnexSaid>({ inPassage: annexesIn, conclude }),
};

function conclude(said: readonly AnnexSaid[]): readonly Verdict[] {
  const listed = listedIn(said);
  if (listed.size === 0) return [];
  const marks = [...listed.values()].flatMap((at) => markAfter(at, said));
  const annexes = said.flatMap((one, at) => (one.sort === 'annex' ? annexAt(at, one, said, listed) : []));
  return [...marks, ...annexes];
}

const nameAt = (said: readonly AnnexSaid[], at: number): string => {
  const one = said[at]!;
  return one.sort === 'note' || one.sort === 'line' ? one.name : '';
};

function markAfter(name: number, said: readonly AnnexSaid[]): readonly Verdict[] {
  const at = name + 1;
  const one = said[at];
  // Several names on one line have marks between them; what is right there is not to be told.
  if (one?.sort !== 'mark' || /[；;]|\d[.．、]/.test(nameAt(said, name))) return [];
  const args = { mark: one.mark };
  const fixes = [{ title: MESSAGES.remove, args, safe: true, edits: [{ at, newText: '' }] }];
  return [{ at, message: MESSAGES.mark, args, fixes }];
}

function annexAt(
  at: number,
  { value, lines }: AnnexSaid & { readonly sort: 'annex' },
  said: readonly AnnexSaid[],
  listed: ReadonlyMap<number, number>,
): readonly Verdict[] {
  const number = value ?? 1;
  const note = listed.get(number);
  if (note === undefined) {
    const last = Math.max(...listed.keys());
    if (listed.size < 2 || number <= last) return [];
    const related = [{ at: listed.get(last)!, message: MESSAGES.note }];
    return [{ at, message: MESSAGES.unlisted, args: { last, number }, related }];
  }
  const name = nameAt(said, note);
  const [first] = lines;
  if (first === undefined || name === '' || isSame(name, lines) || !isDifferent(name, lines)) return [];
  const title = isTitleLine(first) || lines.length < 2 ? first : lines.join('');
  const args = { number: value ?? '', name, title };
  return [
    {
      at,
      message: MESSAGES.differs,
      args,
      related: [{ at: note, message: MESSAGES.note }],
      fixes: [{ title: MESSAGES.rename, args, safe: false, edits: [{ at: note, newText: title }] }],
    },
  ];
}

/** A name without white space, brackets of citation, and remarks such as （另发）. */
const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s《》〈〉“”"*#]+/g, '')
    .replace(/\((?:另发|略|附后|另附|单独印发|样式|样表|式样)\)$/, '');

/** The lines of the title make up the name, or one of both is the other in full. */
function isSame(name: string, lines: readonly string[]): boolean {
  const wanted = bare(name);
  return [lines[0]!, lines.join(''), lines[1] ?? ''].some((line) => {
    const title = bare(line);
    return title !== '' && (title.includes(wanted) || (title.length >= 4 && wanted.includes(title)));
  });
}

const ALIKE = 0.5;

/** What stands below 附件1 is a title, and another one: it reads like a title, or shares much with the name. */
function isDifferent(name: string, lines: readonly string[]): boolean {
  return lines.some((line) => isTitleLine(line) || likeness(bare(name), bare(line)) >= ALIKE);
}

/** How many pairs of neighbouring characters two names share, from 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = (text: string): ReadonlySet<string> =>
    new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2)));
  const [left, right] = [pairs(a), pairs(b)];
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size);
}
