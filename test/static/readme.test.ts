import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readPlan } from '../../server/src/core/plan/plan';
import { createChecker } from '../../server/src/core/rules/check';
import { RULES } from '../../server/src/core/rules/index';
import { readText } from '../../server/src/core/syntax/source';
import { createRegister } from '../../server/src/core/units/register';

/** The plan a row of the README describes, from the words it shows. */
const PLANS: Readonly<Record<string, (words: readonly string[]) => string>> = {
  'same-task-different-deadline': ([task]) =>
    `云溪区任务清单（2021—2025年）\n序号\t主要任务\t牵头单位\t完成时间\n1\t${task}，定期发布信息\t区水务局\t2022年\n2\t修复护岸，${task}\t区水务局\t2024年\n`,
  'missing-lead': ([annotation]) => `云溪区某项工作实施方案（2021—2025年）\n一、任务\n（一）办事。${annotation}\n`,
  'unit-misspelled': ([annotation]) => `云溪区某项工作实施方案（2021—2025年）\n一、任务\n（一）办事。${annotation}\n`,
  'deadline-out-of-period': ([sentence]) =>
    `云溪区某项工作实施方案（2021—2025年）\n一、任务\n（一）${sentence}（牵头单位：区司法局）\n`,
  'unit-level-mismatch': ([annotation]) =>
    `云溪区某项工作实施方案（2021—2025年）\n一、任务\n（一）办事。（牵头单位：区数据局；责任单位：区财政局、区民政局、区司法局）\n（二）再办。（牵头单位：区数据局；${annotation}）\n`,
};

describe('what the README shows', () => {
  for (const file of ['README.zh-CN.md', 'README.md']) {
    const rows = readFileSync(file, 'utf8').split('\n');
    for (const [rule, planOf] of Object.entries(PLANS)) {
      it(`${file}: ${rule} is found in what stands beside it`, () => {
        const row = rows.find((line) => line.startsWith('|') && line.split('|')[2]?.includes(`\`${rule}\``));
        const [, shown = ''] = row?.split('|') ?? [];
        const words = [...shown.matchAll(/`([^`]+)`|“([^”]{8,})”/g)].map((match) => match[1] ?? match[2]!);
        const plan = readPlan(readText(planOf(words)));
        const { findings } = createChecker(RULES)(plan, createRegister());
        assert.ok(
          findings.some((finding) => finding.rule === rule),
          `${words.join(' ')}: ${findings.map((finding) => finding.rule).join(', ')}`,
        );
      });
    }
  }
});
