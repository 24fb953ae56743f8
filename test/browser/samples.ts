/** Plans made up for the page's tests: as long, as mixed and as hostile as needed. */
import type { PanelMessage } from '../../client/src/preview/messages';
import type { TaskRow, TaskTable } from '../../server/src/protocol';

const SECTIONS = [
  '一、学习宣传行动',
  '二、政府职能优化行动',
  '三、制度规范提升行动',
  '四、重大行政决策规范行动',
  '五、行政执法提质行动',
  '六、矛盾纠纷化解行动',
  '七、数字法治建设行动',
];
const GROUPS = ['完善工作机制', '落实公示制度', '加强队伍建设', '推进信息共享'];
const MEASURES = [
  '每年至少组织两次领导班子集体学法，把学习情况列入年度述职内容。',
  '梳理并公布本级权责清单，清单变动后二十个工作日内在门户网站更新，接受社会监督；涉及多个部门的事项，由首办部门牵头会商，明确办理时限和责任人。',
  '重大行政决策事项目录于每年第一季度向社会公布，未列入目录而需要决策的，补办论证、评估和合法性审查手续。',
  '开展行政执法案卷评查。',
  '建立涉企检查“一次告知、一表记录、一次完成”的办法，统筹年度检查计划，同一对象一年内的检查次数一般不超过两次，检查结果相互认可。',
];
const LEADS = [
  '区司法局',
  '区政府办',
  '区委组织部',
  '区行政审批局',
  '区市场监管局',
  '区委编办',
  '区发展改革委',
  '区人力资源社会保障局',
];
const OTHERS = [['区各有关部门'], ['各镇人民政府', '各街道办事处'], ['区财政局', '区教育局', '区生态环境分局'], []];
const SEVERITIES: readonly TaskRow['severity'][] = [
  null,
  null,
  null,
  'warning',
  null,
  null,
  'error',
  null,
  'info',
  null,
  'hint',
];

function pick<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function deadline(index: number): TaskRow['deadline'] {
  if (index % 9 === 4) return null;
  const by = { kind: 'by', grain: 'year', ambiguous: false } as const;
  if (index % 5 === 2) return { text: '2025年底前', start: null, end: '2025-12-31', source: 'inherited', ...by };
  if (index % 13 === 6) return { text: '2023年6月底前', start: null, end: '2023-06-30', source: 'milestone', ...by };
  const texts = ['2022年', '2022—2025年', '持续推进', '2024年12月31日前', '2023年第一季度'];
  return { text: pick(texts, index), start: null, end: null, source: 'stated', ...by };
}

export function sampleRow(index: number, changes: Partial<TaskRow> = {}): TaskRow {
  const section = pick(SECTIONS, Math.floor(index / 16));
  const group = pick(GROUPS, Math.floor(index / 4));
  const severity = changes.severity === undefined ? pick(SEVERITIES, index) : changes.severity;
  return {
    key: `t${index}`,
    label: String(index + 1),
    heading: group,
    project: section,
    group,
    section: index % 32 < 16 ? [section] : [section, `（${'一二三四'.charAt((index >> 3) % 4)}）建立健全制度`],
    text: pick(MEASURES, index),
    lead: index % 7 === 3 ? [pick(LEADS, index), pick(LEADS, index + 3)] : [pick(LEADS, index)],
    participants: pick(OTHERS, index),
    deadline: deadline(index),
    milestones: [],
    outcome: index % 3 === 0 ? '形成制度文件，建立工作台账，年底前通报进展。' : null,
    severity,
    findings: severity === null ? [] : [{ severity, message: `第 ${index + 1} 项的时限晚于规划期。` }],
    ...changes,
  };
}

export function sampleTable(count: number, changes: Partial<TaskTable> = {}): TaskTable {
  return {
    uri: 'file:///plan.txt',
    version: 1,
    title: '临江区法治政府建设实施方案（2021—2025年）',
    kind: 'plan',
    period: { start: 2021, end: 2025 },
    findingCounts: [],
    rows: Array.from({ length: count }, (_, index) => sampleRow(index)),
    ...changes,
  };
}

/** A plan in prose: most tasks have a heading of their own, none states an outcome. */
export function proseTable(count: number): TaskTable {
  const rows = sampleTable(count).rows.map((row, index) => ({
    ...row,
    label: `（${'一二三四五六七八九十'.charAt(index % 10)}）`,
    heading: `${pick(GROUPS, index)}${index % 3 === 0 ? '和监督' : ''}`,
    outcome: null,
  }));
  return { ...sampleTable(0), rows };
}

/** A change of the table: `rows` take the place of `deleteCount` rows from `start` on. */
export function splice(start: number, deleteCount: number, rows: readonly TaskRow[]): PanelMessage {
  return { type: 'change', change: { ...sampleTable(0), version: 2, start, deleteCount, rows } };
}
