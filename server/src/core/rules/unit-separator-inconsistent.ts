import { rangeOf } from '../syntax/joined';
import { PLANS, wholeDocument, type Mention, type Rule, type Verdict } from './rule';
import type { PassageView } from './view';

const MESSAGES = {
  other: {
    zh: '“{first}”与“{second}”之间这里用“{mark}”，其余 {count} 处用“{usual}”。请统一。',
    en: '“{mark}” stands between “{first}” and “{second}” here, “{usual}” in {count} other places. Use one of them.',
  },
  place: { zh: '这里用“{usual}”', en: '“{usual}” is used here' },
  replace: { zh: '改为“{usual}”', en: 'Change to “{usual}”' },
} as const;

/** Two names side by side and what stands between them. */
interface Pair {
  readonly first: string;
  readonly second: string;
  readonly mark: '、' | '，';
}

/** So many places more must use the usual mark. */
const MIN_USUAL = 3;

/**
 * The same two groups of bodies joined now by 、 and now by ，. Lists that use both by a system (like beside like, other
 * sorts after a comma) are consistent and stay. Source: observed practice, 同类用顿号、异类用逗号.
 */
export const rule: Rule = {
  id: 'unit-separator-inconsistent',
  title: { zh: '单位分隔符不一致', en: 'Inconsistent separators of units' },
  topic: 'units',
  severity: 'hint',
  strength: '惯例',
  basis: { zh: '同类用顿号、异类用逗号', en: 'like units are joined by 、, other sorts follow a ，' },
  fixable: 'confirm',
  kinds: PLANS,
  whole: wholeDocument<Pair>({
    // Where everything before the first comma leads, commas have a meaning.
    inPassage: (reading, { facts }) => (facts.leadRule === 'first-comma' ? [] : pairsIn(reading)),
    conclude(said) {
      const byNames = new Map<string, number[]>();
      for (const [at, { first, second }] of said.entries()) {
        const key = `${first}\t${second}`;
        const places = byNames.get(key);
        if (places) places.push(at);
        else byNames.set(key, [at]);
      }
      return [...byNames.values()].flatMap((places) => compare(places, said));
    },
  }),
};

function pairsIn(reading: PassageView): readonly Mention<Pair>[] {
  const found: Mention<Pair>[] = [];
  for (const { joined, units } of reading.assigned) {
    for (let at = 1; at < units.length; at++) {
      if (!units[at - 1]!.isCollective && !units[at]!.isCollective) continue;
      const [first, second] = [units[at - 1]!.unit, units[at]!.unit];
      const mark = joined.text.slice(first.to, second.from);
      if (mark !== '、' && mark !== '，') continue;
      found.push({
        said: { first: first.name, second: second.name, mark },
        range: rangeOf(joined, first.from, second.to),
        places: [rangeOf(joined, first.to, second.from)],
      });
    }
  }
  return found;
}

function compare(places: readonly number[], said: readonly Pair[]): readonly Verdict[] {
  const commas = places.filter((at) => said[at]!.mark === '，');
  const stops = places.filter((at) => said[at]!.mark === '、');
  const [few, many] = commas.length < stops.length ? [commas, stops] : [stops, commas];
  if (few.length === 0 || many.length < MIN_USUAL || many.length < MIN_USUAL * few.length) return [];
  const usual = said[many[0]!]!.mark;
  return few.map((at) => ({
    at,
    message: MESSAGES.other,
    args: { ...said[at]!, usual, count: many.length },
    related: [{ at: many[0]!, message: MESSAGES.place, args: { usual } }],
    fixes: [{ title: MESSAGES.replace, args: { usual }, safe: false, edits: [{ at, place: 0, newText: usual }] }],
  }));
}
