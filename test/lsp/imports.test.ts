import assert from 'node:assert/strict';
import { writeXlsx } from 'hucre/xlsx';
import { IMPORT_CLIPBOARD, IMPORT_FILE, type ImportFileParams, type ImportResult } from '../../server/src/protocol';
import { docxOf, p } from '../support/ooxml';
import { inTime, sharedEditor } from './editor';

describe('导入的请求 requests to import', () => {
  const editor = sharedEditor();
  const ask = (method: string, params: object): Promise<ImportResult> =>
    inTime(method, editor().connection.sendRequest<ImportResult>(method, params));
  const importFile = (bytes: Uint8Array, params: Omit<ImportFileParams, 'base64'>): Promise<ImportResult> =>
    ask(IMPORT_FILE, { base64: Buffer.from(bytes).toString('base64'), ...params });

  it('a file becomes a text with remarks', async () => {
    const comments = '甲乙丙丁'.replace(/./g, (char) => `<w:comment>${p(char)}</w:comment>`);
    const result = await importFile(docxOf({ body: p('甲'), header: p('密'), comments }), { name: 'a.docx' });
    const header = '页眉 1 处没有带入：“密”。';
    assert.deepEqual(result, {
      text: '甲\n',
      remarks: [
        {
          text: '批注 4 条没有带入：“甲”、“乙”、“丙”、“丁”。',
          brief: '批注 4 条没有带入：“甲”、“乙”、“丙”等。',
          lost: true,
        },
        { text: header, brief: header, lost: true },
      ],
    });
  });

  it('what is wrong with a file is an answer, not an error', async () => {
    assert.deepEqual(await importFile(new Uint8Array(0), { name: 'a.docx' }), {
      refused: '文件是空的，没有可导入的内容。',
    });
  });

  it('asks back for the sheet when there are several', async () => {
    const bytes = await writeXlsx({ sheets: ['甲', '乙'].map((name) => ({ name, rows: [[name, 'b', 'c']] })) });
    const asked = await importFile(bytes, { name: 'a.xlsx', asksForSheet: true });
    assert.ok('sheets' in asked);
    assert.deepEqual(
      asked.sheets.map(({ name }) => name),
      ['甲', '乙'],
    );
    const chosen = await importFile(bytes, { name: 'a.xlsx', asksForSheet: true, sheet: '乙' });
    assert.equal('text' in chosen && chosen.text, '乙\tb\tc\n');
  });

  it('a web page that goes into a plan leaves its front matter behind', async () => {
    const page = new TextEncoder().encode(
      `<html><p>文号：云政发〔2024〕1号</p><div id="zoom"><p>${'正文。'.repeat(20)}</p></div>`,
    );
    const whole = await importFile(page, { name: 'a.html' });
    assert.match('text' in whole ? whole.text : '', /^---\n文号: 云政发〔2024〕1号\n---\n正文/);
    const body = await importFile(page, { name: 'a.html', bodyOnly: true });
    assert.match('text' in body ? body.text : '', /^正文/);
  });

  it('the clipboard, its HTML preferred', async () => {
    const result = await ask(IMPORT_CLIPBOARD, { html: '<table><tr><td>a<td>b<td>c</table>', text: 'a b c' });
    assert.deepEqual(result, { text: 'a\tb\tc\n', remarks: [] });
  });
});
