import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { docxOf, p } from '../support/ooxml';
import { workspace } from './program';

const INSERTED =
  '<w:p><w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>';
const DOCX = Buffer.from(docxOf({ body: p('云溪区某项工作实施方案') + INSERTED, header: p('内部资料') }));

describe('plandoc import', () => {
  const at = workspace();

  it('prints a plan, and on stderr what could not be carried over', () => {
    at.write({ '方案.docx': DOCX });
    const run = at.plandoc(['import', '方案.docx']);
    assert.deepEqual(run, {
      status: 0,
      stdout: '云溪区某项工作实施方案\n新\n',
      stderr: '请留意：修订 2 处，按全部接受处理：“新”、“旧”。\n未带入：页眉 1 处没有带入：“内部资料”。\n',
    });
    assert.equal(at.plandoc(['import', '方案.docx', '--changes', 'reject']).stdout, '云溪区某项工作实施方案\n旧\n');
    assert.match(
      at.plandoc(['import', '方案.docx', '--lang', 'en']).stderr,
      /^Note: tracked changes .*\nNot carried over: /,
    );
  });

  it('writes a file, but not over another unless told', () => {
    at.write({ '方案.docx': DOCX, '有了.plan': '原来的' });
    assert.match(at.plandoc(['import', '方案.docx', '-o', '新.plan']).stderr, /已写入 新\.plan/);
    assert.equal(readFileSync(join(at.folder, '新.plan'), 'utf8'), '云溪区某项工作实施方案\n新\n');
    const refused = at.plandoc(['import', '方案.docx', '-o', '有了.plan']);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /有了\.plan 已经存在.*--force/);
    assert.equal(readFileSync(join(at.folder, '有了.plan'), 'utf8'), '原来的');
    assert.equal(at.plandoc(['import', '方案.docx', '-o', '有了.plan', '--force']).status, 0);
    assert.match(at.plandoc(['import', '方案.docx', '-o', './方案.docx', '--force']).stderr, /就是读入的文件/);
    assert.deepEqual(readFileSync(join(at.folder, '方案.docx')), DOCX);
  });

  it('takes the sheet that is named', async () => {
    const sheets = ['甲', '乙'].map((name) => ({ name, rows: [[name, 'b', 'c']] }));
    at.write({ '表.xlsx': Buffer.from(await writeXlsx({ sheets })) });
    assert.equal(at.plandoc(['import', '表.xlsx', '--sheet', '乙']).stdout, '乙\tb\tc\n');
    assert.match(
      at.plandoc(['import', '表.xlsx', '--sheet', '丙']).stderr,
      /^表\.xlsx：没有名为“丙”的工作表。现有：甲、乙。\n$/,
    );
  });

  it('says what is wrong with a file: status 2 and a sentence', () => {
    at.write({ '截断.docx': DOCX.subarray(0, 500), '稿.pdf': '%PDF-1.4', '空.txt': '', 'a/b.txt': 'x' });
    for (const [file, sentence] of [
      ['截断.docx', /^截断\.docx：文件已损坏或不完整/],
      ['稿.pdf', /^稿\.pdf：这是 PDF 文件/],
      ['空.txt', /^空\.txt：文件是空的/],
      ['没有.docx', /^没有\.docx：没有这个文件/],
      ['a', /^a 是文件夹/],
    ] as const) {
      const { status, stdout, stderr } = at.plandoc(['import', file]);
      assert.deepEqual([status, stdout], [2, ''], file);
      assert.match(stderr, sentence);
    }
    assert.match(at.plandoc(['import']).stderr, /请给出文件/);
    assert.match(at.plandoc(['import', 'a/b.txt', '--changes', 'both']).stderr, /accept\|reject/);
    assert.match(at.plandoc(['import', 'a/b.txt', '--encoding', 'x-y']).stderr, /不认识的编码：x-y/);
  });
});
