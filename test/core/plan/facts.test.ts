import { deepStrictEqual } from 'node:assert';
import { readPlan } from '../../../server/src/core/plan/plan';
import { readText } from '../../../server/src/core/syntax/source';

interface Want {
  readonly kind: string;
  readonly title: string | null;
  /** `2021-2025 title`, or the source alone where there is no period. */
  readonly period: string;
  readonly issueYear?: number | null;
}

function checkFacts(name: string, text: string, want: Want): void {
  it(name, () => {
    const { kind, title, period, periodSource, issueYear } = readPlan(readText(text)).facts;
    const shown = period ? `${period.start}-${period.end} ${periodSource}` : periodSource;
    deepStrictEqual({ kind, title, period: shown, issueYear }, { issueYear: null, ...want });
  });
}

const MEASURES =
  '一、主要任务\n（一）推进甲事。完善机制。（牵头单位：区司法局；责任单位：区财政局）\n（二）推进乙事。完善机制。（牵头单位：区司法局）\n';

describe('kind, title and period', () => {
  checkFacts('a plan with its period in the title', `云溪区某某实施方案（2021—2025年）\n${MEASURES}`, {
    kind: 'plan',
    title: '云溪区某某实施方案（2021—2025年）',
    period: '2021-2025 title',
  });
  checkFacts(
    'a title torn inside a book mark',
    `关于贯彻落实《某某建设实施纲要\n\n（2021—2025年）》的实施意见\n\n${MEASURES}`,
    {
      kind: 'plan',
      title: '关于贯彻落实《某某建设实施纲要（2021—2025年）》的实施意见',
      period: '2021-2025 title',
    },
  );
  checkFacts('the period on a line of its own', `云溪区某某实施意见\n（2023—2025年）\n${MEASURES}`, {
    kind: 'plan',
    title: '云溪区某某实施意见（2023—2025年）',
    period: '2023-2025 title',
  });
  checkFacts(
    'a title over two lines',
    `某某市人民政府办公室关于支持\n某某区改革创新若干措施的通知\n\n各区人民政府：\n${MEASURES}`,
    {
      kind: 'notice',
      title: '某某市人民政府办公室关于支持某某区改革创新若干措施的通知',
      period: 'default',
    },
  );
  checkFacts(
    'a title whose last line is the kind alone',
    `云溪区推进政务服务提质增效\n实施方案（2023—2025年）\n\n${MEASURES}`,
    {
      kind: 'plan',
      title: '云溪区推进政务服务提质增效实施方案（2023—2025年）',
      period: '2023-2025 title',
    },
  );
  checkFacts(
    'a notice that carries a plan',
    `关于印发《某某方案》的通知\n云发〔2022〕14号\n各镇街：\n现印发给你们，请认真贯彻执行。\n云溪区人民政府\n2022年7月7日\n云溪区某某实施方案（2022—2024年）\n${MEASURES}`,
    { kind: 'notice', title: '云溪区某某实施方案（2022—2024年）', period: '2022-2024 title', issueYear: 2022 },
  );
  checkFacts(
    'a report',
    '云溪区2023年度法治政府建设工作报告\n\n2023年，全区工作取得进展。\n一、主要做法\n（一）加强领导。开展培训。\n',
    {
      kind: 'report',
      title: '云溪区2023年度法治政府建设工作报告',
      period: 'none',
    },
  );
  checkFacts(
    'a task table',
    '云溪区2024年重点任务清单\n\n序号\t主要任务\t牵头单位\t完成时间\n1\t做事。\t区司法局\t2024年6月底前\n',
    {
      kind: 'task-list',
      title: '云溪区2024年重点任务清单',
      period: '2024-2024 title',
    },
  );
  checkFacts(
    'front matter',
    `---\n标题: 云溪区数据开放实施方案\n期间: 2024—2026\n成文日期: 2024-03-01\n---\n${MEASURES}`,
    {
      kind: 'plan',
      title: '云溪区数据开放实施方案',
      period: '2024-2026 front-matter',
      issueYear: 2024,
    },
  );
  checkFacts(
    'a year outside the usual period speaks against it',
    `关于开展某某工作的通知\n各区：\n${MEASURES}某某办公室\n2019年1月9日\n`,
    {
      kind: 'notice',
      title: '关于开展某某工作的通知',
      period: 'none',
      issueYear: 2019,
    },
  );
  checkFacts(
    'several deadlines after the usual period speak against it',
    '某县专项行动方案实施方案\n一、任务\n（一）做甲。2026年底前完成。\n（二）做乙。到2027年，全部建成。\n（三）做丙。2024年底前完成。\n',
    { kind: 'plan', title: '某县专项行动方案实施方案', period: 'none' },
  );
  checkFacts('nothing', '', { kind: 'other', title: null, period: 'default' });
  checkFacts('a letter', '老王：\n明天上午来一趟。\n', { kind: 'other', title: null, period: 'default' });
});
