import type { IsoDate } from '../text/dates';
import { rangeOf } from '../syntax/joined';
import { cellOf } from '../syntax/passage';
import { PLANS, type Report, type Rule } from './rule';
import { likeness, statementsOf, type PlacedStatement, type Superior } from './superior';

const MESSAGES = {
  later: {
    zh: '“{deadline}”晚于上位文件：《{title}》要求“{superior}”。请提前，或说明理由。',
    en: '“{deadline}” is later than the superior plan: {title} demands it by “{superior}”. Move it forward or give a reason.',
  },
} as const;

/** Two sentences as alike as this speak of the same matter. */
const ALIKE = 0.6;
const MIN_LENGTH = 10;

/**
 * What a well-known superior document demands by when, for plans that cite it without naming its file. The words must all
 * stand in the sentence. Source: 《法治政府建设实施纲要（2021—2025年）》.
 */
const KNOWN: readonly { readonly words: readonly string[]; readonly end: IsoDate; readonly deadline: string }[] = [
  { words: ['行政复议体制改革'], end: '2022-12-31', deadline: '2022年年底前' },
  { words: ['互联网', '监管', '数据', '汇聚'], end: '2022-12-31', deadline: '2022年年底前' },
  { words: ['规章', '行政规范性文件', '统一公开查询'], end: '2023-12-31', deadline: '2023年年底前' },
  { words: ['行政执法协调监督', '体系'], end: '2024-12-31', deadline: '2024年年底前' },
];
const OUTLINE = '法治政府建设实施纲要（2021—2025年）';

/**
 * A deadline later than the one the superior plan (上位文件) sets for the same matter. Superior plans are those the front
 * matter names, and one that many plans carry out. Source: what is demanded from above may be bettered, not put off; the
 * review of lawfulness asks whether a document contradicts those above it.
 */
export const rule: Rule = {
  id: 'later-than-superior',
  title: { zh: '时限晚于上位文件', en: 'Later than the superior plan' },
  topic: 'time',
  severity: 'error',
  strength: '实务',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（二）：与现行有关公文相衔接',
    en: 'Regulations on official documents, art. 20 (2): in keeping with documents in force',
  },
  fixable: 'no',
  kinds: PLANS,
  passage(reading, { facts, superiors }) {
    const cites = facts.title !== null && carriesOut(facts.title, facts.period?.start ?? null);
    if (superiors.length === 0 && !cites) return [];
    return reading.items.flatMap((item): Report[] =>
      statementsOf(item).flatMap((statement): Report[] => {
        const demand = demandFor(statement, superiors) ?? (cites ? knownDemand(statement) : null);
        const joined = statement.role && item.kind === 'row' ? cellOf(item.block, 'deadline') : item.block;
        if (!demand || !joined || !('text' in joined)) return [];
        const args = { deadline: statement.deadline, superior: demand.deadline, title: demand.title };
        return [{ message: MESSAGES.later, args, range: rangeOf(joined, statement.from, statement.to) }];
      }),
    );
  },
};

/** The title names the outline, or the plan is the local one of the same years. */
function carriesOut(title: string, begins: number | null): boolean {
  return title.includes('法治政府建设实施纲要') || (title.includes('法治政府建设实施方案') && begins === 2021);
}

interface Demand {
  readonly title: string;
  readonly deadline: string;
}

function demandFor(own: PlacedStatement, superiors: readonly Superior[]): Demand | null {
  if (own.text.length < MIN_LENGTH) return null;
  for (const { title, statements } of superiors) {
    const demand = statements.find(
      ({ text, end }) => end < own.end && text.length >= MIN_LENGTH && likeness(text, own.text) >= ALIKE,
    );
    // The same matter may be named twice; only when no statement allows the later day is it too late.
    const allowed = statements.some(({ text, end }) => end >= own.end && likeness(text, own.text) >= ALIKE);
    if (demand && !allowed) return { title, deadline: demand.deadline };
  }
  return null;
}

function knownDemand(own: PlacedStatement): Demand | null {
  const known = KNOWN.find(({ words, end }) => end < own.end && words.every((word) => own.text.includes(word)));
  return known ? { title: OUTLINE, deadline: known.deadline } : null;
}
