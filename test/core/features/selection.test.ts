import assert from 'node:assert/strict';
import { selectionsAt } from '../../../server/src/core/features/selection';
import { readPlan } from '../../../server/src/core/plan/plan';
import { readText } from '../../../server/src/core/syntax/source';
import { comparePositions } from '../../../server/src/core/text/position';
import { seeds } from '../../support/documents';
import { readMarks, textIn } from '../../support/marks';
import { createRandom } from '../../support/random';

/** Checks what grows round `$0`, from the smallest on; further ranges may follow. */
function checkSelections(marked: string, ...expected: readonly string[]): void {
  const { text, caret } = readMarks(marked);
  const found = selectionsAt(readPlan(readText(text)), caret).map((range) => textIn(text, range));
  assert.deepEqual(found.slice(0, expected.length), expected);
  assert.equal(found.at(-1), text);
}

const PLAN = (measure: string): string =>
  `云溪区河湖长制实施方案（2021—2025年）\n\n一、总体要求\n坚持统筹。\n二、主要任务\n${measure}\n三、保障措施\n加强领导。\n`;

describe('selection ranges', () => {
  it('grow from a name to its list, its field, the annotation, the measure, the section', () => {
    const measure =
      '（一）健全制度。修订巡河办法。（牵头单位：区水利局；责任单位：区财$0政局、区审计局；完成时限：2024年）';
    const plain = measure.replace('$0', '');
    checkSelections(
      PLAN(measure),
      '区财政局',
      '区财政局、区审计局',
      '责任单位：区财政局、区审计局',
      '牵头单位：区水利局；责任单位：区财政局、区审计局；完成时限：2024年',
      '（牵头单位：区水利局；责任单位：区财政局、区审计局；完成时限：2024年）',
      plain.slice(3),
      plain,
      `二、主要任务\n${plain}`,
    );
  });

  it('grow from a clause to its sentence, the words of the task, the measure', () => {
    const measure = '（一）健全制度。完善巡河，$0落实责任。定期通报。（责任单位：区水利局）';
    const plain = measure.replace('$0', '');
    checkSelections(
      PLAN(measure),
      '落实责任',
      '完善巡河，落实责任。',
      '健全制度。完善巡河，落实责任。定期通报。',
      plain.slice(3),
      plain,
    );
  });

  it('stop at quotation marks and titles', () => {
    checkSelections(
      PLAN('（一）推进“一河$0一策”工作，依据《云溪区河湖条例》（云政发〔2022〕3号）办理。（责任单位：区水利局）'),
      '一河一策',
      '“一河一策”',
      '推进“一河一策”工作',
    );
    checkSelections(
      PLAN('（一）推进“一河一策”工作，依据《云溪区河湖$0条例》（云政发〔2022〕3号）办理。（责任单位：区水利局）'),
      '云溪区河湖条例',
      '《云溪区河湖条例》',
      '《云溪区河湖条例》（云政发〔2022〕3号）',
      '依据《云溪区河湖条例》（云政发〔2022〕3号）办理',
    );
  });

  it('tell the tasks of one paragraph apart', () => {
    checkSelections(
      PLAN('（一）综合整治。清理河道$0。（责任单位：区水利局）管护堤岸。（责任单位：区住建局）'),
      '清理河道',
      '清理河道。',
      '综合整治。清理河道。',
      '综合整治。清理河道。（责任单位：区水利局）',
    );
  });

  it('grow from a name to the cell, the row, the group and the table', () => {
    const rows = (caret: string): string =>
      `云溪区任务清单\n序号\t任务类别\t主要任务\t责任单位\n1\t制度建设\t修订办法\t${caret}区水利局、区财政局\n2\t制度建设\t开展检查\t区审计局\n3\t河道管护\t清淤\t区水利局\n`;
    const lines = rows('').split('\n');
    checkSelections(
      rows('$0'),
      '区水利局',
      '区水利局、区财政局',
      lines[2]!,
      `${lines[2]!}\n${lines[3]!}`,
      lines.slice(1, 5).join('\n'),
    );
  });

  it('work in one-line documents', () => {
    checkSelections(
      '云溪区实施方案 一、总体要求 坚持统筹。 二、主要任务 （一）健全制度。（责任单位：区水$0利局、区财政局）（二）强化监督。（责任单位：区审计局）',
      '区水利局',
      '区水利局、区财政局',
    );
  });

  it('work where brackets are torn', () => {
    checkSelections(PLAN('（一）健全“制度。落实$0责任，（区水利局'), '落实责任');
    checkSelections('》）”责任$0（“', '》）”责任（“');
  });

  it('hold one another and the caret, at any place of any text', () => {
    const random = createRandom();
    for (const { name, text } of [...seeds().slice(0, 6), { name: 'nothing', text: '' }]) {
      const plan = readPlan(readText(text));
      const lines = text.split(/\r\n|\n|\r/);
      for (let round = 0; round < 40; round++) {
        const line = random.below(lines.length);
        const caret = { line, character: random.below(lines[line]!.length + 1) };
        const ranges = selectionsAt(plan, caret);
        const where = `${name} ${caret.line}:${caret.character}, seed ${random.seed}`;
        ranges.forEach(({ start, end }, at) => {
          assert.ok(comparePositions(start, caret) <= 0 && comparePositions(caret, end) <= 0, where);
          const before = ranges[at - 1];
          if (!before) return;
          assert.ok(comparePositions(start, before.start) <= 0 && comparePositions(before.end, end) <= 0, where);
        });
      }
    }
  });
});
