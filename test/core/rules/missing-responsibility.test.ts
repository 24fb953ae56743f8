import assert from 'node:assert/strict';
import { checkFindings, sentence, type Surroundings } from './findings';

const check = (marked: string, surroundings?: Surroundings) =>
  checkFindings('missing-responsibility', marked, surroundings);

const measures = (count: number): string =>
  ['一', '二', '三', '四', '五']
    .slice(0, count)
    .map((number) => `（${number}）完善服务。优化流程，压缩时间，方便群众。`)
    .join('\n');

describe('missing-responsibility 任务未列责任单位', () => {
  it('says once for the whole plan that nobody is responsible', () => {
    const [finding] = check(`<|云溪区便民服务实施方案（2021—2025年）|>\n一、主要任务\n${measures(4)}`);
    assert.equal(finding?.severity, 'info');
    assert.match(sentence(finding), /^全文没有列明/);
  });

  it('is shown at the title also where the title takes two lines', () => {
    check(`<|云溪区深入推进便民服务提质增效\n三年行动实施方案|>\n\n一、主要任务\n${measures(4)}`);
  });

  it('one annotation, one cell or one sentence in brackets is enough', () => {
    check(`云溪区便民服务实施方案\n一、主要任务\n${measures(4)}（责任单位：区政务办）`);
    check(`云溪区便民服务实施方案\n一、主要任务\n${measures(4)}（区政务办牵头，区财政局配合）`);
    check(
      '云溪区便民服务任务清单\n序号\t主要任务\t牵头单位\n1\t优化流程\t区政务办\n2\t压缩时间\t区政务办\n3\t方便群众\t区政务办',
    );
  });

  it('a text with hardly any numbered measures is no plan to assign yet', () => {
    check(`云溪区便民服务实施方案\n${measures(2)}`);
    check('云溪区便民服务实施方案\n');
  });

  it('a report and a text that is no plan are not looked at', () => {
    check(`云溪区2023年度便民服务工作报告\n一、主要做法\n${measures(4)}`);
    check('会议记录\n今天讨论了三件事。');
  });
});
