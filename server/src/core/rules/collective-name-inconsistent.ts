import { rangeOf } from '../syntax/joined';
import type { Assigned, NamedUnit } from './places';
import { PLANS, wholeDocument, type Mention, type Rule, type Verdict } from './rule';
import type { PassageView } from './view';

const MESSAGES = {
  rare: {
    zh: '“{name}”全文只有 {count} 处，其余 {others} 处写作“{usual}”。同一含义宜用同一称谓；有意区别的不必改。',
    en: '“{name}” stands in {count} place(s), “{usual}” in {others}. The same groups are best called the same throughout.',
  },
  replace: { zh: '改为“{usual}”', en: 'Change to “{usual}”' },
} as const;

/** One collective name: what it means, and how it is written. */
interface Called {
  readonly meaning: string;
  readonly name: string;
}

/** So often the usual wording has to stand, and so many times as often as the rare one, which stands this often at most. */
const [USUAL, TIMES, RARE] = [3, 3, 2];

/**
 * A collective name written otherwise than in the rest of the document. Only wordings of the same meaning are compared:
 * 有关部门, 各部门 and 其他有关部门 are three.
 * Source: practice; one thing is called by one name.
 */
export const rule: Rule = {
  id: 'collective-name-inconsistent',
  title: { zh: '集合称谓不统一', en: 'Inconsistent collective names' },
  topic: 'units',
  severity: 'hint',
  strength: '惯例',
  basis: { zh: '同一文件称谓前后一致', en: 'one thing is called by one name' },
  fixable: 'confirm',
  kinds: PLANS,
  whole: wholeDocument<Called>({ inPassage: mentionsOf, conclude }),
};

function mentionsOf(reading: PassageView): readonly Mention<Called>[] {
  const found: Mention<Called>[] = [];
  for (const assigned of reading.assigned) addCalled(assigned, found);
  return found;
}

function addCalled({ joined, units }: Assigned, found: Mention<Called>[]): void {
  const { text } = joined;
  for (let at = 0; at < units.length; at++) {
    const one = units[at]!;
    const end = endOfTowns(units, at, text);
    const isRun = end - at > 1;
    if (!isRun && !one.isCollective) continue;
    const [first, last] = [one.unit, units[end - 1]!.unit];
    const name = text.slice(first.from, last.to);
    const meaning = isRun ? townsIn(name) : meaningOf(first.name);
    if (meaning !== null) found.push({ said: { meaning, name }, range: rangeOf(joined, first.from, last.to) });
    at = end - 1;
  }
}

const TOWN_BODY = /^(?:各)?(?:乡镇|街镇|镇|乡|街道|苏木)(?:人民政府|政府|党委|党工委|工委|办事处|办)$/;

/** 各镇党委、街道党工委，各镇人民政府、街道办事处: where a run of such names that begins at `at` ends. */
function endOfTowns(units: readonly NamedUnit[], at: number, text: string): number {
  let end = at + 1;
  const { name } = units[at]!.unit;
  if (!name.startsWith('各') || !TOWN_BODY.test(name)) return end;
  while (end < units.length && TOWN_BODY.test(units[end]!.unit.name)) {
    if (!/^[、，,\s]*$/.test(text.slice(units[end - 1]!.unit.to, units[end]!.unit.from))) break;
    end++;
  }
  return end;
}

/** Whose, which of them, what: 区 | 有关 | 部门. Bodies of the party committee and of another level are others. */
const DEPARTMENTS =
  /^([省市区县旗州盟镇乡])?(?:人民政府|政府|直|级|属)?(?:及其|所属)?(其他|其它)?(各)?(有关|相关)?(部门|单位|部门和单位|部门、单位)$/;
const TOWNS = /^(?:全[区县市])?各?(?:乡镇|街镇|镇街?|乡|街道)(?:[（(〔[]?[、街道镇乡办事处]*[）)〕\]]?)$/;
const COUNTIES = /^各(?:有关)?([县市区旗、（）()〔〕[\]]{2,9})(人民政府|政府|党委政府|党委、政府)?$/;

function meaningOf(name: string): string | null {
  const departments = DEPARTMENTS.exec(name);
  if (departments) {
    const [, level = '', others, each, related, what] = departments;
    if (!each && !related && !others) return null;
    return `${level} ${others ? '其他' : ''}${related ? '有关' : '各'} ${what}`;
  }
  if (TOWNS.test(name)) return townsIn(name);
  const counties = COUNTIES.exec(name);
  return counties ? `${sortsIn(counties[1]!, '县市区旗')} ${(counties[2] ?? '').replace('人民', '')}` : null;
}

/** Which sorts of places a name speaks of; `null` where they are of one sort, which has no other wording. */
function townsIn(name: string): string | null {
  const sorts = sortsIn(name, '乡镇街');
  return sorts.length > 1 ? sorts : null;
}

const sortsIn = (name: string, sorts: string): string =>
  Array.from(sorts)
    .filter((sort) => name.includes(sort))
    .join('');

function conclude(said: readonly Called[]): readonly Verdict[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { meaning, name } of said) {
    const names = counts.get(meaning) ?? new Map<string, number>();
    counts.set(meaning, names.set(name, (names.get(name) ?? 0) + 1));
  }
  return said.flatMap(({ meaning, name }, at): readonly Verdict[] => {
    const names = counts.get(meaning)!;
    if (names.size < 2) return [];
    const [usual, others] = [...names].reduce((best, one) => (one[1] > best[1] ? one : best));
    const count = names.get(name)!;
    if (count > RARE || others < USUAL || others < count * TIMES) return [];
    const fix = { title: MESSAGES.replace, args: { usual }, safe: false, edits: [{ at, newText: usual }] };
    return [{ at, message: MESSAGES.rare, args: { name, count, others, usual }, fixes: [fix] }];
  });
}
