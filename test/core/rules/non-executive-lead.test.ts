import assert from 'node:assert/strict';
import { checkFindings, sentence, type Surroundings } from './findings';

const check = (marked: string, surroundings?: Surroundings) =>
  checkFindings('non-executive-lead', marked, surroundings);

const plan = (...annotations: readonly string[]): string =>
  ['云溪区诉源治理实施方案', '一、主要任务', ...annotations.map((one, index) => `${index + 1}.推进调解。${one}`)].join(
    '\n',
  );

describe('non-executive-lead 人大政协法院检察院牵头', () => {
  it('one finding for those side by side', () => {
    const [finding] = check(plan('（牵头单位：<|区法院、区检察院|>、区司法局；参加单位：区民政局）'));
    assert.equal(finding?.severity, 'info');
    assert.match(sentence(finding), /“区法院、区检察院”/);
  });

  it('offices of the congress, among others, in brackets and by verbs', () => {
    check(
      plan(
        '（牵头单位：区司法局、<|区人大常委会监司工委|>；参加单位：区法院）',
        '（<|区政协办公室|>牵头，区司法局配合）',
        '（责任单位：<|区法院|>、区司法局，列第一位的为牵头单位，下同）',
      ),
    );
  });

  it('in a table', () => {
    check(
      [
        '云溪区重点任务清单（2021—2025年）',
        '序号\t主要任务\t牵头单位\t责任单位\t完成时间',
        '1\t开展监督\t<|区人大 区政协|> 区司法局\t区法院\t2022年',
      ].join('\n'),
    );
  });

  it('从不报 never: participants, the responsible, bodies of the government', () => {
    check(
      plan(
        '（牵头单位：区司法局；参加单位：区人大常委会办公室、区政协、区法院、区检察院）',
        '（责任单位：区法院、区司法局）',
        '（牵头单位：云溪公安分局、区司法局、区纪委监委）',
      ),
    );
  });

  it('a document of the party committee may', () => {
    check('中共云溪区委关于加强诉源治理的实施意见\n一、任务\n1.推进调解。（牵头单位：区法院；参加单位：区司法局）');
    check(
      '区委办公室 区政府办公室关于印发诉源治理方案的通知\n一、任务\n1.推进调解。（牵头单位：区法院；参加单位：区司法局）',
    );
    check(plan('（牵头单位：区法院；参加单位：区司法局）'), {
      config: { options: { 'non-executive-lead': { joint: true } } },
    });
  });
});
