import { checkEdit, checkRefused } from './checkEdit';

const wrap = (before: string, after: string): void => checkEdit('wrapAnnotation', before, after);
const refuses = (before: string, says: RegExp): void => checkRefused('wrapAnnotation', before, says);

describe('写成责任括注 wrapAnnotation', () => {
  it('units become one list where the document has no other habit', () => {
    wrap('（一）建立台账。<|区司法局、区政府办|>\n', '（一）建立台账。（责任单位：区司法局、区政府办）$0\n');
    wrap('（一）建立台账。<| 区司法局。|>\n', '（一）建立台账。 （责任单位：区司法局）$0\n');
  });

  it('the labels are those the document uses', () => {
    const habit = '（一）归集数据。（牵头单位：区大数据局；配合单位：区政府办）\n';
    wrap(
      `${habit}（二）建立台账。<|区司法局、区政府办、区财政局|>\n`,
      `${habit}（二）建立台账。（牵头单位：区司法局；配合单位：区政府办、区财政局）$0\n`,
    );
    wrap(
      '（一）办。（责任部门：区教体局）\n（二）建。<|区司法局|>',
      '（一）办。（责任部门：区教体局）\n（二）建。（责任部门：区司法局）',
    );
  });

  it('brackets, colons and separators are those the document mostly uses', () => {
    const half = '（一）归集。(牵头部门:区大数据局;配合部门:区政府办)\n';
    wrap(`${half}（二）建档。<|区司法局、区财政局|>\n`, `${half}（二）建档。(牵头部门:区司法局;配合部门:区财政局)$0\n`);
    wrap(`${half}（二）$0建档。\n`, `${half}（二）建档。(牵头部门:$0;配合部门:)\n`);
    const spoken = '（一）归集。（区大数据局牵头，区政府办配合）\n';
    wrap(`${spoken}（二）建档。<|区司法局、区财政局|>`, `${spoken}（二）建档。（区司法局牵头，区财政局配合）`);
    const once = '（三）办。（责任单位：区教育局）\n';
    wrap(`${half}${half}${once}（四）<|区司法局|>`, `${half}${half}${once}（四）(牵头部门:区司法局)`);
  });

  it('words that say who leads stay as they are', () => {
    wrap('（一）建立台账。<|区司法局牵头，区政府办配合|>', '（一）建立台账。（区司法局牵头，区政府办配合）');
    wrap('（一）建立台账。<|牵头单位：区司法局|>', '（一）建立台账。（牵头单位：区司法局）');
  });

  it('with nothing selected an empty one is put at the end of the measure', () => {
    wrap('（一）建立$0台账。分类登记。  \n', '（一）建立台账。分类登记。（责任单位：$0）  \n');
    wrap('（一）建立$0台账\n', '（一）建立台账。（责任单位：$0）\n');
    const habit = '（一）归集数据。（牵头单位：区大数据局；配合单位：区政府办）\n';
    wrap(`${habit}（二）$0建档。\n`, `${habit}（二）建档。（牵头单位：$0；配合单位：）\n`);
  });

  it('refuses what is no list of units, with a reason', () => {
    refuses('各单位抓好落实$0。', /先选中/);
    refuses('（一）建立<|  |>台账。', /先选中/);
    refuses('（一）建立$0台账。（责任单位：区司法局）', /已经有责任括注/);
    refuses('序号\t主要任务\t牵头单位\n1\t甲$0\t区司法局', /先选中/);
    refuses('（一）建立台账。（责任单位：<|区司法局|>）', /已经/);
    refuses('（一）建立台账。\n责任单位：<|区司法局|>、区财政局\n', /已经/);
    refuses('<|（一）建立台账。\n（二）办。|>', /跨了行/);
    refuses('（一）建立台账。<|1 2 3|>', /没有读出/);
  });
});
