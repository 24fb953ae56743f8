import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import { startEditor, type Editor } from './editor';

const CITY = `澄江市数据共享实施方案（2024—2026年）
一、主要任务
（一）归集数据。2025年6月底前完成人口、法人和空间地理基础数据的归集。（牵头单位：市数据局）
`;
const DISTRICT = `---
上位文件: 市方案.plan
---
云溪区数据共享实施方案（2024—2026年）
一、主要任务
（一）归集数据。2026年底前完成人口、法人和空间地理基础数据的归集。（牵头单位：区数据局）
`;

describe('superior plans in the editor', () => {
  let folder: string;
  let editor: Editor;
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plandoc-lsp-'));
    writeFileSync(join(folder, '市方案.plan'), CITY);
    editor = await startEditor({ folders: [{ uri: pathToFileURL(folder).href, name: '工作区' }] });
  });
  after(async () => {
    await editor.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are read from disk, or as they stand in the editor', async () => {
    const plan = editor.open(DISTRICT, { uri: uriOf('区方案.plan') });
    const rules = async (version: number): Promise<readonly unknown[]> =>
      (await editor.findings(plan, version)).map(({ code }) => code).filter((code) => code === 'later-than-superior');
    assert.deepEqual(await rules(1), ['later-than-superior']);
    const city = editor.open(CITY.replace('2025年6月底前', '2026年底前'), { uri: uriOf('市方案.plan') });
    await editor.findings(city);
    assert.deepEqual(await rules(1), [], 'the plan below is reviewed again by itself');
    const edited = editor.change(city, [{ text: CITY }]);
    await editor.findings(city, edited);
    assert.deepEqual(await rules(1), ['later-than-superior']);
    editor.change(city, [{ text: CITY.replace('2025年6月底前', '2026年底前') }]);
    assert.deepEqual(await rules(1), []);
    editor.close(city);
    assert.deepEqual(await rules(1), ['later-than-superior'], 'closed, the file counts');
    writeFileSync(join(folder, '市方案.plan'), CITY.replace('2025年6月底前', '2026年底前'));
    const changes = [{ uri: uriOf('市方案.plan'), type: 2 }];
    void editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.deepEqual(await rules(1), []);
    editor.close(plan);
  });

  it('are found whichever way their address is written', async () => {
    const below = DISTRICT.replace('市方案.plan', '市方案(1).plan');
    const city = editor.open(CITY, { uri: uriOf('市方案') + '%281%29.plan' });
    await editor.findings(city);
    const plan = editor.open(below, { uri: uriOf('区方案2.plan') });
    assert.ok((await editor.findings(plan)).some(({ code }) => code === 'later-than-superior'));
    editor.close(plan);
    editor.close(city);
  });

  it('make a pulling editor take new findings for an unchanged text', async () => {
    const pulling = await startEditor({ pulls: true });
    const city = pulling.open(CITY, { uri: uriOf('市方案3.plan') });
    const plan = pulling.open(DISTRICT.replace('市方案', '市方案3'), { uri: uriOf('区方案3.plan') });
    type Report = { kind: string; resultId: string; items?: readonly Diagnostic[] };
    const pull = (previousResultId?: string): Promise<Report> =>
      pulling.ask<Report>('textDocument/diagnostic', plan, { previousResultId });
    const first = await pull();
    pulling.change(city, [{ text: CITY.replace('2025年6月底前', '2026年底前') }]);
    await pulling.next('workspace/diagnostic/refresh');
    const second = await pull(first.resultId);
    assert.equal(second.kind, 'full');
    assert.ok(!second.items!.some(({ code }) => code === 'later-than-superior'));
    await pulling.end();
  });
});
