import assert from 'node:assert/strict';
import { checkEdit, checkRefused, runEdit } from './checkEdit';
import type { PlanEditName } from '../../../../server/src/protocol';

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

describe('插入条目 insertMeasure', () => {
  it('writes the next number below the measure, and numbers and references follow', () => {
    checkEdit(
      'insertMeasure',
      lines(
        '云溪区某项工作实施方案',
        '一、任务',
        '（一）建立台账。$0',
        '（二）开展检查。按“（三）”执行，见第（一）项、第（二）项。',
        '（三）总结评估。',
        '二、保障',
        '按照本方案第一部分第（三）项执行。',
      ),
      lines(
        '云溪区某项工作实施方案',
        '一、任务',
        '（一）建立台账。',
        '（二）$0',
        '（三）开展检查。按“（四）”执行，见第（一）项、第（三）项。',
        '（四）总结评估。',
        '二、保障',
        '按照本方案第一部分第（四）项执行。',
      ),
    );
  });

  it('keeps the writing, the indent and the blank lines of its neighbours', () => {
    checkEdit(
      'insertMeasure',
      lines('一、任务', '', '　　1．建立台账。', '', '　　2．开展$0检查。', '', '二、保障'),
      lines('一、任务', '', '　　1．建立台账。', '', '　　2．开展检查。', '', '　　3．$0', '', '二、保障'),
    );
    checkEdit('insertMeasure', '一、任务\n(9)建立台账。$0', '一、任务\n(9)建立台账。\n(10)$0');
  });

  it('numbers that run on over sections run on', () => {
    checkEdit(
      'insertMeasure',
      lines('一、甲类', '1.建立台账。', '2.开展检查。$0', '二、乙类', '3.总结评估。', '4.通报情况。'),
      lines('一、甲类', '1.建立台账。', '2.开展检查。', '3.$0', '二、乙类', '4.总结评估。', '5.通报情况。'),
    );
  });

  it('below the heading of a section it becomes the first measure', () => {
    checkEdit(
      'insertMeasure',
      lines('一、任务$0', '（一）建立台账。', '（二）开展检查。'),
      lines('一、任务', '（一）$0', '（二）建立台账。', '（三）开展检查。'),
    );
  });

  it('a measure goes below all that stands under the one at the caret', () => {
    checkEdit(
      'insertMeasure',
      lines(
        '一、任务',
        '（一）建立台账。要求如下，一并落实到各单位并且按期报送有关情况。$0',
        '1.登记。',
        '2.核对。',
        '（二）开展检查。',
      ),
      lines(
        '一、任务',
        '（一）建立台账。要求如下，一并落实到各单位并且按期报送有关情况。',
        '1.登记。',
        '2.核对。',
        '（二）$0',
        '（三）开展检查。',
      ),
    );
  });

  it('a row has the columns of its table', () => {
    const head = '序号\t主要任务\t责任单位\t完成时间\n';
    checkEdit(
      'insertMeasure',
      `${head}1\t建立$0台账\t区司法局\t2024年\n2\t开展检查，同序号1\t区财政局\t2024年\n`,
      `${head}1\t建立台账\t区司法局\t2024年\n2\t$0\t\t\n3\t开展检查，同序号1\t区财政局\t2024年\n`,
    );
    const bars = '| 序号 | 主要任务 | 责任单位 |\n|---|---|---|\n';
    checkEdit(
      'insertMeasure',
      `${bars}| 01 | 建立$0台账 | 区司法局 |\n| 02 | 开展检查 | 区财政局 |\n`,
      `${bars}| 01 | 建立台账 | 区司法局 |\n| 02 | $0 |  |\n| 03 | 开展检查 | 区财政局 |\n`,
    );
  });

  it('refuses outside measures', () => {
    checkRefused('insertMeasure', '云溪区某项工作$0实施方案\n一、任务\n（一）建立台账。\n', /光标不在/);
    checkRefused('insertMeasure', '$0', /光标不在/);
  });
});

describe('删除条目 deleteMeasure', () => {
  it('takes all that stands under it, and what referred to it stays', () => {
    checkEdit(
      'deleteMeasure',
      lines(
        '一、任务',
        '（一）建立台账。',
        '（二）开展检查。要求如下，一并落实到各单位并且按期报送有关情况。$0',
        '1.登记。',
        '（三）总结评估，见第（二）项、“（四）”。',
        '（四）通报。',
      ),
      lines('一、任务', '（一）建立台账。', '（二）总结评估，见第（二）项、“（三）”。', '（三）通报。').replace(
        '（二）总结',
        '$0（二）总结',
      ),
    );
  });

  it('a section goes with its measures, and the next sections move up', () => {
    checkEdit(
      'deleteMeasure',
      lines(
        '一、总体',
        '坚持统筹。',
        '',
        '二、任务$0',
        '（一）建立台账。',
        '',
        '三、保障',
        '加强领导，落实第一部分、第三部分要求。',
      ),
      lines('一、总体', '坚持统筹。', '', '二、保障', '加强领导，落实第一部分、第二部分要求。'),
    );
  });

  it('neither signature nor annexes go with the last measure', () => {
    const tails = [
      ['附件：1.甲表', '　　　2.乙表', '', '云溪区人民政府', '2024年1月1日'],
      ['云溪区人民政府', '2024年3月  日'],
      ['云溪区水务局', '云溪区财政局', '二〇一一年三月二日'],
      ['云溪区水务局 2024年3月2日'],
      ['云溪区人民政府办公室', '2024年3月2日印发'],
    ];
    for (const tail of tails) {
      const kept = ['一、任务', '（一）建立台账。'];
      checkEdit('deleteMeasure', lines(...kept, '（二）开展检查。$0', '', ...tail), lines(...kept, '', ...tail));
    }
  });

  it('an annex goes with its line in the list, and the next ones move up', () => {
    const text = (...parts: readonly string[]): string => lines('云溪区某项工作实施方案', '一、任务', ...parts);
    const notes = ['附件：1.甲表', '　　　2.乙表', '　　　3.丙表', '', '云溪区人民政府', '2024年1月1日', ''];
    checkEdit(
      'deleteMeasure',
      text('详见附件1、附件2和附件3。', ...notes, '附件1', '甲表', '附件2$0', '乙表', '附件3', '丙表，同附件1'),
      text(
        '详见附件1、附件2和附件2。',
        '附件：1.甲表',
        '　　　2.丙表',
        ...notes.slice(3),
        '附件1',
        '甲表',
        '附件2',
        '丙表，同附件1',
      ),
    );
    checkEdit(
      'deleteMeasure',
      text('详见附件2。', ...notes, '附件$01', '甲表', '附件2', '乙表', '附件3', '丙表'),
      text('详见附件1。', '附件：1.乙表', '　　　2.丙表', ...notes.slice(3), '附件1', '乙表', '附件2', '丙表'),
    );
  });

  it('a row hands its group down', () => {
    const head = '序号\t项目\t主要任务\t责任单位\n';
    checkEdit(
      'deleteMeasure',
      `${head}1\t甲类\t建立$0台账\t区司法局\n2\t\t开展检查\t区财政局\n3\t乙类\t总结\t区财政局\n`,
      `${head}1\t甲类\t开展检查\t区财政局\n2\t乙类\t总结\t区财政局\n`,
    );
  });

  it('a row hands its units down to a row that names nobody', () => {
    const head = '序号\t主要任务\t牵头单位\t完成时限\n';
    checkEdit(
      'deleteMeasure',
      `${head}1\t建立$0台账\t区司法局\t2023年\n2\t开展检查\t\t\n3\t总结\t同上\t2024年\n`,
      `${head}1\t开展检查\t区司法局\t2023年\n2\t总结\t同上\t2024年\n`,
    );
    const marked = '| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n';
    checkEdit(
      'deleteMeasure',
      `${marked}| 1 | 建立$0台账 | 区司法局 |\n| 2 | 开展检查 |  |\n`,
      `${marked}| 1 | 开展检查 | 区司法局 |\n`,
    );
  });

  it('tells on which lines references stand then that were left as they are', () => {
    const told = (edit: PlanEditName, text: string): unknown => {
      const { outcome } = runEdit(edit, text);
      return outcome.kind === 'edits' && outcome.told?.args?.['places'];
    };
    const measures = lines('一、任务', '（一）建$0立台账。', '1.登记。', '（二）总结，对照“（一）”。', '二、保障');
    assert.equal(told('deleteMeasure', measures), '2 “（一）”');
    // To another section, where the number alone no longer tells which is meant.
    const apart = lines('一、任务', '（一）开展检查。', '（二）建$0立台账，见第（二）项。', '二、保障', '（一）领导。');
    assert.equal(told('moveMeasureDown', apart), '4 “第（二）项”');
  });

  it('tells where the rule of who leads goes with it', () => {
    const rule = '（一）建$0立台账。（责任单位：区司法局、区财政局，列第一位的为牵头单位，下同）\n';
    const { outcome } = runEdit('deleteMeasure', `一、任务\n${rule}（二）开展检查。（责任单位：区财政局、区司法局）\n`);
    assert.match(outcome.kind === 'edits' ? (outcome.told?.message.zh ?? '') : '', /谁牵头/);
  });
});

describe('移动条目 moveMeasureUp, moveMeasureDown', () => {
  const both = (above: string, below: string): void => {
    checkEdit('moveMeasureUp', above, below);
    checkEdit('moveMeasureDown', below, above);
  };

  it('a measure changes places with its neighbour, numbers stay in order, references follow their measure', () => {
    both(
      lines('一、任务', '（一）建立台账。', '（二）$0开展检查。', '措施到位。', '（三）总结，见第（一）项。'),
      lines('一、任务', '（一）$0开展检查。', '措施到位。', '（二）建立台账。', '（三）总结，见第（二）项。'),
    );
  });

  it('the first measure of a section becomes the last of the one above', () => {
    both(
      lines('一、甲类', '（一）建立台账。', '', '二、乙类', '统筹推进。', '（一）$0开展检查。', '（二）总结。'),
      lines('一、甲类', '（一）建立台账。', '（二）$0开展检查。', '', '二、乙类', '统筹推进。', '（一）总结。'),
    );
  });

  it('sections move with all they hold', () => {
    both(
      lines('一、甲类', '1.建立台账。', '二、$0乙类', '2.开展检查。', '3.总结，见任务1。'),
      lines('一、$0乙类', '1.开展检查。', '2.总结，见任务3。', '二、甲类', '3.建立台账。'),
    );
  });

  it('rows move, and stay in their group', () => {
    const head = '序号\t项目\t主要任务\t责任单位\n';
    both(
      `${head}1\t甲类\t建立台账\t区司法局\n2\t\t$0开展检查\t区财政局\n3\t乙类\t总结\t区财政局\n`,
      `${head}1\t甲类\t$0开展检查\t区财政局\n2\t\t建立台账\t区司法局\n3\t乙类\t总结\t区财政局\n`,
    );
    checkRefused(
      'moveMeasureUp',
      `${head}1\t甲类\t建立台账\t区司法局\n2\t乙类\t$0开展检查\t区财政局\n3\t\t总结\t区财政局\n`,
      /分组/,
    );
  });

  it('rows move, and keep the units they share', () => {
    const head = '序号\t主要任务\t牵头单位\t责任单位\n';
    both(
      `${head}1\t建立台账\t区司法局\t区财政局\n2\t$0开展检查\t\t\n3\t总结\t区财政局\t\n`,
      `${head}1\t$0开展检查\t区司法局\t区财政局\n2\t建立台账\t\t\n3\t总结\t区财政局\t\n`,
    );
    checkRefused('moveMeasureUp', `${head}1\t建立台账\t区司法局\t\n2\t$0开展检查\t区财政局\t\n3\t总结\t\t\n`, /单位/);
  });

  it('stops at both ends', () => {
    checkRefused('moveMeasureUp', '一、任务\n（一）建立$0台账。\n（二）开展检查。\n', /第一条/);
    checkRefused('moveMeasureDown', '一、任务\n（一）建立台账。\n（二）开展$0检查。\n', /最后一条/);
  });
});

describe('升级、降级 promoteMeasure, demoteMeasure', () => {
  it('a measure becomes a section and takes what followed it', () => {
    checkEdit(
      'promoteMeasure',
      lines(
        '一、甲类',
        '（一）建立台账。',
        '（二）开展$0检查。',
        '1.登记。',
        '（三）总结。',
        '二、乙类',
        '见第二部分。',
      ),
      lines(
        '一、甲类',
        '（一）建立台账。',
        '二、开展检查。',
        '（一）登记。',
        '（二）总结。',
        '三、乙类',
        '见第三部分。',
      ),
    );
  });

  it('a section becomes a measure of the section above', () => {
    checkEdit(
      'demoteMeasure',
      lines(
        '## 一、甲类',
        '### （一）建立台账',
        '坚持统筹。',
        '## 二、乙$0类',
        '### （一）总结',
        '坚持统筹。',
        '## 三、丙类',
      ),
      lines(
        '## 一、甲类',
        '### （一）建立台账',
        '坚持统筹。',
        '### （二）乙类',
        '#### 1.总结',
        '坚持统筹。',
        '## 二、丙类',
      ),
    );
  });

  it('refuses at the ends of the scale and in tables', () => {
    checkRefused('promoteMeasure', '一、任$0务\n', /最高/);
    checkRefused('demoteMeasure', '一、任$0务\n', /前面没有/);
    checkRefused('demoteMeasure', '序号\t主要任务\t责任单位\n1\t甲\t区司法局\n2\t$0乙\t区司法局\n', /没有层级/);
  });
});

describe('全文重新编号 renumber', () => {
  const renumber = (before: string, after: string): void => checkEdit('renumber', `$0${before}`, after);

  it('mends what repeats or is left out, and what refers to it', () => {
    renumber(
      lines(
        '一、任务',
        '（一）建立台账。',
        '（二）开展检查。',
        '（二）通报。',
        '（三）总结。',
        '二、保障',
        '（一）领导。',
        '（三）经费。',
      ),
      lines(
        '一、任务',
        '（一）建立台账。',
        '（二）开展检查。',
        '（三）通报。',
        '（四）总结。',
        '二、保障',
        '（一）领导。',
        '（二）经费。',
      ),
    );
  });

  it('numbers in quotations, titles and other documents stay', () => {
    renumber(
      lines('一、任务', '（一）建立台账，落实《某条例》第三条。', '（三）总结，见第（三）项。'),
      lines('一、任务', '（一）建立台账，落实《某条例》第三条。', '（二）总结，见第（二）项。'),
    );
    checkRefused(
      'renumber',
      lines('$0一、任务', '将第一条修改为：“坚持统筹推进。', '（三）甲。', '（五）乙。”', '二、保障'),
      /没有需要改的/,
    );
  });

  it('leaves alone what is not clear, and says so', () => {
    checkRefused(
      'renumber',
      lines(
        '$0一、任务',
        '（一）建立台账。（责任单位：区司法局）',
        '开展执法检查，通报检查结果。（责任单位：区司法局）',
        '（三）总结。（责任单位：区司法局）',
      ),
      /说不准/,
    );
    checkRefused('renumber', '$0一、任务\n', /没有需要改的/);
  });
});

describe('拖动 moveMeasureTo', () => {
  const at = (line: number): { readonly line: number; readonly character: number } => ({ line, character: 0 });
  const text = lines(
    '$0一、甲类',
    '（一）建立台账。',
    '（二）开展检查。',
    '二、乙类',
    '（一）总结。',
    '三、丙类',
    '见本方案第二部分第（一）项。',
  );
  /** `after`: the lines that then stand there. */
  const move = (from: number, to: number, after: string): void =>
    checkEdit('moveMeasureTo', text, lines(...after.split(' ')), { from: at(from), to: at(to) });

  it('takes the place of one of its own level', () => {
    move(
      1,
      4,
      '一、甲类 （一）开展检查。 二、乙类 （一）总结。 （二）建立台账。 三、丙类 见本方案第二部分第（一）项。',
    );
    move(
      4,
      1,
      '一、甲类 （一）总结。 （二）建立台账。 （三）开展检查。 二、乙类 三、丙类 见本方案第一部分第（一）项。',
    );
    move(
      3,
      0,
      '一、乙类 （一）总结。 二、甲类 （一）建立台账。 （二）开展检查。 三、丙类 见本方案第一部分第（一）项。',
    );
  });

  it('becomes the last of a section one level up', () => {
    move(
      1,
      3,
      '一、甲类 （一）开展检查。 二、乙类 （一）总结。 （二）建立台账。 三、丙类 见本方案第二部分第（一）项。',
    );
    move(
      4,
      0,
      '一、甲类 （一）建立台账。 （二）开展检查。 （三）总结。 二、乙类 三、丙类 见本方案第一部分第（三）项。',
    );
  });

  it('goes nowhere else', () => {
    const refuses = (from: number, to: number): void =>
      checkRefused('moveMeasureTo', text, /不能移到|最后一条/, { from: at(from), to: at(to) });
    refuses(0, 1);
    refuses(0, 4);
    refuses(2, 0);
    refuses(1, 1);
  });
});
