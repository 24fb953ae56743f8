import assert from 'node:assert/strict';
import { readNumbering } from '../../../../server/src/core/plan/numbering/model';
import { resolveReferences } from '../../../../server/src/core/plan/numbering/resolve';
import { readPlan } from '../../../../server/src/core/plan/plan';
import { readText } from '../../../../server/src/core/syntax/source';
import { checkEdit } from '../../features/edits/checkEdit';

const PLAN = `云溪区某项工作实施方案
一、甲类
（一）建立台账。
（二）开展检查。
二、乙类
（一）归集数据。
（二）总结评估。
三、保障
`;

/** The references of a sentence below the plan, each as written with the lines its numbers mean (`-`: none that is certain). */
function checkReferences(sentence: string, ...expected: readonly string[]): void {
  const numbering = readNumbering(readPlan(readText(PLAN + sentence)));
  const found = resolveReferences(numbering).map(({ text, numbers }) => {
    const lines = numbers.map(({ item }) => (item === null ? '-' : numbering.items[item]!.range.start.line + 1));
    return `${text} ${lines.join(',')}`;
  });
  assert.deepEqual(found, expected);
}

describe('引用 references to numbers of the document', () => {
  it('of this document, by section and item', () => {
    checkReferences('落实本方案第二部分第（二）项和第三部分要求。', '第二部分 5', '第（二）项 7', '第三部分 8');
    checkReferences('按第一部分第（一）、（二）项执行。', '第一部分 2', '第（一）、（二）项 3,4');
    checkReferences('按第一部分第（一）至（二）项执行。', '第一部分 2', '第（一）至（二）项 3,4');
  });

  it('of which it cannot be told which is meant', () => {
    checkReferences('落实第（二）项要求。', '第（二）项 -');
    checkReferences('落实第三项要求，见附件2。', '第三项 -', '附件2 -');
  });

  it('of other documents are none', () => {
    checkReferences('根据《某条例》第三条、第五条和某政发〔2021〕1号第二项。');
    checkReferences('按照《关于落实第二部分的通知》办理，对照该意见第二部分。');
    checkReferences('衔接省实施方案第三部分、市级规划第二部分。');
    checkReferences('第一项是建立台账，第三部分析研判。');
  });
});

describe('引用随编号改 references follow', () => {
  const remove = (before: string, after: string): void => checkEdit('deleteMeasure', before, after);

  it('lists and ranges as a whole or not at all', () => {
    const items = (...numbers: readonly string[]): string => numbers.map((one) => `（${one}）建立台账。`).join('\n');
    remove(
      `一、任务\n（一）建立$0台账。\n${items('二', '三', '四')}\n二、保障\n见第一部分第（二）至（四）项、第（一）、（三）项。`,
      `一、任务\n${items('一', '二', '三')}\n二、保障\n见第一部分第（二）至（四）项、第（一）、（三）项。`,
    );
    remove(
      `一、任务\n（一）建立$0台账。\n${items('二', '三', '四')}\n二、保障\n见第一部分第（二）至（四）项。`,
      `一、任务\n${items('一', '二', '三')}\n二、保障\n见第一部分第（一）至（三）项。`,
    );
  });

  it('numbers of other documents stay', () => {
    remove(
      '第一条　建立$0台账。\n第二条　依据《某条例》第三条、第二条办理。\n第三条　违反第二条的，通报。\n',
      '第一条　依据《某条例》第三条、第二条办理。\n第二条　违反第一条的，通报。\n',
    );
  });

  it('takes time in proportion to the length of the document', () => {
    const section = (number: string): string =>
      `${number}、任务\n${[...'一二三四五六七八九十'].map((one) => `（${one}）办，见第（${one}）项。`).join('\n')}\n`;
    const text = Array.from({ length: 5000 }, (_, at) => section('一二三四五六七八九'[at % 9]!)).join('');
    const start = performance.now();
    resolveReferences(readNumbering(readPlan(readText(text))));
    assert.ok(performance.now() - start < 8000, 'looking at all items of a number for each reference takes longer');
  });

  it('rows are referred to by 序号 and 任务', () => {
    const head = '序号\t主要任务\t责任单位\n';
    remove(
      `${head}1\t建立$0台账\t区司法局\n2\t开展检查\t区财政局\n3\t总结任务2，同序号2—3，任务2个\t区财政局\n`,
      `${head}1\t开展检查\t区财政局\n2\t总结任务1，同序号1—2，任务2个\t区财政局\n`,
    );
  });
});
