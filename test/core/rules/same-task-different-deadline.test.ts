import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';
import { rows, stated } from './timePlans';

const check = (marked: string) => checkFindings('same-task-different-deadline', marked);
const SAME = '建立河道淤积监测预警和分级分类处置工作机制';
const mark = (text: string): string => `<|${text}|>`;

describe('same-task-different-deadline 同一事项时限不同', () => {
  it('finds both and names the other', () => {
    const [first, second] = check(
      rows(
        [mark(`${SAME}，定期发布信息`), '2022年', '监测报告'],
        ['巡查河道', '2023年', '巡查记录'],
        ['修复护岸', '2024年', `验收报告。${mark(`推动护岸修复，${SAME}`)}。`],
      ),
    );
    assert.equal(first?.severity, 'warning');
    assert.match(sentence(first), /时限是“2024年”，这里是“2022年”/);
    assert.equal(first.related[0]?.range.start.line, second?.range.start.line);
    assert.equal(second?.related[0]?.range.start.line, first.range.start.line);
  });

  it('in measures that state their deadline', () => {
    check(stated([`${mark(`${SAME}，定期发布信息`)}。`, '2022年底前'], [`修复护岸。${mark(SAME)}。`, '2024年底前']));
  });

  it('takes the day a sentence names before that of the row', () => {
    check(rows([`2023年底前${SAME}`, '2022-2024年', ''], [SAME, '2023年', '']));
    check(rows([mark(`2022年底前${SAME}`), '2022-2024年', ''], [mark(SAME), '2023年', '']));
  });

  it('spans with another beginning differ too', () => {
    check(rows([mark(SAME), '2022-2023年', ''], [mark(SAME), '2023年', '']));
  });

  const innocent: Readonly<Record<string, string>> = {
    时限相同: rows([SAME, '2022年', ''], [SAME, '2022年', '']),
    末日相同: rows([SAME, '2022年', ''], [SAME, '2022年底前', '']),
    没有终点: rows([SAME, '2022年', ''], [SAME, '长期坚持', '']),
    同一项的任务和成果: rows([SAME, '2022年', SAME]),
    不足二十字: rows(['建立河道淤积监测预警工作机制', '2022年', ''], ['建立河道淤积监测预警工作机制', '2024年', '']),
    固定套语: rows(
      ['履行经济调节、市场监管、社会管理、公共服务、生态环境保护职能', '2022年', ''],
      ['加强经济调节、市场监管、社会管理、公共服务、生态环境保护工作', '2024年', ''],
    ),
    法规名称: rows(
      ['落实《云溪区河道淤积监测预警和分级分类处置办法》', '2022年', ''],
      ['宣传《云溪区河道淤积监测预警和分级分类处置办法》', '2024年', ''],
    ),
    没有动词: rows(
      ['云溪河、澄江河、白塔河、青石河、柳林河等五条河道', '2022年', ''],
      ['云溪河、澄江河、白塔河、青石河、柳林河等五条河道', '2024年', ''],
    ),
    阶段: rows([`启动${SAME}试点`, '2022年', ''], [`完成${SAME}验收`, '2024年', '']),
    多项任务都写的话: rows(...[2022, 2023, 2024, 2025].map((year) => [SAME, `${year}年`, ''] as const)),
    阶段目标: rows([`到2023年，${SAME}`, '2022-2025年', ''], [SAME, '2025年', '']),
  };
  for (const [name, text] of Object.entries(innocent)) {
    it(`不报：${name}`, () => {
      check(text);
    });
  }

  it('takes time in proportion to the length of the document', () => {
    const time = (count: number): number => {
      const many = Array.from({ length: count }, (_, at) => [`${SAME}第${at}号`, `${2022 + (at % 3)}年`, ''] as const);
      const text = rows(...many);
      const start = performance.now();
      check(text);
      return performance.now() - start;
    };
    time(200);
    assert.ok(time(1500) < 12_000, 'comparing all with all would take minutes');
  });
});
