import type { Message, MessageArgs } from '../text/locale';
import { bodyOf, type Home } from '../units/body';
import type { Register, UnitEntry } from '../units/model';

/** How a spelling of a renamed unit is written from now on. */
export interface Respelt {
  readonly name: string;
  /**
   * `exact`: it follows from the old and the new name; `whole`: it does not (an abbreviation with other characters), so the
   * new name is put in its place as it is.
   */
  readonly how: 'exact' | 'whole';
}

/** What each spelling of a unit becomes when one of them, `old`, becomes `renamed`. */
export type Respell = (spelling: string) => Respelt;

interface Cut {
  readonly prefix: string;
  readonly core: string;
}

/**
 * Keeps spellings what they are: where the place or the level was written it stays, where it was left out it stays left out,
 * and a long form stays long. Only what the two names differ in is replaced.
 */
export function respelling(old: string, renamed: string, register: Register, home: Home): Respell {
  const cut = (name: string): Cut => cutPrefix(name, register, home);
  const before = cut(old);
  const after = renamed.startsWith(before.prefix)
    ? { prefix: before.prefix, core: renamed.slice(before.prefix.length) }
    : cut(renamed);
  const change = differenceOf(before.core, after.core);
  return (spelling) => {
    if (spelling === old) return { name: renamed, how: 'exact' };
    const own = cut(spelling);
    const prefix = own.prefix === before.prefix ? after.prefix : own.prefix;
    if (own.core === before.core) return { name: prefix + after.core, how: 'exact' };
    const core = applied(change, own.core);
    return core === null ? { name: prefix + after.core, how: 'whole' } : { name: prefix + core, how: 'exact' };
  };
}

/** The place or level a name begins with, as far as register and document tell. */
function cutPrefix(name: string, register: Register, { levels, place }: Home): Cut {
  const { prefix, how } = register.resolve(name);
  const known = how !== 'unknown' && how !== 'collective' && name.startsWith(prefix) ? prefix : '';
  const own = [known, place ?? '', ...levels].find(
    (one) => one !== '' && name.startsWith(one) && name.length > one.length + 1,
  );
  return own === undefined ? { prefix: '', core: name } : { prefix: own, core: name.slice(own.length) };
}

/** Where two names differ: the same before, then `from` against `to`, then the same after. */
interface Difference {
  readonly before: string;
  readonly from: string;
  readonly to: string;
  readonly after: string;
}

function differenceOf(old: string, renamed: string): Difference {
  const most = Math.min(old.length, renamed.length);
  let head = 0;
  while (head < most && old[head] === renamed[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === renamed[renamed.length - 1 - tail]) tail++;
  return {
    before: old.slice(0, head),
    from: old.slice(head, old.length - tail),
    to: renamed.slice(head, renamed.length - tail),
    after: old.slice(old.length - tail),
  };
}

/** What a body is, at the end of its name: 发改委 and 发展改革委 change it alike. */
const SORT_OF_BODY = /^(?:局|委|办|厅|部|委员会|办公室|中心)$/;

/** The same change in another spelling; `null` where it is not plain that it is the same (市场监管 in 市场监督管理). */
function applied({ before, from, to, after }: Difference, core: string): string | null {
  if (before === '' && core.startsWith(from) && (after === '' || from === '' || core[from.length] === after[0]))
    return to + core.slice(from.length);
  const sameBefore = core[core.length - from.length - 1] === before.at(-1);
  if (after === '' && core.endsWith(from) && (from === '' || sameBefore || SORT_OF_BODY.test(from)))
    return core.slice(0, core.length - from.length) + to;
  if (before === '' || after === '' || from === '') return null;
  const words = before.at(-1)! + from + after[0]!;
  const at = core.indexOf(words);
  if (at < 0 || core.includes(words, at + 1)) return null;
  return core.slice(0, at + 1) + to + core.slice(at + 1 + from.length);
}

const REFUSED = {
  empty: { zh: '单位名称不能为空。', en: 'The name of a unit cannot be empty.' },
  mark: {
    zh: '单位名称里不能有“{mark}”：顿号、逗号、分号、冒号、句号、空格和换行会把它分成几段。请去掉后再试。',
    en: 'The name of a unit cannot hold “{mark}”: separators, colons, full stops and spaces would cut it in pieces.',
  },
  bracket: {
    zh: '单位名称里的括号“{mark}”没有配对，会和责任括注混在一起。请补齐或者去掉。',
    en: 'The bracket “{mark}” in the name has no partner and would mix with the annotation round it.',
  },
  long: {
    zh: '单位名称太长（{count} 个字）。请用简称。',
    en: 'The name is too long ({count} characters). Use a short one.',
  },
  short: { zh: '单位名称至少两个字。', en: 'The name of a unit has two characters at least.' },
  noName: { zh: '“{name}”里没有汉字或字母，不是单位名称。', en: '“{name}” has no letter and is no name of a unit.' },
} as const satisfies Record<string, Message>;

const SEPARATOR = /[、，,；;：:。！？!?/／|<>《》〈〉*＊\s]/;
const LONGEST = 60;

/** Why a name cannot be given to a unit; `null` where it can. */
export function refuseName(name: string): { readonly message: Message; readonly args: MessageArgs } | null {
  if (name.trim() === '') return { message: REFUSED.empty, args: {} };
  const mark = SEPARATOR.exec(name)?.[0];
  if (mark !== undefined) return { message: REFUSED.mark, args: { mark: mark.trim() === '' ? '␣' : mark } };
  const bracket = unpaired(name);
  if (bracket !== null) return { message: REFUSED.bracket, args: { mark: bracket } };
  if (!/\p{Letter}/u.test(name)) return { message: REFUSED.noName, args: { name } };
  if (name.length < 2) return { message: REFUSED.short, args: {} };
  return name.length > LONGEST ? { message: REFUSED.long, args: { count: name.length } } : null;
}

const PAIRS = new Map([
  ['）', '（'],
  [')', '('],
  ['］', '［'],
  [']', '['],
  ['】', '【'],
  ['〕', '〔'],
]);

function unpaired(name: string): string | null {
  const open: string[] = [];
  for (const char of name) {
    if ([...PAIRS.values()].includes(char)) open.push(char);
    else if (PAIRS.has(char) && open.pop() !== PAIRS.get(char)) return char;
  }
  return open[0] ?? null;
}

/** The other unit of the workspace that already has this name; `null`: the name is free, or is another of the same unit's. */
export function ownerOf(
  name: string,
  body: string,
  named: Iterable<string>,
  { register, home }: { readonly register: Register; readonly home: Home },
): string | null {
  const resolution = register.resolve(name);
  const theirs = bodyOf(resolution, home);
  if (theirs === body) return null;
  const entry: UnitEntry | null = resolution.entry;
  if (entry?.origin === 'local' && resolution.how !== 'branch') return entry.name;
  for (const other of named) if (other === name || bodyOf(register.resolve(other), home) === theirs) return other;
  return null;
}
