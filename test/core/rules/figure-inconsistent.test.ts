import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (...lines: readonly string[]) =>
  checkFindings(
    'figure-inconsistent',
    ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, at) => `${at + 1}.${line}`)].join('\n'),
  );

describe('figure-inconsistent 同一指标数值不一', () => {
  it('finds the later of two values and points to the earlier', () => {
    const [finding] = check(
      '政务服务事项网上可办率达到95%。',
      '确保<|政务服务事项网上可办率达到100%|>。',
      '政务服务事项网上可办率达到95%。',
    );
    assert.match(sentence(finding!), /这里是100%，另一处是95%/);
    assert.equal(finding!.related.length, 1);
  });

  it('looks into tables', () => {
    checkFindings(
      'figure-inconsistent',
      '序号\t主要任务\t牵头单位\t成果\n1\t推进应诉\t区司法局\t行政机关负责人出庭应诉率达到90%\n2\t加强应诉\t区司法局\t<|行政机关负责人出庭应诉率达到95%|>\n',
    );
  });

  it('leaves the same value, whatever its width and zeros', () => {
    check('政务服务事项网上可办率达到95%。', '政务服务事项网上可办率达到95.0％。');
  });

  it('leaves steps, other places, growth and what is today', () => {
    check('2023年政务服务事项网上可办率达到95%。', '到2025年底政务服务事项网上可办率达到100%。');
    check('政务服务事项网上可办率达到95%。', '全省政务服务事项网上可办率达到99%。');
    check('政务服务事项网上可办率达到95%。', '目前，政务服务事项网上可办率达到80%。');
  });

  it('leaves short names, which many indicators share', () => {
    check('群众满意率达到95%。', '群众满意率达到98%。');
  });

  it('leaves other indicators that end alike', () => {
    check('居民养老保险参保覆盖率达到95%。', '居民医疗保险参保覆盖率达到98%。');
  });
});
