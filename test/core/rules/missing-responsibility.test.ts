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

  describe('个别遗漏 single measures', () => {
    const unit = '（责任单位：区政务办）';
    /** Measures, each with its annotation unless it is told otherwise; `-` marks one without, `<` one to be found. */
    const chapter = (number: string, marks: string): string =>
      [`${number}、主要任务`]
        .concat(
          [...marks].map((mark, index) => {
            const text = `${index + 1}.优化办事流程`;
            const rest = '，压缩办理时间，方便群众办事。';
            return mark === '<' ? `<|${text}|>${rest}` : `${text}${rest}${mark === '-' ? '' : unit}`;
          }),
        )
        .join('\n');
    const plan = (...chapters: readonly string[]): string => ['云溪区便民服务实施方案', ...chapters].join('\n');

    it('finds one among many', () => {
      const [finding] = check(plan(chapter('一', '++<+++')));
      assert.equal(finding?.severity, 'warning');
      assert.match(sentence(finding), /同级 6 项措施有 5 项/);
    });

    it('says nothing where fewer than eight in ten name somebody', () => {
      check(plan(chapter('一', '+-+-+++')));
      check(plan(chapter('一', '+-++')));
    });

    it('says nothing of chapters that name nobody, of what stands first or last', () => {
      check(plan(chapter('一', '++++++++++++'), chapter('二', '---')));
      check(plan(chapter('一', '-+++++++++-')));
    });

    it('says nothing where the heading above or the line below is assigned', () => {
      const inner = (annotation: string): string =>
        `（一）优化服务。${annotation}\n1.优化办事流程，压缩办理时间，方便群众。\n2.完善平台功能，归集各类数据，方便群众。`;
      check(plan(chapter('一', '+++++'), inner(unit), chapter('二', '+++++')));
      check(
        plan(
          chapter('一', '++-').replace(
            /$/,
            `\n${unit}\n4.优化办事流程，压缩办理时间，方便群众。${unit}\n5.优化。${unit}`,
          ),
        ),
      );
    });

    it('says nothing of measures whose sentence tells who does it', () => {
      const told = chapter('一', '++-+++').replace('群众办事。\n4.', '群众办事，由区政务办会同区司法局负责。\n4.');
      assert.notEqual(told, chapter('一', '++-+++'));
      check(plan(told));
    });

    it('says nothing of measures with words that may be an annotation', () => {
      check(plan(chapter('一', '++-+++').replace('群众办事。\n4.', '群众办事（由区政务办负责）。\n4.')));
    });
  });
});
