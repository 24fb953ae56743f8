import assert from 'node:assert/strict';
import { createRegister } from '../../../../server/src/core/units/register';
import type { UnitEntry } from '../../../../server/src/core/units/model';
import { accepted, checkCompletion, checkQuiet, labelsIn, proposalsIn } from './check';

const PLAN = `云溪区数字政府建设实施方案（2021—2025年）

一、主要任务
（一）健全制度。修订管理办法，2024年底前完成。（牵头单位：区审计局；责任单位：区财政局、区司法局）
（二）统筹推进。制定年度计划。（牵头单位：区审计局；责任单位：区司法局、各镇街）
`;
const TABLE = `云溪区重点任务清单（2021—2025年）
序号\t主要任务\t牵头单位\t责任单位\t完成时间
1\t完善决策程序\t区司法局\t区财政局\t2024年底前
`;
const MARKDOWN = `云溪区重点任务清单（2021—2025年）

| 序号 | 主要任务 | 牵头单位 | 责任单位 | 完成时限 |
| --- | --- | --- | --- | --- |
| 1 | 完善决策程序 | 区司法局 | 区财政局 | 2024年底前 |
`;
const ONE_LINE = PLAN.replaceAll('\n', '');

describe('补全：单位 completion of units', () => {
  it('those that have the role come first, then others of the document, then the register', () => {
    checkCompletion(`${PLAN}（三）强化监督。开展检查。（牵头单位：$0）`, ['区审计局', '区司法局', '区财政局']);
    checkCompletion(`${PLAN}（三）强化监督。开展检查。（牵头单位：区委办；责任单位：$0）`, [
      '区司法局',
      '区财政局',
      '区审计局',
    ]);
    assert.ok(labelsIn(`${PLAN}（三）强化监督。开展检查。（牵头单位：$0）`).includes('区民政局'));
  });

  it('collective names come last', () => {
    const kinds = proposalsIn(`${PLAN}（三）检查。（责任单位：$0）`).map(({ kind }) => kind);
    const first = kinds.indexOf('collective');
    assert.ok(first < 0 || kinds.slice(first).every((kind) => kind !== 'unit'));
    checkCompletion(`${PLAN}（三）强化监督。开展检查。（责任单位：各$0）`, ['各镇街']);
  });

  for (const typed of ['qsfj', 'qusifaju', 'qsifj', '司fj', '司法', 'sfj', 'QSFJ', '区司']) {
    it(`${typed} finds 区司法局 in a label`, () => {
      checkCompletion(`${PLAN}（三）强化监督。开展检查。（牵头单位：区委办；责任单位：区民政局、<|${typed}|>$0）`, [
        '区司法局',
      ]);
    });
  }

  it('a body may be found under another of its names', () => {
    checkCompletion(`${PLAN}（三）强化监督。开展检查。（牵头单位：qfzhggwyh$0）`, ['区发改委']);
  });

  it('a body of another level is found when its level is written', () => {
    checkCompletion(`${PLAN}（三）强化监督。开展检查。（牵头单位：市司$0）`, ['市司法局']);
  });

  it('names the list has already are not proposed again', () => {
    const labels = labelsIn(`${PLAN}（三）强化监督。开展检查。（牵头单位：区审计局；责任单位：区司法局、$0）`);
    assert.ok(!labels.includes('区司法局') && !labels.includes('区审计局'), labels.slice(0, 5).join());
  });

  it('nor under another of their names; the same office of another level is another body', () => {
    const labels = labelsIn(`${PLAN}（三）检查。（牵头单位：区发展和改革委员会；责任单位：市审计局、$0）`);
    assert.ok(!labels.includes('区发改委'), labels.slice(0, 5).join());
    assert.ok(labels.includes('区审计局'));
  });

  it('before its colon a label is being written, not a name', () => {
    checkQuiet(`${PLAN}（三）检查。（$0牵头单位：区审计局；责任单位：区司法局）`);
    checkQuiet(`${PLAN}（三）检查。（牵头单位：区审计局；责任$0单位：区司法局）`);
  });

  it('offices whose names hold their level carry that of the document', () => {
    const city = PLAN.replaceAll('云溪区', '澄江市')
      .replaceAll('区审计局', '市审计局')
      .replaceAll('区司法局', '市司法局');
    const labels = labelsIn(`${city}（三）检查。（牵头单位：市委依法$0）`);
    assert.ok(labels.includes('市委依法治市办') && !labels.includes('市委依法治区办'), labels.join());
  });

  it('before a bare verb', () => {
    checkCompletion(`${PLAN}（三）强化监督。开展检查。（$0牵头，区财政局配合）`, ['区审计局', '区司法局']);
    checkCompletion(`${PLAN}（三）强化监督。开展检查。（qsf$0牵头，区财政局配合）`, ['区司法局']);
    checkCompletion(`${PLAN}（三）强化监督。开展检查。（区审计局牵头，$0配合）`, ['区司法局', '区财政局']);
  });

  it('behind punctuation of either width', () => {
    for (const text of [
      '（牵头单位:$0',
      '(责任单位:区财政局,$0)',
      '[牵头单位：$0]',
      '（责任单位：区财政局，$0）',
      '责任单位：$0',
    ])
      assert.ok(labelsIn(`${PLAN}（三）强化监督。开展检查。${text}`).includes('区司法局'), text);
  });

  it('in the columns of a table, alone or at the end of the row', () => {
    checkCompletion(`${TABLE}2\t开展检查\t$0`, ['区司法局', '区财政局']);
    checkCompletion(`${TABLE}2\t开展检查\tqcz$0\t\t2023年`, ['区财政局']);
    checkCompletion(`${MARKDOWN}| 2 | 开展检查 | $0 |  | 2023年 |`, ['区司法局', '区财政局']);
    checkCompletion(`${MARKDOWN}| 2 | 开展检查 |  $0  | 区财政局 | 2023年 |`, ['区司法局']);
    checkCompletion(`${MARKDOWN}| 2 | 开展检查 | 区审计局 | q财$0`, ['区财政局']);
  });

  it('in a document of one line', () => {
    checkCompletion(ONE_LINE.replace('牵头单位：区审计局；责任单位：区司法局', '牵头单位：qsj$0；责任单位：区司法局'), [
      '区审计局',
    ]);
    checkCompletion(`${ONE_LINE}（三）强化监督。开展检查。（牵头单位：司$0`, ['区司法局']);
  });

  it('in a field torn by a page end', () => {
    checkCompletion(`${PLAN}（三）强化监督。开展检查。（牵头单位：区审计局；责任单位：区财政局、\n\n司$0）`, [
      '区司法局',
    ]);
  });

  it('replaces what was typed and nothing else', () => {
    const text = `${PLAN}（三）强化监督。开展检查。（牵头单位：区委办；责任单位：区民政局、sf$0，区财政局）`;
    assert.ok(accepted(text, '区司法局').endsWith('责任单位：区民政局、区司法局，区财政局）'));
    assert.ok(
      accepted(`${MARKDOWN}| 2 | 检查 | sf$0 | 区财政局 | 2023年 |`, '区司法局').endsWith(
        '| 区司法局 | 区财政局 | 2023年 |',
      ),
    );
  });

  it('a local register counts before the base, with its own 拼音', () => {
    const entry: UnitEntry = {
      name: '云溪数谷公司',
      kind: 'enterprise',
      aliases: ['数谷'],
      formerNames: [],
      origin: 'local',
      pinyin: ['yxsg'],
    };
    const surroundings = { register: createRegister([entry], { place: '云溪区' }) };
    const text = (typed: string): string => `${PLAN}（三）强化监督。开展检查。（牵头单位：${typed}$0）`;
    checkCompletion(text('yxsg'), ['云溪数谷公司'], surroundings);
    checkCompletion(text('数谷'), ['云溪数谷公司'], surroundings);
    checkCompletion(text('shug'), ['云溪数谷公司'], surroundings);
  });

  it('plain prose is left alone', () => {
    for (const text of ['开展监督$0检查', '坚持统筹规划，qs$0', '由区司法局$0组织实施。', '（2021年$0）'])
      checkQuiet(`${PLAN}（三）强化监督。${text}`);
    checkQuiet(`${TABLE}2\t开展$0检查\t区司法局`);
    checkQuiet(`${PLAN}<!-- 牵头单位：$0 -->`);
  });
});
