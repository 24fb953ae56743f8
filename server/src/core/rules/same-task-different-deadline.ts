import { yearOfDocument, type Facts } from '../plan/facts';
import { inYear } from '../plan/deadlines';
import { rangeOf } from '../syntax/joined';
import type { IsoDate } from '../text/dates';
import { PLANS, wholeDocument, type Mention, type Rule, type Verdict } from './rule';
import { GAP, longestRun, marksOf, RUN, textsSharing } from './sharedRuns';
import { spanOf, type Stretch, type TimedTask, type TimePlace } from './times';
import type { PassageView } from './view';

const MESSAGES = {
  same: {
    zh: '另有一项任务也写了“{text}”，时限是“{there}”，这里是“{here}”。同一事项时限应当一致；不是同一事项的，请写出区别。',
    en: 'Another task says “{text}” too, with the deadline “{there}”; here it is “{here}”. Make them agree, or tell the tasks apart.',
  },
  other: { zh: '另一处，时限是“{there}”', en: 'the other place, with the deadline “{there}”' },
} as const;

/** One sentence of a task with its deadline. */
interface Said {
  /** The first sentence of its task; counting these tells tasks apart. */
  readonly first: boolean;
  /** The sentence, with what is not compared replaced by gaps. */
  readonly text: string;
  readonly marks: readonly number[];
  readonly start: IsoDate | null;
  readonly end: IsoDate;
  /** The deadline as written. */
  readonly stated: string;
}

/**
 * Two tasks that share a run of twenty characters with a verb in it, and say different deadlines. Set phrases, titles of
 * laws, sentences that many tasks share, and the stages of one thing (启动……, 完成……) are left out.
 */
export const rule: Rule = {
  id: 'same-task-different-deadline',
  title: { zh: '同一事项时限不同', en: 'Same task, different deadlines' },
  topic: 'time',
  severity: 'warning',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：时间准确',
    en: 'Regulations on official documents, art. 20 (4): times must be right',
  },
  fixable: 'no',
  kinds: PLANS,
  whole: wholeDocument<Said>({ inPassage, conclude }),
};

function inPassage(reading: PassageView, { facts }: { readonly facts: Facts }): readonly Mention<Said>[] {
  return reading.timedTasks.flatMap((task) => mentionsOf(task, facts));
}

function mentionsOf({ stated, spoken, words }: TimedTask, facts: Facts): readonly Mention<Said>[] {
  const span = spanOf(stated, facts);
  if (!span) return [];
  const general = { start: span.start, end: span.end, stated: span.last.deadline.text };
  const mentions: Mention<Said>[] = [];
  for (const { joined, from, to } of words.flatMap((stretch) => sentencesOf(stretch))) {
    const own = spoken.filter((one) => one.joined === joined && one.deadline.from >= from && one.deadline.to <= to);
    const dated = own.length === 0 ? general : ofSentence(own, facts);
    const text = masked(joined.text.slice(from, to));
    const marks = dated ? marksOf(text) : [];
    if (!dated || marks.length === 0) continue;
    mentions.push({ said: { first: mentions.length === 0, text, marks, ...dated }, range: rangeOf(joined, from, to) });
  }
  return mentions;
}

/** A sentence with one day of its own has that; with several, or with a goal, nothing is compared. */
function ofSentence(own: readonly TimePlace[], facts: Facts): Pick<Said, 'start' | 'end' | 'stated'> | null {
  const [only, ...more] = own;
  if (!only || more.length > 0 || only.deadline.kind !== 'by') return null;
  const { end, text } = inYear(only.deadline, yearOfDocument(facts));
  return end === null ? null : { start: null, end, stated: text };
}

const SENTENCE = /[^。；;\n]+/g;

function sentencesOf({ joined, from, to }: Stretch): readonly Stretch[] {
  return [...joined.text.slice(from, to).matchAll(SENTENCE)]
    .filter((match) => match[0].length >= RUN)
    .map((match) => ({ joined, from: from + match.index, to: from + match.index + match[0].length }));
}

/** Words that return wherever such things are written about. */
const SET_PHRASES: readonly string[] = [
  '经济调节、市场监管、社会管理、公共服务、生态环境保护',
  '公众参与、专家论证、风险评估、合法性审查、集体讨论决定',
  '习近平新时代中国特色社会主义思想',
  '主要负责人履行推进法治建设第一责任人职责',
  '科学立法、严格执法、公正司法、全民守法',
  '办事依法、遇事找法、解决问题用法、化解矛盾靠法',
  '行政许可、行政处罚、行政强制',
  '行政处罚、行政许可、行政强制',
  '职责明确、依法行政',
  '获得感、幸福感、安全感',
  '党中央、国务院',
  '省委、省政府',
  '市委、市政府',
  '区委、区政府',
  '县委、县政府',
];
const NAMES = /《[^》]*》|“[^”]{1,30}”/g;

/** The sentence with titles, quoted terms and set phrases replaced by gaps. */
function masked(text: string): string {
  const named = text.includes('《') || text.includes('“') ? text.replace(NAMES, gapsFor) : text;
  return SET_PHRASES.reduce((rest, phrase) => (rest.includes(phrase) ? rest.replaceAll(phrase, gapsFor) : rest), named);
}

const gapsFor = (phrase: string): string => GAP.repeat(phrase.length);

/** With more tasks than this that share a run, it is a set phrase of this document. */
const MOST_TASKS = 3;

function conclude(said: readonly Said[]): readonly Verdict[] {
  let task = -1;
  const tasks = said.map(({ first }) => (first ? ++task : task));
  const others = new Map<number, Set<number>>();
  for (const places of textsSharing(said.map(({ marks }) => marks))) {
    if (new Set(places.map((place) => tasks[place])).size > MOST_TASKS) continue;
    for (const at of places) {
      const list = others.get(at) ?? new Set();
      for (const place of places) if (tasks[place] !== tasks[at]) list.add(place);
      others.set(at, list);
    }
  }
  const told = new Set<number>();
  return [...others].flatMap(([at, places]) => {
    if (told.has(tasks[at]!)) return [];
    for (const other of places) {
      const verdict = compare(said, at, other);
      if (!verdict) continue;
      told.add(tasks[at]!);
      return [verdict];
    }
    return [];
  });
}

function compare(said: readonly Said[], at: number, other: number): Verdict | null {
  const [here, there] = [said[at]!, said[other]!];
  if (!differ(here, there)) return null;
  const run = longestRun(here.text, there.text);
  if (!run) return null;
  const text = here.text.slice(run.here, run.here + run.length);
  const bare = text.replace(/^[，、：\s]+|[，、：\s]+$/g, '');
  if (bare.length < RUN || !VERB.test(bare)) return null;
  if (isStage(here.text, run.here, run.length) || isStage(there.text, run.there, run.length)) return null;
  return {
    at,
    message: MESSAGES.same,
    args: { text: bare, here: here.stated, there: there.stated },
    related: [{ at: other, message: MESSAGES.other, args: { there: there.stated } }],
  };
}

function differ(a: Said, b: Said): boolean {
  if (a.end !== b.end) return true;
  return a.start !== null && b.start !== null && a.start !== b.start;
}

/** What is done with a thing, so that a run is more than the name of one. */
const VERB =
  /推动|推进|推行|建立|建成|建设|健全|完善|加强|开展|落实|实现|制定|编制|接受|组织|加快|强化|规范|清理|实施|提升|提高|优化|构建|打造|举办|整合|公开|公布|报送|培育|引进|改造|完成|形成|出台|修订|扩大|深化|纳入|确保|保障|支持|探索|配备|设立|开通|归集|评估|检查|整治/;

/** Beginnings and ends of one thing: its stages have days of their own. */
const STAGE = /启动|开工|谋划|前期|试点|试行|首批|第[一二三四五]批|分批|阶段|继续|竣工|投用|投入使用|验收|全覆盖|收尾/;

function isStage(text: string, from: number, length: number): boolean {
  const before = text.slice(Math.max(0, from - 6), from);
  const after = text.slice(from + length, from + length + 8);
  return STAGE.test(before) || STAGE.test(after);
}
