import { rangeOf } from '../syntax/joined';
import { slipOf } from '../units/near';
import type { Register } from '../units/model';
import { isOwnWord, type Prose } from './prose';
import { ALL_KINDS, PLANS, wholeDocument, type Mention, type Rule, type RuleContext, type Verdict } from './rule';
import { nearNames } from './unknownNames';
import type { PassageView } from './view';
import type { Resolution } from '../units/model';

const MESSAGES = {
  slip: {
    zh: '“{name}”疑为“{suggestion}”之误，请核对单位名称。',
    en: '“{name}” seems to be a slip for “{suggestion}”. Check the name.',
  },
  often: {
    zh: '“{name}”疑为“{suggestion}”之误：本文另有 {count} 处写作“{suggestion}”。',
    en: '“{name}” seems to be a slip for “{suggestion}”, as written in {count} other places.',
  },
  near: {
    zh: '“{name}”不在单位名录中（全文 {count} 处），是否应为“{suggestion}”？确有此单位的，登记到 units.yaml。',
    en: '“{name}” is not in the register of units ({count} places). Did you mean “{suggestion}”? If it exists, add it to units.yaml.',
  },
  replace: { zh: '改为“{suggestion}”', en: 'Change to “{suggestion}”' },
  register: { zh: '将“{name}”登记到单位名录', en: 'Add “{name}” to the register of units' },
  alias: { zh: '将“{name}”登记为“{suggestion}”的别名', en: 'Add “{name}” as an alias of “{suggestion}”' },
} as const;

/** A name that is near to others and none of them, or all names of a passage that are as they should be. */
type Said = Named | { readonly sort: 'right'; readonly names: readonly string[] };

interface Named {
  readonly sort: 'near';
  readonly name: string;
  readonly near: readonly string[];
  /** One character mistaken, doubled, dropped or out of place: no other body is called so. */
  readonly certain: boolean;
  readonly prose: boolean;
}

/**
 * The name of a unit that is nobody's and near to somebody's, in lists of units and in running text. An error where it is
 * plainly a slip or the document itself writes it right elsewhere (or a register of the workspace decides); else a
 * remark, once a name, since it may be a body of the place.
 * Source: 《党政机关公文处理工作条例》第二十条（四）.
 */
export const rule: Rule = {
  id: 'unit-misspelled',
  title: { zh: '单位名称疑似错写', en: 'Misspelled unit' },
  topic: 'units',
  severity: 'error',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：机构名称准确',
    en: 'Regulations on official documents, art. 20 (4)',
  },
  fixable: 'safe',
  kinds: ALL_KINDS,
  whole: wholeDocument<Said>({
    inPassage: (reading, context) => [...inLists(reading, context), ...inProse(reading, context.register)],
    conclude: (said, { register }) => conclude(said, register),
  }),
};

function inLists(reading: PassageView, { facts, register }: RuleContext): readonly Mention<Said>[] {
  if (!PLANS.includes(facts.kind)) return [];
  const found: Mention<Said>[] = [];
  const names: string[] = [];
  for (const { units } of reading.assigned) {
    for (const one of units) {
      if (one.isCollective) continue;
      const said = nearOf(one.resolution, register);
      if (said) found.push({ said, range: one.range });
      else names.push(one.unit.name);
    }
  }
  if (names.length > 0) found.push({ said: { sort: 'right', names }, range: reading.assigned[0]!.range });
  return found;
}

function nearOf(resolution: Resolution, register: Register): Named | null {
  const { name, entry } = resolution;
  const own = entry?.origin === 'local' ? null : ofOwnLevel(name);
  if (own !== null) return { sort: 'near', name, near: [own], certain: true, prose: false };
  const near = nearNames(resolution, register);
  if (near.length === 0) return null;
  const slips = near.filter((meant) => slipOf(name, [meant]) !== null);
  const certain = slips.length === 1;
  return { sort: 'near', name, near: certain ? slips : near, certain, prose: false };
}

/** 区委依法治县办: the commission of a place governs that place. */
const OTHER_LEVEL = /^([\u4e00-\u9fff]{0,8}([省市区县旗州盟])委(?:全面)?依法治)([省市区县旗州盟])(?=办|委员会)/;

function ofOwnLevel(name: string): string | null {
  if (!name.includes('依法治')) return null;
  const [, before = '', own = '', other = ''] = OTHER_LEVEL.exec(name) ?? [];
  return own === other ? null : before + own + name.slice(before.length + 1);
}

/** 区委……委员会: the commissions of the party have fixed names, which makes running text safe to read. */
const COMMISSION = /[省市区县旗州]委[\u4e00-\u9fff]{3,20}?(?:委员会|领导小组)(?:办公室)?/g;
/** 由区司发局……: a bureau behind a stop or a word that names stand after. */
const BUREAU =
  /[省市区县旗](?<![\u4e00-\u9fff].)[\u4e00-\u9fff]{2,10}?局|[市区县](?<=[由经向报与及请].)[\u4e00-\u9fff]{2,10}?局/g;

function inProse(reading: PassageView, register: Register): readonly Mention<Named>[] {
  return reading.prose.flatMap((prose) => proseNames(prose, register));
}

const named = (name: string, meant: string): Named => ({
  sort: 'near',
  name,
  near: [meant],
  certain: true,
  prose: true,
});

function proseNames(prose: Prose, register: Register): readonly Mention<Named>[] {
  const { joined } = prose;
  const { text } = joined;
  const found: Mention<Named>[] = [];
  const look = (pattern: RegExp, isWrong: (name: string, meant: string) => boolean): void => {
    for (const { index, 0: name } of text.matchAll(pattern)) {
      const to = index + name.length;
      if (!isOwnWord(prose, index)) continue;
      const own = ofOwnLevel(name);
      if (own !== null) {
        found.push({ said: named(name, own), range: rangeOf(joined, index, to) });
        continue;
      }
      if (register.resolve(name).how !== 'unknown') continue;
      const [meant, ...others] = register.suggest(name);
      if (meant === undefined || others.length > 0 || !isWrong(name, meant)) continue;
      found.push({ said: named(name, meant), range: rangeOf(joined, index, to) });
    }
  };
  if (text.includes('委员会') || text.includes('领导小组')) look(COMMISSION, isGarbledCommission);
  if (text.includes('局')) look(BUREAU, (name, meant) => slipOf(name, [meant]) !== null);
  return found;
}

/** The same beginning and end, and a few characters more or fewer between: 区委成立……委员会 is a sentence instead. */
function isGarbledCommission(name: string, meant: string): boolean {
  if (name.slice(0, 4) !== meant.slice(0, 4) || name.slice(-3) !== meant.slice(-3)) return false;
  let [start, end] = [0, 0];
  const room = Math.min(name.length, meant.length);
  while (start < room && name[start] === meant[start]) start++;
  while (end < room - start && name.at(-1 - end) === meant.at(-1 - end)) end++;
  const typed = name.slice(start, name.length - end);
  const lost = meant.slice(start, meant.length - end);
  return (typed === '' || lost === '') && WORDS_OF_COMMISSIONS.test(typed + lost);
}

/** Words that are put into the name of a commission or left out by mistake; another word (a place) makes another name. */
const WORDS_OF_COMMISSIONS = /^(?:推进|全面|深化|加强|和|的|与)$/;

function conclude(said: readonly Said[], register: Register): readonly Verdict[] {
  if (said.every(({ sort }) => sort === 'right')) return [];
  const counts = new Map<string, number>();
  const count = (name: string): unknown => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const one of said) {
    if (one.sort === 'near') count(one.name);
    else for (const name of one.names) count(name);
  }
  const remarked = new Set<string>();
  return said.flatMap((named, at): readonly Verdict[] => {
    if (named.sort === 'right') return [];
    const verdict = judge(named, at, counts, register);
    if (verdict.severity !== 'info') return [verdict];
    if (remarked.has(named.name)) return [];
    remarked.add(named.name);
    return [verdict];
  });
}

function judge({ name, near, certain, prose }: Named, at: number, counts: Counts, register: Register): Verdict {
  const [suggestion = ''] = near;
  const [own, right] = [counts.get(name) ?? 0, counts.get(suggestion) ?? 0];
  const shown = near.length > 1 && !right ? near.slice(0, 3).join('”“') : suggestion;
  const often = near.length === 1 && right > 1 && right > own && (certain || isLongAndLonger(name, suggestion));
  // A slip that comes again and again, never written right, is the body's name after all.
  const sure = often || (certain && (own < OFTEN || right > 0));
  const edits = near.map((one) => ({
    title: MESSAGES.replace,
    args: { suggestion: one },
    safe: sure && near.length === 1,
    edits: [{ at, newText: one }],
  }));
  const listing = [add(name), ...(register.hasLocal ? [alias(name, suggestion)] : [])];
  const fixes = prose ? edits : [...edits, ...listing];
  if (sure) {
    return { at, message: often ? MESSAGES.often : MESSAGES.slip, args: { name, suggestion, count: right }, fixes };
  }
  const args = { name, suggestion: shown, count: own };
  return { at, message: MESSAGES.near, args, ...(!register.hasLocal && { severity: 'info' }), fixes };
}

/** A character too many or too few in a long name; another character in a short one is another body (信投局, 信访局). */
const isLongAndLonger = (name: string, meant: string): boolean => name.length >= 6 && name.length !== meant.length;

type Counts = ReadonlyMap<string, number>;
const OFTEN = 3;

const add = (name: string) =>
  ({ kind: 'register', title: MESSAGES.register, args: { name }, safe: false, name }) as const;

const alias = (name: string, entry: string) =>
  ({ kind: 'alias', title: MESSAGES.alias, args: { name, suggestion: entry }, safe: false, name, entry }) as const;
