import { rangeOf } from '../syntax/joined';
import { standsApart } from '../units/body';
import type { Register, Resolution, ResolutionHow } from '../units/model';
import { PlacedMention, type Assigned } from './places';
import { PLANS, wholeDocument, type Mention, type Rule, type RuleContext, type Verdict } from './rule';
import type { PassageView } from './view';

const MESSAGES = {
  variant: {
    zh: '“{name}”与“{usual}”是同一单位，全文多数写作“{usual}”（{others} 处）。请统一。',
    en: '“{name}” and “{usual}” are one body, mostly written “{usual}” ({others} places). Use one name.',
  },
  twin: {
    zh: '“{name}”与“{usual}”常为一个机构两块牌子，本文多用“{usual}”（{others} 处）。请核对是否同一单位，同一单位的宜统一。',
    en: '“{name}” and “{usual}” are often one body under two names; this text mostly has “{usual}” ({others} places).',
  },
  split: {
    zh: '“{name}”在本文又写作“{usual}”，是一个机构还是两个机构，请核对后统一。',
    en: 'This text also has “{usual}”. Make sure whether “{name}” is one body or two, and write it one way.',
  },
  other: { zh: '此处写作“{name}”', en: '“{name}” here' },
  replace: { zh: '改为“{usual}”', en: 'Change to “{usual}”' },
} as const;

/** A unit of a list, or two units side by side whose names put together are the name of one (`pair`). */
interface Named {
  readonly name: string;
  /** What it is: the entry and whose; empty where the name tells no more than itself. */
  readonly body: string;
  readonly prefix: string;
  readonly core: string;
  /** The first of its list. */
  readonly starts: boolean;
  readonly pair: boolean;
}

/**
 * One body under two names that are not full and short name of each other (区发改委, 区发改局), a name now joined and now
 * split in two, and names that are often the two signs of one office. Two names in the same list are two bodies.
 * Source: practice; one body is called by one name after its first mention.
 */
export const rule: Rule = {
  id: 'unit-name-inconsistent',
  title: { zh: '同一单位称谓前后不一', en: 'Inconsistent unit names' },
  topic: 'units',
  severity: 'warning',
  strength: '惯例',
  basis: { zh: '同一文件机构称谓统一，首次全称、其后简称', en: 'one body is called by one name in a document' },
  fixable: 'confirm',
  kinds: PLANS,
  whole: wholeDocument<Named>({ inPassage: mentionsOf, conclude }),
};

function mentionsOf(reading: PassageView, { register }: RuleContext): readonly Mention<Named>[] {
  return reading.assigned.flatMap((assigned) => inList(assigned, register));
}

const WITH_LEVEL = /^[省市区县旗盟州镇乡各]|街道/;

function inList({ joined, units }: Assigned, register: Register): readonly Mention<Named>[] {
  const found: Mention<Named>[] = [];
  for (const [index, one] of units.entries()) {
    if (!KNOWN.includes(one.resolution.how)) continue;
    const { unit } = one;
    const said = { name: unit.name, ...bodyOf(one.resolution), starts: found.length === 0, pair: false };
    found.push(new PlacedMention(said, one));
    const next = units[index + 1]?.unit;
    // The second half of a name has no level of its own.
    if (!next || joined.text.slice(unit.to, next.from) !== '、' || WITH_LEVEL.test(next.name)) continue;
    const name = unit.name + next.name;
    if (!KNOWN.includes(register.resolve(name).how)) continue;
    const pair = { name, body: '', prefix: '', core: '', starts: false, pair: true };
    found.push({ said: pair, range: rangeOf(joined, unit.from, next.to) });
  }
  return found;
}

/** How names of the tables are recognised; a department and its part (公安局交警大队) are two. */
const KNOWN: readonly ResolutionHow[] = ['exact', 'alias', 'full-name', 'prefix-restored'];

function bodyOf({ entry, prefix, core }: Resolution): Pick<Named, 'body' | 'prefix' | 'core'> {
  const is = entry !== null && (entry.kind === 'gov-dept' || entry.origin === 'local') && !standsApart(core);
  return { body: is ? entry.name : '', prefix, core };
}

/** Entries that are often one office under two names, by family. */
const FAMILIES: readonly (readonly string[])[] = [
  ['行政审批局', '政务办', '政务服务局'],
  ['数据资源管理局', '大数据局', '数据局', '政数局'],
];

/** One key for all entries that may be one office. */
const familyOf = (entry: string): string => FAMILIES.find((family) => family.includes(entry))?.[0] ?? entry;

function conclude(said: readonly Named[]): readonly Verdict[] {
  const names = countNames(said);
  return [...splitNames(said, names), ...variants(said, names)];
}

function countNames(
  said: readonly Named[],
): ReadonlyMap<string, { readonly named: Named; count: number; first: number }> {
  const names = new Map<string, { readonly named: Named; count: number; first: number }>();
  said.forEach((named, at) => {
    if (named.pair) return;
    const known = names.get(named.name);
    if (known) known.count++;
    else names.set(named.name, { named, count: 1, first: at });
  });
  return names;
}

type Names = ReturnType<typeof countNames>;

/** Both writings are shown: only the author knows which is right. */
function splitNames(said: readonly Named[], names: Names): readonly Verdict[] {
  const pairs = new Map<string, number>();
  said.forEach(({ pair, name }, at) => {
    if (pair && names.has(name) && !pairs.has(name)) pairs.set(name, at);
  });
  if (pairs.size === 0) return [];
  return said.flatMap(({ name, pair }, at): readonly Verdict[] => {
    const other = pairs.get(name);
    if (other === undefined) return [];
    const parts = said[other - 1]!.name;
    const apart = `${parts}、${name.slice(parts.length)}`;
    const [own, usual] = pair ? [apart, name] : [name, apart];
    const place = pair ? names.get(name)!.first : other;
    const related = [{ at: place, message: MESSAGES.other, args: { name: usual } }];
    const fix = { title: MESSAGES.replace, args: { usual }, safe: false, edits: [{ at, newText: usual }] };
    return [{ at, message: MESSAGES.split, args: { name: own, usual }, related, fixes: [fix] }];
  });
}

function variants(said: readonly Named[], names: Names): readonly Verdict[] {
  const groups = new Map<string, string[]>();
  for (const { named } of names.values()) {
    if (named.body === '') continue;
    const key = `${named.prefix} ${familyOf(named.body)}`;
    const list = groups.get(key);
    if (list) list.push(named.name);
    else groups.set(key, [named.name]);
  }
  const usualOf = new Map<string, { readonly usual: string; readonly twin: boolean }>();
  for (const group of groups.values()) {
    const usual = group.reduce((best, name) => (names.get(name)!.count > names.get(best)!.count ? name : best));
    for (const name of group) {
      const [one, other] = [names.get(name)!.named, names.get(usual)!.named];
      const twin = one.body !== other.body;
      if (name === usual || (!twin && isShortOf(one.core, other.core))) continue;
      usualOf.set(name, { usual, twin });
    }
  }
  if (usualOf.size === 0) return [];
  const together = inOneList(said, usualOf);
  return said.flatMap(({ name, pair }, at): readonly Verdict[] => {
    const found = pair || together.has(name) ? undefined : usualOf.get(name);
    if (!found) return [];
    const { usual, twin } = found;
    const { count: others, first } = names.get(usual)!;
    const related = [{ at: first, message: MESSAGES.other, args: { name: usual } }];
    const fix = { title: MESSAGES.replace, args: { usual }, safe: false, edits: [{ at, newText: usual }] };
    const args = { name, usual, others };
    return twin
      ? [{ at, message: MESSAGES.twin, args, severity: 'hint', related, fixes: [fix] }]
      : [{ at, message: MESSAGES.variant, args, related, fixes: [fix] }];
  });
}

/** Names that stand in one list with the usual name of what they may be: then they are two bodies. */
function inOneList(
  said: readonly Named[],
  usualOf: ReadonlyMap<string, { readonly usual: string }>,
): ReadonlySet<string> {
  const together = new Set<string>();
  let list: string[] = [];
  const close = (): void => {
    for (const name of list) if (list.includes(usualOf.get(name)?.usual ?? '')) together.add(name);
    list = [];
  };
  for (const { name, starts, pair } of said) {
    if (starts) close();
    if (!pair) list.push(name);
  }
  close();
  return together;
}

/** Whether one of two names is the other with characters left out: 应急局, 应急管理局. */
function isShortOf(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}
