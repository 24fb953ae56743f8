import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('table-total-mismatch', marked);

const HEAD = '序号\t主要任务\t牵头单位\t数量';
const list = (...lines: readonly string[]): string =>
  ['云溪区便民服务任务清单（2021—2025年）', HEAD, ...lines].join('\n');
const row = (index: number | '', count: number | string = ''): string => `${index}\t优化流程\t区政务办\t${count}`;

describe('table-total-mismatch 表内合计不符', () => {
  it('a category that says how many rows it has', () => {
    const [finding] = check(
      list(
        '一、优化服务（<|共3项|>）',
        row(1),
        row(2),
        '二、加强监督（共2项）',
        row(3),
        row(4),
        '三、工作保障（<|共五项|>）',
        row(5),
      ),
    );
    assert.equal(finding?.severity, 'hint');
    assert.match(sentence(finding), /下面实有 2 项/);
  });

  it('rows without a number of their own go on with the one above', () => {
    check(list('一、优化服务（共2项）', row(1), row(''), row(2)));
  });

  it('a total', () => {
    const [finding] = check(list(row(1, 3), row(2, 4), '<|合计|>\t\t\t8'));
    assert.match(sentence(finding!), /合计为 8，各行相加为 7/);
    check(list(row(1, 1.5), row(2, 2.5), '总计\t\t\t4'));
  });

  it('what is abridged or cannot be added up', () => {
    check(list('一、优化服务（共3项）', row(1), '（本表有删减）'));
    check(list('一、优化服务（共3项）', '二、加强监督（共1项）', row(1)));
    check(list(row(1, 3), '小计\t\t\t3', row(2, 4), '合计\t\t\t8'));
    check(list(row(1, 3), row(2, '若干'), '合计\t\t\t8'));
    check('云溪区便民服务实施方案\n一、推广举措（共3项）\n（一）优化流程。重新梳理。\n（二）压缩时间。公布承诺。');
  });
});
