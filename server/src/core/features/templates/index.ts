import type { Period, PlanTemplate, TemplateAnswers } from '../../../protocol';
import { fillTemplate, type Filled } from './fill';
import { levelOfRegion, regionWords, someRegion, type RegionWords } from './regionWords';
import {
  ACTION_PLAN,
  IMPLEMENTATION_OPINION,
  IMPLEMENTATION_PLAN,
  NOTICE,
  SIGNED,
  TASK_LIST,
  TASK_LIST_HEAD,
  TASK_LIST_ROWS,
} from './texts';

/** The kinds of documents there are templates for, with the words their titles end in. */
export const TEMPLATE_TITLES: Readonly<Record<PlanTemplate, string>> = {
  'implementation-plan': '实施方案',
  'implementation-opinion': '实施意见',
  'task-list': '重点任务清单',
  'action-plan': '行动计划',
  notice: '实施方案',
};

const BODIES: Readonly<Record<PlanTemplate, string>> = {
  'implementation-plan': IMPLEMENTATION_PLAN,
  'implementation-opinion': IMPLEMENTATION_OPINION,
  'task-list': TASK_LIST,
  'action-plan': ACTION_PLAN,
  notice: NOTICE,
};

const SOME_TOPIC = '政务服务提升';

/** A new plan, and the title of what it is about (of a notice, that of the plan it issues). */
export interface NewPlan extends Filled {
  readonly title: string;
}

/** A new plan for these answers; what was not answered has a sensible word, with a tab stop where it is sure to change. */
export function newPlan(template: PlanTemplate, answers: TemplateAnswers): NewPlan {
  const given = cleanWord(answers.region);
  const level = answers.level ?? (given ? levelOfRegion(given) : null) ?? 'county';
  const words = regionWords(given ?? someRegion(level), level, '{region}');
  const today = answers.today.split('-').map(Number);
  const period = answers.period ?? periodFrom(today);
  const body = template === 'notice' ? NOTICE + IMPLEMENTATION_PLAN.replace(`${SIGNED}\n\n`, '') : BODIES[template];
  const lead = cleanWord(answers.lead) ?? words.clerk;
  const all = {
    ...withoutTwice(words, lead),
    region: given ?? `[[region=${someRegion(level)}]]`,
    title: titleOf(template, period),
    topic: cleanWord(answers.topic) ?? `[[topic=${SOME_TOPIC}]]`,
    lead,
    signer: template === 'implementation-opinion' ? words.government : words.office,
    issuer: words.office,
    ...timeWords(period, today),
    table: taskTable(answers.table ?? 'markdown'),
  };
  return { ...fillTemplate(body, all), title: fillTemplate('{title}', all).text };
}

/** Three years from the date (its year, month, day) on; what is written at the end of a year is for those that come. */
export function periodFrom([year = 0, month = 0]: readonly number[]): Period {
  const start = month >= LATE_IN_YEAR ? year + 1 : year;
  return { start, end: start + 2 };
}

const LATE_IN_YEAR = 10;

/** Times inside the period, none before today: a plan may be written in the midst of it. */
function timeWords(
  { start, end }: Period,
  [year = 0, month = 0, day = 0]: readonly number[],
): Readonly<Record<string, string>> {
  const first = Math.min(Math.max(start, year), end);
  const second = Math.min(first + 1, end);
  const started = first === year ? Math.min(month + 3, 12) : 6;
  return {
    date: `${year}年${month}月${day}日`,
    first: String(first),
    second: second > first ? `${second}年6月底前` : `${end}年底前`,
    third: `${second}年底前`,
    end: String(end),
    base: String(start - 1),
    started: `${first}年${started}月底前`,
    carriedout: `${first}年${Math.min(started + 1, 12)}月至${end}年11月`.replace(
      `${end}年12月至${end}年11月`,
      `${end}年12月`,
    ),
  };
}

/** Nobody stands in one annotation twice: where the lead is one of the usual bodies, the office takes that place. */
function withoutTwice(words: RegionWords, lead: string): RegionWords {
  const { clerk } = words;
  const other = (name: string): string => (name === lead ? clerk : name);
  return {
    ...words,
    finance: other(words.finance),
    planning: other(words.planning),
    justice: other(words.justice),
    data: other(words.data),
  };
}

/** A plan for one year says so before its topic, one for several in brackets behind its name; observed practice. */
function titleOf(template: PlanTemplate, { start, end }: Period): string {
  const name = TEMPLATE_TITLES[template];
  return start === end ? `{region}${start}年{topic}${name}` : `{region}{topic}${name}（${start}—${end}年）`;
}

/** What a person typed, without what would be read as a mark of the template; `null` where nothing is left. */
function cleanWord(word: string | null | undefined): string | null {
  return word?.replace(/[[\]{}\s]+/g, '') || null;
}

function taskTable(form: 'markdown' | 'tabs'): string {
  const rows = TASK_LIST_ROWS.map((row, at) => [String(at + 1), ...row]);
  if (form === 'tabs') return [TASK_LIST_HEAD, ...rows].map((row) => row.join('\t')).join('\n');
  const rule = TASK_LIST_HEAD.map(() => '---');
  return [TASK_LIST_HEAD, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
