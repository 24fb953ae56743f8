import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readPlan } from '../../server/src/core/plan/plan';
import { createChecker } from '../../server/src/core/rules/check';
import { RULES } from '../../server/src/core/rules/index';
import { readText } from '../../server/src/core/syntax/source';
import type { Position } from '../../server/src/core/text/position';
import type { UnitEntry } from '../../server/src/core/units/model';
import { createRegister } from '../../server/src/core/units/register';

/** What examples/README.md says is planted: each finding by its rule and the text it stands on (or begins with). */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
  '云溪区法治政府建设重点任务清单.plan.tsv': [
    'unknown-unit 区惠企委',
    'deadline-out-of-period 2026年6月底前',
    'missing-lead 20',
  ],
  '云溪区优化营商环境重点任务清单.plan.md': [
    'missing-lead 15',
    'deadline-out-of-period 2026年3月底前',
    'unknown-unit 区民企发展局',
  ],
  '青岚高新区数字政府建设实施方案.txt': [
    'missing-lead （责任单位：党政办',
    'deadline-out-of-period 2026年底前',
    'unknown-unit 智算局',
  ],
  '澄江市全民健身行动计划.txt': [
    'deadline-out-of-period 2026年底前',
    'unknown-unit 市智慧体育局',
    'missing-lead （责任单位：市体育局',
  ],
  '临湖县农村人居环境整治提升实施方案.plan': [
    'missing-lead 责任单位：县水利局',
    'unknown-unit 县数字乡村局',
    'deadline-out-of-period 2026年6月底前',
  ],
  '云溪区推进养老服务高质量发展实施意见.txt': ['deadline-out-of-period 2026年底前', 'unknown-unit 区适老服务局'],
  '临湖县传统村落保护利用实施方案.txt': ['deadline-out-of-period 2026年底前'],
  '云溪区2023年度法治政府建设工作报告.plan.txt': [],
  '云溪区基层应急能力提升实施方案（网页复制）.txt': [
    'missing-lead （责任单位：区应急局',
    'deadline-out-of-period 2026年底前',
    'unknown-unit 区应急保障局',
  ],
  '云溪区公共数据共享开放实施方案.plan': ['unknown-unit 区场景创新局', 'deadline-out-of-period 2027年3月底前'],
};

interface RegisterFile {
  readonly 地区: string;
  readonly 单位: readonly { readonly 名称: string; readonly 全称?: string; readonly 别名?: readonly string[] }[];
  readonly 集合称谓: readonly string[];
}

function exampleRegister() {
  const file = parse(readFileSync('examples/units.yaml', 'utf8')) as RegisterFile;
  const units = file.单位.map((unit): UnitEntry => ({
    name: unit.名称,
    ...(unit.全称 && { fullName: unit.全称 }),
    kind: 'gov-dept',
    aliases: unit.别名 ?? [],
    formerNames: [],
    origin: 'local',
  }));
  return createRegister(units, { place: file.地区, level: '区', collectives: file.集合称谓 });
}

const register = exampleRegister();
const rules = RULES.filter(({ id }) => ['unknown-unit', 'deadline-out-of-period', 'missing-lead'].includes(id));

/** The errors and warnings of the three main rules, each as its rule and the first line it stands on. */
function findings(file: string): readonly string[] {
  const text = readFileSync(`examples/${file}`, 'utf8');
  const lines = text.split('\n');
  const { findings: found, faults } = createChecker(rules)(readPlan(readText(text)), register);
  assert.deepEqual(faults, []);
  const upTo = (start: Position, end: Position) =>
    lines[start.line]?.slice(start.character, end.line === start.line ? end.character : undefined) ?? '';
  return found
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, range }) => `${rule} ${upTo(range.start, range.end)}`);
}

describe('示例 examples', () => {
  for (const [file, planted] of Object.entries(PLANTED)) {
    it(`${file}: what is planted is found, and nothing else`, () => {
      // A long place is named by its beginning.
      const found = findings(file).map((one) => planted.find((start) => one.startsWith(start)) ?? one);
      const suppressed = file.includes('公共数据') ? found.filter((one) => !one.startsWith('missing-lead')) : found;
      assert.deepEqual([...suppressed].sort(), [...planted].sort());
    });
  }

  it('are all named in their README, in both languages', () => {
    const readme = readFileSync('examples/README.md', 'utf8');
    for (const file of Object.keys(PLANTED)) assert.equal(readme.split(file).length - 1, 2, file);
  });
});
