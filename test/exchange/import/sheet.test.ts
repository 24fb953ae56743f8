import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx, type Cell, type WriteSheet } from 'hucre/xlsx';
import { readPlan } from '../../../server/src/core/plan/plan';
import { readText } from '../../../server/src/core/syntax/source';
import { tasksAsJson } from '../../../server/src/exchange/export/json';
import { double, record, text, xlsOf } from '../../support/ole';
import { importFile, sheetsOf, type Imported, type ImportOptions } from '../../../server/src/exchange/import';

const bookOf = (...sheets: WriteSheet[]): Promise<Uint8Array> => writeXlsx({ sheets });

/** A workbook becomes these lines; tabs are written as →. */
async function checkSheet(
  sheets: readonly WriteSheet[],
  lines: readonly string[],
  options: ImportOptions = {},
): Promise<Imported> {
  const imported = await importFile(await bookOf(...sheets), { name: '清单.xlsx', ...options });
  assert.deepEqual(imported.text.replaceAll('\t', '→').trimEnd().split('\n'), lines);
  return imported;
}

const kinds = ({ notes }: Imported): Record<string, number> =>
  Object.fromEntries(notes.map(({ kind, count }) => [kind, count]));

const styled = (numFmt: string, value: Cell['value']): Partial<Cell> => ({
  value,
  type: value instanceof Date ? 'date' : 'number',
  style: { numFmt },
});

const HEAD = ['项目', '序号', '主要任务', '牵头单位', '责任单位', '完成时限'];
const DAY = new Date(Date.UTC(2023, 5, 30));

describe('导入 Excel import of workbooks', () => {
  it('title and notes stand round the table, merged cells as plans have them', async () => {
    const imported = await checkSheet(
      [
        {
          name: '清单',
          rows: [
            ['云溪区重点任务清单', null, null, null, null, null],
            [null, null, null, '填表单位：区政府办', null, '2023年5月'],
            HEAD,
            ['甲类', 1, '做一件事', '区司法局', '区财政局\n区民政局', '2023年'],
            [null, 2, '做第二件', null, '区教育局', null],
            [null, null, null, null, null, null],
            HEAD,
            ['二、乙类', null, null, null, null, null],
            ['丙', 3, '办“好”', '区财政局', null, '长期坚持'],
            ['注：按季报送。', null, null, null, null, null],
          ],
          merges: [
            { startRow: 0, endRow: 0, startCol: 0, endCol: 5 },
            { startRow: 3, endRow: 4, startCol: 0, endCol: 0 },
            { startRow: 3, endRow: 4, startCol: 3, endCol: 3 },
            { startRow: 3, endRow: 4, startCol: 5, endCol: 5 },
            { startRow: 7, endRow: 7, startCol: 0, endCol: 5 },
          ],
        },
      ],
      [
        '云溪区重点任务清单',
        '填表单位：区政府办　2023年5月',
        '',
        '项目→序号→主要任务→牵头单位→责任单位→完成时限',
        '甲类→1→做一件事→区司法局→"区财政局',
        '区民政局"→2023年',
        '→2→做第二件→区司法局→区教育局→2023年',
        '',
        '二、乙类',
        '丙→3→办“好”→区财政局→→长期坚持',
        '注：按季报送。',
      ],
    );
    assert.deepEqual(kinds(imported), { mergedFilled: 2, repeatedHead: 1 });
    const { tasks: found } = tasksAsJson(readPlan(readText(imported.text)), 'a') as {
      tasks: { label: string; lead: string[] }[];
    };
    const tasks = found.map(({ label, lead }) => [label, lead]);
    assert.deepEqual(tasks, [
      ['1', ['区司法局']],
      ['2', ['区司法局']],
      ['3', ['区财政局']],
    ]);
  });

  it('dates and numbers are as they are shown', async () => {
    const cells = new Map<string, Partial<Cell>>([
      ['0,0', styled('yyyy"年"m"月"d"日"', DAY)],
      ['0,1', styled('[$-804]yyyy"年"m"月";@', DAY)],
      ['0,2', styled('0%', 0.95)],
      ['0,3', styled('#,##0.0', 1234.56)],
      ['0,4', { value: 0.1 + 0.2, type: 'number' }],
      ['0,5', { value: true, type: 'boolean' }],
    ]);
    await checkSheet(
      [{ name: 'a', rows: [[DAY, DAY, 0.95, 1234.56, 0.1 + 0.2, true]], cells }],
      ['2023年6月30日→2023年6月→95%→1,234.6→0.3→TRUE'],
    );
  });

  it('formats that only Chinese Excel has built in; pronunciation guides are no words', async () => {
    const cells = new Map([['0,0', styled('yyyy"年"', DAY)]]);
    const files = unzipSync(await bookOf({ name: 'a', rows: [[DAY, '音', 'c']], cells }));
    const patch = (name: string, from: RegExp, to: string): void => {
      const text = strFromU8(files[name]!);
      assert.match(text, from);
      files[name] = strToU8(text.replace(from, to));
    };
    patch('xl/styles.xml', /<xf numFmtId="164"/, '<xf numFmtId="31"');
    patch('xl/sharedStrings.xml', /<t>音<\/t>/, '<t>音</t><rPh sb="0" eb="1"><t>yin</t></rPh>');
    const { text } = await importFile(zipSync(files), { name: 'a.xlsx' });
    assert.equal(text, '2023年6月30日\t音\tc\n');
  });

  it('a bare number of days among deadlines is a date; elsewhere it is a number', async () => {
    const imported = await checkSheet(
      [
        {
          name: 'a',
          rows: [
            ['序号', '主要任务', '牵头单位', '完成时限'],
            [45107, '甲', '区司法局', 45107],
          ],
        },
      ],
      ['序号→主要任务→牵头单位→完成时限', '45107→甲→区司法局→2023年6月30日'],
    );
    assert.deepEqual(kinds(imported), { dateAsShown: 1 });
  });

  it('what is hidden, wrong or missing is told', async () => {
    const imported = await checkSheet(
      [
        {
          name: 'a',
          rows: [
            ['甲', '藏', '乙', '丙'],
            ['1', 'x', '#REF!', null],
            ['2', 'y', 'b', 'c'],
          ],
          cells: new Map([['1,3', { value: null, type: 'formula', formula: 'A1' }]]),
          columns: [{}, { hidden: true }],
          rowDefs: new Map([[2, { hidden: true }]]),
        },
      ],
      ['甲→乙→丙', '1→#REF!→', '2→b→c'],
    );
    assert.deepEqual(kinds(imported), { hiddenRow: 1, hiddenColumn: 1, errorValue: 1, formulaWithoutValue: 1 });
    assert.deepEqual(imported.notes.find(({ kind }) => kind === 'hiddenColumn')?.places, ['藏']);
  });

  it('the sheet that is a task table is taken, or the one that is named', async () => {
    const sheets: WriteSheet[] = [
      { name: '说明', rows: [['填表说明', 'a', 'b'], ['x'], ['y'], ['z']] },
      { name: '旧表', rows: [HEAD, ['旧', 1, 'x', 'y', 'z', '']], hidden: true },
      { name: '清单', rows: [HEAD, ['甲', 1, '事', '区司法局', '', '2023年']] },
      { name: '空', rows: [] },
    ];
    const head = HEAD.join('→');
    const imported = await checkSheet(sheets, [head, '甲→1→事→区司法局→→2023年']);
    assert.deepEqual(imported.notes.find(({ kind }) => kind === 'otherSheet')?.places, ['说明', '旧表']);
    await checkSheet(sheets, [head, '旧→1→x→y→z→'], { sheet: '旧表' });
    await checkSheet(sheets, ['填表说明→a→b', 'x', 'y', 'z'], { sheet: '1' });
    await assert.rejects(checkSheet(sheets, [], { sheet: '没有' }), /There are: 说明、旧表、清单、空/);
    await assert.rejects(checkSheet(sheets, [], { sheet: '空' }), /is empty/);
    assert.deepEqual(await sheetsOf(await bookOf(...sheets)), [
      { name: '说明', rows: 4, hidden: false, isTaskTable: false },
      { name: '旧表', rows: 2, hidden: true, isTaskTable: true },
      { name: '清单', rows: 2, hidden: false, isTaskTable: true },
    ]);
  });

  it('macros, links to other files, pictures and comments are told and never touched', async () => {
    const files = unzipSync(await bookOf({ name: 'a', rows: [['a', 'b', 'c']] }));
    Object.assign(files, {
      'xl/vbaProject.bin': new Uint8Array(64),
      'xl/media/image1.png': new Uint8Array(64),
      'xl/externalLinks/externalLink1.xml': strToU8('<x/>'),
      'xl/comments1.xml': strToU8(
        '<comments><comment ref="A1"><text><r><t>再</t></r><r><t>核</t></r></text><anchor><col>9</col></anchor></comment></comments>',
      ),
    });
    const imported = await importFile(zipSync(files), { name: 'a.xlsm' });
    assert.equal(imported.text, 'a\tb\tc\n');
    assert.deepEqual(kinds(imported), { macro: 1, image: 1, externalLink: 1, cellComment: 1 });
    assert.deepEqual(imported.notes.find(({ kind }) => kind === 'cellComment')?.places, ['再核']);
  });

  it('parts lie where the workbook says, not where they usually do', async () => {
    const files = unzipSync(await bookOf({ name: 'a', rows: [['a', 'b', 'c']] }));
    files['xl/tables/第一张.xml'] = files['xl/worksheets/sheet1.xml']!;
    delete files['xl/worksheets/sheet1.xml'];
    for (const name of ['xl/_rels/workbook.xml.rels', '[Content_Types].xml'])
      files[name] = strToU8(strFromU8(files[name]!).replace('worksheets/sheet1.xml', 'tables/第一张.xml'));
    assert.equal((await importFile(zipSync(files), { name: 'a.xlsx' })).text, 'a\tb\tc\n');
  });

  it('words of shapes, and dates in Chinese digits, are told', async () => {
    const files = unzipSync(
      await bookOf({
        name: 'a',
        rows: [['甲', '乙', DAY]],
        cells: new Map([['0,2', styled('[DBNum1]yyyy"年"m"月"d"日"', DAY)]]),
      }),
    );
    files['xl/drawings/drawing1.xml'] = strToU8(
      '<xdr:wsDr><xdr:sp><a:t>请按季</a:t><a:t>报送</a:t></xdr:sp></xdr:wsDr>',
    );
    const imported = await importFile(zipSync(files), { name: 'a.xlsx' });
    assert.equal(imported.text, '甲\t乙\t2023年6月30日\n');
    assert.deepEqual(
      imported.notes.map(({ kind, places }) => [kind, ...places]),
      [
        ['numberFormat', 'C1'],
        ['drawing', '请按季报送'],
      ],
    );
  });

  it('comma-separated values are a table too', async () => {
    const csv = '\ufeff序号,主要任务,牵头单位\r\n1,"做""好""\r\n并推进",区司法局\r\n2,\'=1+1,\r\n';
    const { text } = await importFile(strToU8(csv), { name: '清单.csv' });
    assert.equal(text, '序号\t主要任务\t牵头单位\n1\t"做""好""\n并推进"\t区司法局\n2\t=1+1\t\n');
  });

  it('tab-separated text is a plan as it stands', async () => {
    const { text } = await importFile(strToU8('序号\t主要任务\t责任单位\r\n 1\t甲\t"区\r\n乙"\f二\n'), {
      name: 'a.tsv',
    });
    assert.equal(text, '序号\t主要任务\t责任单位\n 1\t甲\t"区\n乙"\n二\n');
  });
});

describe('导入旧版 Excel import of old workbooks (.xls)', () => {
  it('an old workbook shows its cells as a new one does: formats, what is hidden, comments, drawings', async () => {
    const label = (row: number, column: number, value: string): Uint8Array =>
      record(0x204, row, column, 0, text(value));
    const number = (row: number, column: number, xf: number, value: number): Uint8Array =>
      record(0x203, row, column, xf, double(value));
    const xf = (format: number): Uint8Array => record(0xe0, 0, format, 0);
    const book = xlsOf(
      [
        { name: '旧稿', hidden: true, records: [label(0, 0, '旧')] },
        {
          name: '清单',
          records: [
            record(0x7d, 5, 5, 256, 0, 1), // column F is hidden
            record(0x208, 2, 0, 6, 255, 0, 0, 0x20, 0), // row 3 is hidden
            ...['序号', '主要任务', '牵头单位', '完成时限', '比例', '藏'].map((head, column) => label(0, column, head)),
            ...[number(1, 0, 0, 1), label(1, 1, '甲'), label(1, 2, '区财政局'), number(1, 3, 1, 45_107)],
            ...[number(1, 4, 2, 0.95), label(1, 5, '藏')],
            ...[number(2, 0, 0, 2), label(2, 1, '乙'), label(2, 2, '区司法局'), number(2, 3, 3, 45_170)],
            record(0xbd, 2, 4, 2, 0x017f, 0, 4), // 95 hundredths, packed
            record(0x1c, 1, 1, 0, 1, 0), // a comment on B2
            record(0x5d, 0x15, 0x12, 8, 1, 0), // a picture
          ],
        },
      ],
      [record(0x41e, 200, text('yyyy"年"m"月"')), xf(0), xf(31), xf(9), xf(200)],
    );
    const imported = await importFile(book, { name: 'a.xls' });
    assert.equal(
      imported.text.replaceAll('\t', '→'),
      '序号→主要任务→牵头单位→完成时限→比例\n1→甲→区财政局→2023年6月30日→95%\n2→乙→区司法局→2023年9月→95%\n',
    );
    assert.deepEqual(
      imported.notes.map(({ kind, places }) => [kind, ...places]),
      [
        ['hiddenRow', '3'],
        ['cellComment', 'B2'],
        ['image', '清单'],
        ['hiddenColumn', '藏'],
        ['otherSheet', '旧稿'],
      ],
    );
    assert.deepEqual(
      (await sheetsOf(book)).map(({ name, hidden }) => [name, hidden]),
      [
        ['旧稿', true],
        ['清单', false],
      ],
    );
  });
});
