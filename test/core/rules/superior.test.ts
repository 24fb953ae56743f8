/** The rules that hold a plan against the superior plans it names. */
import assert from 'node:assert/strict';
import { createPlanReader, readPlan, superiorsOf } from '../../../server/src/core/plan/plan';
import { createChecker } from '../../../server/src/core/rules/check';
import { DEFAULT_CONFIG } from '../../../server/src/core/rules/config';
import { RULES } from '../../../server/src/core/rules/index';
import { superiorFrom } from '../../../server/src/core/rules/superior';
import { readText } from '../../../server/src/core/syntax/source';
import { createRegister } from '../../../server/src/core/units/register';
import { textIn } from '../../support/marks';
import { checkFindings, sentence } from './findings';

const register = createRegister();

const CITY = `澄江市数据共享实施方案（2024—2026年）
一、主要任务
（一）归集基础数据。2025年6月底前完成人口、法人、自然资源和空间地理基础数据的归集。（牵头单位：市数据局）
（二）开放公共数据。2026年底前面向社会开放不少于五百个公共数据集。（牵头单位：市数据局）
（三）建设算力设施。统筹布局算力基础设施，建成市级算力调度平台并投入运行。（牵头单位：市工信局）
`;

const HEAD = (more = ''): string => `---\n上位文件: 市方案.plan\n${more}---\n`;
const DISTRICT = `云溪区数据共享实施方案（2024—2026年）
一、主要任务
（一）归集数据。2026年底前完成人口、法人、自然资源和空间地理基础数据的归集。（牵头单位：区数据局）
（二）开放数据。2026年底前面向社会开放不少于一百个公共数据集。（牵头单位：区数据局）
`;

function findings(rule: string, text: string, superior = CITY, percent = 30) {
  const superiors = [superiorFrom('市方案.plan', readPlan(readText(superior)))];
  const config = { ...DEFAULT_CONFIG, options: { 'copied-from-superior': { percent } } };
  const plan = createPlanReader()(readText(text), { period: null });
  const { findings: found, faults } = createChecker(RULES)(plan, register, config, superiors);
  assert.deepEqual(faults, []);
  return found.filter((one) => one.rule === rule);
}

describe('上位文件 superior plans', () => {
  it('are named in the front matter, one or several', () => {
    const named = (matter: string): readonly string[] =>
      superiorsOf(readPlan(readText(`---\n${matter}\n---\n一、任务\n`)));
    assert.deepEqual(named('上位文件: 市方案.plan'), ['市方案.plan']);
    assert.deepEqual(named('superior: [a.plan, "b.plan"]'), ['a.plan', 'b.plan']);
    assert.deepEqual(named('上位文件:\n  - 省方案.plan\n  - ../市方案.plan\n地区: 云溪区'), [
      '省方案.plan',
      '../市方案.plan',
    ]);
    assert.deepEqual(named('地区: 云溪区'), []);
  });

  it('a later deadline for the same matter is found, in words and in a table', () => {
    const [late, ...others] = findings('later-than-superior', HEAD() + DISTRICT);
    assert.deepEqual(others, []);
    assert.equal(textIn(HEAD() + DISTRICT, late!.range), '2026年底前');
    assert.match(sentence(late!), /澄江市数据共享实施方案.*2025年6月底前/);
    const table = `${HEAD()}序号\t主要任务\t牵头单位\t完成时间\n1\t完成人口、法人、自然资源和空间地理基础数据的归集\t区数据局\t2026年\n`;
    assert.deepEqual(
      findings('later-than-superior', table).map(({ range }) => textIn(table, range)),
      ['2026年'],
    );
  });

  it('the same day, an earlier one, and other matters are not', () => {
    assert.deepEqual(
      findings('later-than-superior', DISTRICT.replace('2026年底前完成人口', '2025年6月底前完成人口')),
      [],
    );
    assert.deepEqual(
      findings('later-than-superior', DISTRICT.replace('2026年底前完成人口', '2025年3月底前完成人口')),
      [],
    );
    const other = DISTRICT.replace(
      '完成人口、法人、自然资源和空间地理基础数据的归集',
      '组建数据管理队伍，培养专业人才',
    );
    assert.deepEqual(findings('later-than-superior', other), []);
  });

  it('what a well-known outline demands is known without its file', () => {
    const title = '云溪区贯彻落实《法治政府建设实施纲要（2021—2025年）》实施方案（2021—2025年）';
    checkFindings(
      'later-than-superior',
      `${title}\n（一）深化行政复议体制改革。<|2024年底前|>完成行政复议体制改革。（牵头单位：区司法局）`,
    );
    checkFindings(
      'later-than-superior',
      `${title}\n（一）深化行政复议体制改革。2022年底前完成行政复议体制改革。（牵头单位：区司法局）`,
    );
    checkFindings(
      'later-than-superior',
      '云溪区法律服务工作方案\n（一）2024年底前完成行政复议体制改革。（牵头单位：区司法局）',
    );
  });

  it('measures that nothing takes up are told once', () => {
    const [missing, ...others] = findings('superior-not-covered', HEAD() + DISTRICT);
    assert.deepEqual(others, []);
    assert.match(sentence(missing!), /有 1 项任务.*（三）建设算力设施/);
    const whole = `${HEAD()}${DISTRICT}（三）建设算力。布局算力基础设施，接入市级算力调度平台，投入运行。（牵头单位：区工信局）\n`;
    assert.deepEqual(findings('superior-not-covered', whole), []);
  });

  it('copying is measured for documents of late, and only above the share that is set', () => {
    const measures = Array.from(
      { length: 20 },
      (_, at) =>
        `（${'一二三四五六七八九十'[at % 10]}）第${at}批事项由各部门逐项梳理形成目录清单并向社会公布接受监督。`,
    ).join('\n');
    const city = `澄江市方案（2024—2026年）\n${measures}\n`;
    const copy = (date: string): string => `${HEAD(`成文日期: ${date}\n`)}云溪区方案（2024—2026年）\n${measures}\n`;
    const [copied] = findings('copied-from-superior', copy('2024-09-01'), city);
    assert.match(sentence(copied!), /100%.*澄江市方案/);
    assert.deepEqual(findings('copied-from-superior', copy('2023-09-01'), city), []);
    assert.deepEqual(findings('copied-from-superior', copy('2024-09-01'), city, 100), []);
    assert.deepEqual(findings('copied-from-superior', copy('2024-09-01'), CITY), []);
  });
});
