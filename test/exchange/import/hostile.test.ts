/** Files that are broken, or made to do harm: refused with a sentence, or read, within limits of time and memory. */
import assert from 'node:assert/strict';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { importFile, importClipboard, ImportRefusal } from '../../../server/src/exchange/import';
import { oleOf, record, xlsOf } from '../../support/ole';
import { docxOf, level, list, listed, numberingOf, p, r, tc, tr } from '../../support/ooxml';
import { createRandom } from '../../support/random';

const MB = 1024 * 1024;
/** Milliseconds; each takes a second or two on a machine that does nothing else. */
const PATIENCE = 20_000;

/** The file is refused with a sentence in both languages that matches `english`, soon. */
async function checkRefused(bytes: Uint8Array, english: RegExp, name = 'a.docx'): Promise<void> {
  const began = performance.now();
  await assert.rejects(importFile(bytes, { name }), (error) => {
    assert.ok(error instanceof ImportRefusal, String(error));
    assert.match(error.message, english);
    assert.match(error.sentence.zh, /\p{Script=Han}.*。$/su);
    assert.doesNotMatch(error.message, /\{\w+\}/);
    return true;
  });
  const took = performance.now() - began;
  assert.ok(took < PATIENCE, `${took} ms`);
}

const ole = (...names: readonly string[]): Uint8Array =>
  oleOf(Object.fromEntries(names.map((name) => [name, new Uint8Array(1)])));

/** The same archive, whose entries of `size` bytes say that they have `said`. */
function declaring(archive: Uint8Array, size: number, said: number): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  const headers = [
    [0x04034b50, 22],
    [0x02014b50, 24],
  ] as const;
  for (let at = 0; at + 28 < copy.length; at++) {
    for (const [signature, place] of headers) {
      if (view.getUint32(at, true) === signature && view.getUint32(at + place, true) === size)
        view.setUint32(at + place, said, true);
    }
  }
  return copy;
}

describe('导入：损坏和有害的文件 broken and hostile files', () => {
  it('zip bombs, whatever size they declare', async function () {
    this.timeout(60_000);
    const bomb = docxOf({
      body: p('甲'),
      files: { 'word/styles.xml': new Uint8Array(66 * MB) },
      relationships: '<Relationship Id="s" Type="x/styles" Target="styles.xml"/>',
    });
    assert.ok(bomb.length < MB);
    await checkRefused(bomb, /more than 64 MB \(word\/styles\.xml\)/);
    await checkRefused(declaring(bomb, 66 * MB, 10), /more than 64 MB/);
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`a${at}`, new Uint8Array(0)]));
    await checkRefused(docxOf({ body: '', files: many }), /parts, more than the limit/);
  });

  it('a workbook of 200 MB, and one whose only cell is the last there can be', async function () {
    this.timeout(60_000);
    const book = await writeXlsx({ sheets: [{ name: 'a', rows: [['云溪区']] }] });
    const { length } = unzipSync(book)['xl/worksheets/sheet1.xml']!;
    await checkRefused(declaring(book, length, 200 * MB), /more than 64 MB \(xl\/worksheets\/sheet1\.xml\)/, 'a.xlsx');
    const far = await writeXlsx({
      sheets: [{ name: 'a', rows: [], cells: new Map([['300000,50', { value: 'x', type: 'string' }]]) }],
    });
    await checkRefused(far, /rows or .* cells/, 'a.xlsx');
    const merges = Array.from({ length: 1100 }, () => ({ startRow: 0, endRow: 999, startCol: 0, endCol: 1 }));
    const overlapping = { name: '甲', rows: Array.from({ length: 1000 }, () => ['a', 'b']), merges };
    await checkRefused(await writeXlsx({ sheets: [overlapping] }), /Sheet “甲” has more than/, 'a.xlsx');
    const wide = tr(...Array.from({ length: 40 }, () => tc('', '<w:gridSpan w:val="63"/>')));
    await checkRefused(docxOf({ body: `<w:tbl>${wide.repeat(800)}</w:tbl>` }), /A table of the file has more than/);
    await checkRefused(new Uint8Array(101 * MB), /101 MB, more than the limit of 100 MB/);
  });

  it('old, encrypted and foreign files are told by what they are', async () => {
    await checkRefused(ole('EncryptedPackage', 'EncryptionInfo'), /protected by a password/);
    await checkRefused(ole('WordDocument'), /old format \(\.doc\)/, 'a.doc');
    await checkRefused(ole('PowerPoint Document'), /slides/);
    await checkRefused(ole('Something'), /neither a Word document nor a workbook/);
    await checkRefused(ole('Workbook'), /damaged/, 'a.xls');
    await checkRefused(xlsOf([{ name: 'a', records: [] }], [record(0x2f, 1)]), /protected by a password/, 'a.xls');
    await checkRefused(ole('Book', 'Macros').slice(0, 700), /damaged/, 'a.xls');
    await checkRefused(strToU8('%PDF-1.7'), /PDF/, 'a.pdf');
    await checkRefused(strToU8('{\\rtf1 x}'), /RTF/, 'a.doc');
    await checkRefused(strToU8('MIME-Version: 1.0\n'), /web archive/, 'a.mht');
    await checkRefused(
      strToU8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
      /XML Spreadsheet/,
      'a.xls',
    );
    await checkRefused(Uint8Array.of(0x89, 0x50, 0x4e, 0x47), /picture/, 'a.png');
    await checkRefused(zipSync({ 'OFD.xml': strToU8('<x/>') }), /OFD/, 'a.ofd');
    await checkRefused(
      zipSync({ mimetype: strToU8('x'), 'META-INF/manifest.xml': strToU8('<x/>') }),
      /OpenDocument/,
      'a.odt',
    );
    await checkRefused(zipSync({ 'a.txt': strToU8('x') }), /not known/, 'a.zip');
    await checkRefused(new Uint8Array(0), /empty/);
    await checkRefused(strToU8('plain'), /damaged/);
    await checkRefused(Uint8Array.of(0xc3, 0x28, 0xff, 0xff, 0x00, 0xfe), /neither UTF-8 nor GB18030/, 'a.txt');
    await checkRefused(docxOf({ body: '' }), /no text in the file/);
  });

  it('entities are not expanded, depth and number of elements have an end', async function () {
    this.timeout(60_000);
    const laughs = '<!DOCTYPE x [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;">]>';
    await checkRefused(
      docxOf({ body: '', files: { 'word/document.xml': strToU8(`${laughs}<w:document/>`) } }),
      /declares a DTD/,
    );
    await checkRefused(docxOf({ body: '<w:sdt><w:sdtContent>'.repeat(500) }), /nested deeper than 256/);
    await checkRefused(docxOf({ body: '<w:p/>'.repeat(1_000_001) }), /more than 1000000 elements/);
    const unknown = docxOf({ body: p('&amp;&lt;&#x4E00;&nbsp;&unknown;') });
    assert.equal((await importFile(unknown)).text, '&<一&nbsp;&unknown;\n');
  });

  it('a table of more lines than a call takes arguments', async () => {
    const rows = (row: string): Uint8Array => strToU8(row.repeat(50_000));
    for (const row of ['"第一件\n要办好\n限期完成"\n', '"第一件\n要办好\n限期完成",,\n'])
      assert.equal((await importFile(rows(row), { name: 'a.csv' })).text.split('\n').length, 150_001);
  });

  it('an old file whose lists of sectors say more than the file has', async () => {
    const sectors = 2000;
    const bytes = Buffer.alloc((sectors + 1) * 512);
    Buffer.from(oleOf({ Workbook: new Uint8Array(1) }).subarray(0, 512)).copy(bytes);
    bytes.writeUInt32LE(0, 68);
    for (let at = 0; at < sectors; at++) {
      for (let number = 0; number < 127; number++) bytes.writeUInt32LE(number, (at + 1) * 512 + 4 * number);
      bytes.writeUInt32LE(at + 1 < sectors ? at + 1 : 0xfffffffe, (at + 2) * 512 - 4);
    }
    await checkRefused(bytes, /damaged/, 'a.xls');
  });

  it('a file cut short anywhere is refused as damaged', async () => {
    const whole = docxOf({ body: p('云溪区某项工作实施方案'.repeat(50)) });
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.999])
      await checkRefused(whole.slice(0, whole.length * share), /damaged/);
  });

  it('anything done to a file either reads or is refused with a sentence', async function () {
    this.timeout(60_000);
    const random = createRandom();
    const docx = docxOf({
      numbering: numberingOf(list(0, level(0, 'chineseCounting', '%1、'), { 1: '' })),
      styles: '<w:style w:styleId="a"/>',
      footnotes: `<w:footnote w:id="1">${p('注')}</w:footnote>`,
      body: `${p('甲', listed(1, 0))}<w:p>${r('乙')}<w:r><w:footnoteReference w:id="1"/><w:fldChar w:fldCharType="begin"/></w:r></w:p><w:tbl>${tr(tc('a'), tc('b', '<w:vMerge/>'))}</w:tbl>`,
    });
    const stored = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['序号', '任务', '牵头单位'],
            [1, '甲', '乙'],
          ],
        },
      ],
    });
    for (let round = 0; round < 400; round++) {
      const bytes = (round % 2 ? docx : stored).slice();
      for (let change = random.below(12) + 1; change > 0; change--)
        bytes[random.below(bytes.length)] = random.below(256);
      try {
        await importFile(bytes, { name: 'a.bin' });
      } catch (error) {
        assert.ok(
          error instanceof ImportRefusal,
          `seed ${random.seed}, round ${round}: ${String((error as Error).stack)}`,
        );
      }
    }
  });

  it('the same for what stands in the parts', async function () {
    this.timeout(60_000);
    const random = createRandom();
    const pieces = [
      '<w:p>',
      '</w:p>',
      '<w:r>',
      '</w:r>',
      '<w:t>甲</w:t>',
      '<w:tbl>',
      '</w:tbl>',
      '<w:tr>',
      '</w:tr>',
      '<w:tc>',
      '</w:tc>',
    ];
    const more = [
      '<w:tcPr><w:vMerge/><w:gridSpan w:val="99999"/></w:tcPr>',
      '<w:tcPr><w:gridSpan w:val="-1"/></w:tcPr>',
      '<w:del>',
      '</w:del>',
      '<w:ins>',
      '<w:fldChar w:fldCharType="end"/>',
      '<w:fldChar w:fldCharType="separate"/>',
      '<w:fldChar w:fldCharType="begin"/>',
      '<w:instrText>PAGE</w:instrText>',
      '<mc:AlternateContent>',
      '<mc:Choice>',
      '<w:sdt>',
      '<w:sym/>',
      '<w:numPr><w:numId w:val="1"/></w:numPr>',
      '&#0;',
      '<![CDATA[x]]>',
      '<',
      '&',
      '<w:footnoteReference w:id="1"/>',
      '<td rowspan=99999 colspan=99999>',
      '<table>',
      '<li>',
      '<ol start=-5>',
      '\t',
      '\n',
    ];
    const all = [...pieces, ...pieces, ...more];
    for (let round = 0; round < 400; round++) {
      const body = Array.from({ length: random.below(40) }, () => random.pick(all)).join('');
      try {
        importClipboard({ html: body });
        await importFile(docxOf({ body, numbering: body, footnotes: `<w:footnote w:id="1">${body}</w:footnote>` }));
      } catch (error) {
        assert.ok(
          error instanceof ImportRefusal,
          `seed ${random.seed}, round ${round}: ${String((error as Error).stack)}`,
        );
      }
    }
  });
});
