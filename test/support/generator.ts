import type { Random } from './random';

/** What a generated plan holds; the reader must find exactly this. */
export interface KnownTask {
  readonly label: string | null;
  readonly lead: readonly string[];
  readonly participants: readonly string[];
  /** As written; `null` where the task states none. */
  readonly deadline: string | null;
}

export interface Generated {
  readonly form: string;
  readonly text: string;
  readonly title: string;
  readonly period: { readonly start: number; readonly end: number };
  readonly tasks: readonly KnownTask[];
}

const BODIES = [
  '区司法局',
  '区财政局',
  '区审计局',
  '区人社局',
  '区民政局',
  '区住建局',
  '区卫健委',
  '区教育局',
  '区发改委',
  '区应急局',
  '区市场监管局',
  '区委组织部',
  '区委宣传部',
  '区委编办',
  '区政府办',
  '区行政审批局',
  '云溪公安分局',
  '区委组织部（人才办）',
  '市自然资源和规划局云溪分局',
  '团区委',
  '区总工会',
  '区法院',
] as const;
const COLLECTIVES = ['各镇街', '各园区', '区各有关部门', '区直各部门', '各乡镇人民政府'] as const;
const MATTERS = [
  '政务服务',
  '基层治理',
  '营商环境',
  '应急管理',
  '数据共享',
  '普法宣传',
  '执法监督',
  '养老服务',
  '人才引育',
  '财政绩效',
] as const;
const VERBS = ['推进', '深化', '健全', '完善', '强化', '优化', '规范'] as const;
const SENTENCES = [
  '建立协同联动机制，明确工作流程和标准',
  '梳理事项清单并动态调整，做到同一事项同一标准',
  '加强业务培训和政策解读，提升队伍能力',
  '推动线上线下融合，方便群众和企业办事',
  '开展专项检查，及时纠正突出问题',
  '依托现有平台归集数据，防止重复建设',
] as const;

const CHINESE = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** 1–99 as Chinese numerals are written in headings. */
export function chinese(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return tens === 0 ? CHINESE[ones]! : `${tens === 1 ? '' : CHINESE[tens]!}十${CHINESE[ones]!}`;
}

function some<T>(random: Random, list: readonly T[], count: number): T[] {
  const left = [...list];
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)[0]!);
}

interface Cast {
  readonly lead: readonly string[];
  readonly participants: readonly string[];
}

function cast(random: Random): Cast {
  const names = some(random, BODIES, 2 + random.below(4));
  const leads = 1 + random.below(Math.min(2, names.length - 1));
  const rest = names.slice(leads);
  return {
    lead: names.slice(0, leads),
    participants: random.below(3) === 0 ? [...rest, random.pick(COLLECTIVES)] : rest,
  };
}

const DEADLINES = [
  '2023年底前',
  '2024年6月底前',
  '2025年年底前',
  '到2025年',
  '2022年12月31日前',
  '2024年第三季度末',
] as const;

interface Sentence {
  readonly text: string;
  readonly deadline: string | null;
}

function measure(random: Random): Sentence {
  const head = `${random.pick(VERBS)}${random.pick(MATTERS)}工作`;
  const deadline = random.below(3) === 0 ? random.pick(DEADLINES) : null;
  const body = some(random, SENTENCES, 1 + random.below(3)).join('。');
  return { text: `${head}。${body}${deadline ? `。${deadline}完成阶段任务` : ''}。`, deadline };
}

type Annotate = (cast: Cast, random: Random) => { readonly text: string; readonly cast: Cast };

const list = (names: readonly string[]): string => names.join('、');
const all = ({ lead, participants }: Cast): readonly string[] => [...lead, ...participants];

/** How an office writes who does it; the cast that comes back is what the text says. */
const ANNOTATIONS: Record<string, Annotate> = {
  labelled: (who) => ({ text: `（牵头单位：${list(who.lead)}；责任单位：${list(who.participants)}）`, cast: who }),
  helping: (who) => ({ text: `（牵头部门：${list(who.lead)}；配合部门：${list(who.participants)}）`, cast: who }),
  halfWidth: (who) => ({ text: `(牵头单位:${list(who.lead)};责任单位:${list(who.participants)})`, cast: who }),
  comma: (who) => ({ text: `（牵头单位：${list(who.lead)}，责任单位：${list(who.participants)}）`, cast: who }),
  square: (who) => ({ text: `〔牵头单位：${list(who.lead)}；参加单位：${list(who.participants)}〕`, cast: who }),
  mixed: (who) => ({ text: `（牵头单位：${list(who.lead)}；责任单位：${list(who.participants)})`, cast: who }),
  verbs: (who) => ({ text: `（${list(who.lead)}牵头，${list(who.participants)}配合）`, cast: who }),
  duties: (who) => ({ text: `（${list(who.lead)}牵头，${list(who.participants)}等按职责分工负责）`, cast: who }),
  together: (who) => ({ text: `（${list(who.lead)}会同${list(who.participants)}负责）`, cast: who }),
  only: (who) => ({ text: `（责任单位：${list(all(who))}）`, cast: { lead: [], participants: all(who) } }),
  star: (who) => ({
    text: `（责任单位：*${all(who)[0]}、${list(all(who).slice(1))}）`,
    cast: { lead: all(who).slice(0, 1), participants: all(who).slice(1) },
  }),
  ownLine: (who) => ({ text: `\n牵头单位：${list(who.lead)}；责任单位：${list(who.participants)}`, cast: who }),
  ownLines: (who) => ({ text: `\n牵头单位：${list(who.lead)}\n配合单位：${list(who.participants)}`, cast: who }),
  ownBracket: (who) => ({
    text: `\n\n（牵头单位：${list(who.lead)}；责任单位：${list(who.participants)}）`,
    cast: who,
  }),
};

const TITLE = '云溪区法治政府建设实施方案（2021—2025年）';

/** Prose: chapters, numbered measures, one way of annotating throughout. */
function prose(
  random: Random,
  name: string,
  annotate: Annotate,
  layout: 'plain' | 'oneLine' | 'markdown' | 'articles',
): Generated {
  const tasks: KnownTask[] = [];
  const lines: string[] = [
    layout === 'markdown' ? `# ${TITLE}` : TITLE,
    '',
    '为贯彻落实上级部署，结合我区实际，制定本方案。',
    '',
  ];
  let running = 0;
  for (let chapter = 1; chapter <= 3; chapter++) {
    const head = `${chinese(chapter)}、${random.pick(VERBS)}${random.pick(MATTERS)}体系`;
    lines.push(
      layout === 'markdown' ? `## ${head}` : layout === 'articles' ? `第${chinese(chapter)}章　总体安排` : head,
      '',
    );
    for (let n = 1 + random.below(4); n > 0; n--) {
      running++;
      const label = layout === 'articles' ? `第${chinese(running)}条` : `（${chinese(running)}）`;
      const { text, deadline } = measure(random);
      const annotation = annotate(cast(random), random);
      const gap = layout === 'articles' ? '　' : '';
      const numbered = layout === 'markdown' ? `**${label}${text.replace('。', '。**')}` : `${label}${gap}${text}`;
      lines.push(`${numbered}${annotation.text}`, '');
      tasks.push({ label, ...annotation.cast, deadline });
    }
  }
  const text = layout === 'oneLine' ? lines.filter((line) => line !== '').join(' ') : `${lines.join('\n')}\n`;
  return { form: `${layout}/${name}`, text, title: TITLE, period: { start: 2021, end: 2025 }, tasks };
}

const TIMES = ['2022年', '2022-2024年', '2023年底前', '2024年6月', '长期坚持', '2021—2025年'] as const;

/** A task table; `separator` as a spreadsheet or Markdown has it. */
function table(random: Random, separator: 'tsv' | 'markdown'): Generated {
  const tasks: KnownTask[] = [];
  const rows: string[][] = [['项目', '序号', '主要任务', '牵头单位', '责任单位', '完成时间', '成果形式']];
  let running = 0;
  for (let project = 1; project <= 3; project++) {
    for (let n = 1 + random.below(5), first = true; n > 0; n--, first = false) {
      const who = cast(random);
      const deadline = random.pick(TIMES);
      const between = separator === 'tsv' ? random.pick(['、', ' ', '，']) : '、';
      rows.push([
        first ? `${chinese(project)}、${random.pick(MATTERS)}行动` : '',
        String(++running),
        `${random.pick(VERBS)}${random.pick(MATTERS)}，${random.pick(SENTENCES)}。`,
        who.lead.join(between),
        who.participants.join(between),
        deadline,
        '形成工作制度。',
      ]);
      tasks.push({ label: String(running), ...who, deadline });
    }
    if (separator === 'tsv' && random.below(2) === 0) rows.push([]);
  }
  const lines = rows.map((row) =>
    row.length === 0 ? '' : separator === 'tsv' ? row.join('\t') : `| ${row.join(' | ')} |`,
  );
  if (separator === 'markdown') lines.splice(1, 0, '|---|---|---|---|---|---|---|');
  const title = '云溪区法治建设重点任务清单（2021—2025年）';
  return {
    form: `table/${separator}`,
    text: `${title}\n\n${lines.join('\n')}\n`,
    title,
    period: { start: 2021, end: 2025 },
    tasks,
  };
}

/** Plans of every form, each with what it holds. */
export function generatePlans(random: Random): readonly Generated[] {
  const plans: Generated[] = [table(random, 'tsv'), table(random, 'markdown')];
  for (const [name, annotate] of Object.entries(ANNOTATIONS)) {
    for (const layout of ['plain', 'markdown', 'articles'] as const) plans.push(prose(random, name, annotate, layout));
    if (!name.startsWith('own')) plans.push(prose(random, name, annotate, 'oneLine'));
  }
  return plans;
}
