import assert from 'node:assert/strict';
import { createPlanReader, readPlan, type Plan } from '../../../server/src/core/plan/plan';
import {
  baselineText,
  createBaselineFilter,
  EMPTY_BASELINE,
  readBaseline,
  updateBaseline,
  type BaselineEntry,
} from '../../../server/src/core/rules/baseline';
import { createChecker } from '../../../server/src/core/rules/check';
import { RULES } from '../../../server/src/core/rules/index';
import type { Finding } from '../../../server/src/core/rules/rule';
import { editSource, readText } from '../../../server/src/core/syntax/source';
import { range } from '../../../server/src/core/text/position';
import { createRegister } from '../../../server/src/core/units/register';

const REGISTER = createRegister();
const rules = RULES.filter(({ id }) => ['missing-lead', 'deadline-out-of-period'].includes(id));

function review(text: string): readonly [Plan, readonly Finding[]] {
  const plan = readPlan(readText(text));
  return [plan, createChecker(rules)(plan, REGISTER).findings];
}

function entriesOf(text: string): readonly BaselineEntry[] {
  const [plan, findings] = review(text);
  return createBaselineFilter().entries(findings, plan);
}

/** The findings of `text` that are not among those of `before`, as rule and line. */
function newIn(text: string, before: string): readonly string[] {
  const [plan, findings] = review(text);
  const left = createBaselineFilter().unknown(findings, plan, entriesOf(before));
  return left.map(({ rule, range: { start } }) => `${rule} ${start.line}`);
}

const OLD = `云溪区数据共享实施方案（2021—2025年）
一、归集
1.编制目录。（责任单位：区司法局、区财政局）
2.归集数据，2026年底前完成。（牵头单位：区数据局）
二、共享
3.共享数据。（责任单位：区民政局、区教育局）
4.校核数据。（牵头单位：区数据局）`;

describe('基线 baseline', () => {
  it('老问题不再报 what is known is not found again', () => {
    assert.equal(review(OLD)[1].length, 3);
    assert.deepEqual(newIn(OLD, OLD), []);
  });

  it('上下的改动不让老问题变新 changes round it do not make it new', () => {
    const moved = OLD.replace('一、归集', '前言一段，说明来由。\n一、归集')
      .replace('1.编制目录。', '1.及时编制目录。')
      .replace('4.校核数据。', '4.按月校核数据。');
    assert.deepEqual(newIn(moved, OLD), []);
    assert.deepEqual(newIn(OLD.replaceAll('、区', '、 区'), OLD), [], 'white space');
    assert.deepEqual(newIn(OLD.replace('3.共享', '13.共享'), OLD), [], 'numbers');
  });

  it('自己改了就是新的 its own words changed', () => {
    assert.deepEqual(newIn(OLD.replace('区民政局、', '区民政局、区水务局、'), OLD), ['missing-lead 5']);
    assert.deepEqual(newIn(OLD.replace('2026年底', '2027年底'), OLD), ['deadline-out-of-period 3']);
  });

  it('换了标题是新的 so it is under another heading', () => {
    assert.deepEqual(newIn(OLD.replace('二、共享', '二、开放'), OLD), ['missing-lead 5']);
  });

  it('计次数：多出来的是新的 one more of the same is new', () => {
    const again = OLD.replace('4.校核', '4.共享数据。（责任单位：区民政局、区教育局）\n5.校核');
    assert.deepEqual(newIn(again, OLD), ['missing-lead 6']);
    assert.deepEqual(newIn(again, again), []);
    assert.deepEqual(newIn(OLD, again), []);
    assert.deepEqual(
      entriesOf(again).map(({ count }) => count),
      [1, 2, 1],
    );
  });

  it('只占一两个字的，连同前后的字 places of a mark or two are told by the words round them', () => {
    const table = (...rows: readonly string[]): string =>
      ['云溪区数据共享任务清单', '序号\t主要任务\t牵头单位\t责任单位', '1\t编制目录\t区数据局\t区财政局', ...rows].join(
        '\n',
      );
    const before = table('2\t归集数据\t\t区司法局');
    assert.deepEqual(newIn(table('2\t共享数据\t区数据局\t区司法局', '3\t归集数据\t\t区司法局'), before), []);
    assert.deepEqual(newIn(table('2\t共享数据\t\t区司法局'), before), ['missing-lead 3']);
  });

  it('改了再查，与从头查一样 after edits it keeps out the same', () => {
    const entries = entriesOf(OLD);
    const [read, check, filter] = [createPlanReader(), createChecker(rules), createBaselineFilter()];
    let source = readText(OLD);
    for (const [line, newText] of [
      [1, '一、新的标题'],
      [4, ''],
      [2, '1.编制目录。（责任单位：区水务局、区财政局）'],
    ] as const) {
      source = editSource(source, range(line, 0, line, 200), newText);
      const plan = read(source, { period: null });
      const incremental = filter.unknown(check(plan, REGISTER).findings, plan, entries);
      const fresh = createBaselineFilter().unknown(createChecker(rules)(plan, REGISTER).findings, plan, entries);
      assert.deepEqual(incremental, fresh);
    }
  });

  it('文件：写出来再读回来 a file reads as it was written, one entry a line, in a fixed order', () => {
    const baseline = updateBaseline(
      EMPTY_BASELINE,
      new Map([
        ['乙.plan', entriesOf(OLD)],
        ['甲/丙.plan', entriesOf(OLD)],
      ]),
    );
    const text = baselineText(baseline);
    assert.deepEqual(readBaseline(text), baseline);
    assert.equal(text.split('\n').filter((line) => line.includes('"rule"')).length, 6);
    assert.equal(baselineText(updateBaseline(baseline, new Map([['乙.plan', entriesOf(OLD)]]))), text);
    const less = updateBaseline(baseline, new Map([['乙.plan', []]]));
    assert.deepEqual(Object.keys(less.files), ['甲/丙.plan'], 'a file without findings leaves');
    assert.equal(baselineText(EMPTY_BASELINE), '{\n  "version": 1,\n  "files": {}\n}\n');
  });

  it('不是基线的文件 what is no baseline', () => {
    for (const text of ['', '[]', '{}', '{"version":2,"files":{}}', '{"version":1,"files":{"a":[{"rule":1}]}}', '{']) {
      assert.equal(readBaseline(text), null, text);
    }
  });
});
