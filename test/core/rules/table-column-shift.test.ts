import assert from 'node:assert/strict';
import { checkFindings, checkFix, findingsOf } from './findings';

const HEAD = ['云溪区任务清单', '项目\t序号\t主要任务\t\t牵头单位\t责任单位\t完成时间\t成果形式'];
const table = (...rows: readonly string[]): string => [...HEAD, ...rows].join('\n');
const whole = (number: number): string =>
  `\t${number}\t编目\t编制数据目录。\t区数据局\t区财政局\t2022年\t印发目录，按年更新。`;
const check = (marked: string) => checkFindings('table-column-shift', marked);

describe('table-column-shift 表格列错位', () => {
  it('finds a row whose cells have slipped', () => {
    const [first] = check(
      table(whole(1), '\t2\t<|按目录归集数据。|>\t区数据局\t区司法局\t2023年\t逐月通报各部门。\t', whole(3)),
    );
    assert.equal(first?.severity, 'error');
  });

  it('finds it where the empty last cell was not written', () => {
    check(table(whole(1), '\t2\t<|按目录归集数据。|>\t区数据局\t区司法局\t2023年\t逐月通报各部门。', whole(3)));
  });

  it('other rules do not stumble over it', () => {
    const text = table(whole(1), '\t2\t归集数据。\t区数据局\t区各有关部门\t2023年\t逐月通报各部门。\t', whole(3));
    for (const rule of ['collective-lead', 'unknown-unit', 'missing-lead', 'deadline-out-of-period'])
      assert.deepEqual(findingsOf(rule, text), []);
  });

  it('says nothing of rows without a time and of rows that are full', () => {
    check(
      table(
        whole(1),
        '\t2\t编目\t归集数据。\t区数据局\t区司法局\t持续推进\t',
        '\t3\t编目\t归集数据。\t区数据局\t区司法局\t\t逐月通报。',
        '\t4\t编目\t归集数据。\t区数据局\t按职责分工\t视进度确定\t逐月通报。',
      ),
    );
  });

  it('says nothing where the header has a column too many', () => {
    const row = (number: number): string => `\t${number}\t归集数据。\t区数据局\t区司法局\t2023年\t逐月通报各部门。\t`;
    check(table(row(1), row(2), row(3)));
  });

  it('inserts the lost cell', () => {
    checkFix(
      'table-column-shift',
      table(whole(1), '\t2\t<|按目录归集数据。|>\t区数据局\t区司法局\t2023年\t逐月通报各部门。\t', whole(3)),
      table(whole(1), '\t2\t\t按目录归集数据。\t区数据局\t区司法局\t2023年\t逐月通报各部门。', whole(3)),
    );
  });

  it('inserts it in Markdown too', () => {
    const bars = (cells: string): string => `| ${cells.split('/').join(' | ')} |`;
    const before = [
      '云溪区任务清单',
      bars('项目/序号/主要任务//牵头单位/责任单位/完成时间/成果形式'),
      '|---|---|---|---|---|---|---|---|',
      bars('一、目录/1/编目/编制目录。/区数据局/区财政局/2022年/印发目录。'),
      bars('/2/<|归集数据。|>/区数据局/区司法局/2023年/逐月通报各部门。/'),
      bars('/3/编目/校核目录。/区数据局/区财政局/2022年/印发目录。'),
    ];
    const after = before.map((line) => line.replace(/<\||\|>/g, ''));
    after[4] = '|  | 2 | | 归集数据。 | 区数据局 | 区司法局 | 2023年 | 逐月通报各部门。 |';
    checkFix('table-column-shift', before.join('\n'), after.join('\n'));
  });
});
