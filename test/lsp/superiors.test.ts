import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
    const end = { line: 6, character: 0 };
    const version = editor.change(plan, [{ range: { start: end, end }, text: '\n' }]);
    assert.deepEqual(await rules(version), []);
  });
});
