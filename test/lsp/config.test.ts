import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { StatusParams } from '../../server/src/protocol';
import { startEditor, type Editor } from './editor';
import { textIn } from '../support/marks';

const PLAN =
  '云溪区某项工作实施方案\n一、任务\n（一）办事。2026年底前完成。（责任单位：区司法局、区财政局）\n（二）再办。（牵头单位：区量子专班局）\n';

const spell = (findings: readonly Diagnostic[]): string[] =>
  findings.map(({ code, severity }) => `${code} ${severity}`);
const [LATE, LEADERLESS, REMARK] = ['deadline-out-of-period 1', 'missing-lead 2', 'unknown-unit 3'];

describe('the plandoc.yaml of a workspace', () => {
  let folder: string;
  let editor: Editor;
  const uriOf = (name: string): string => pathToFileURL(join(folder, ...name.split('/'))).href;
  const write = (text: string, name = 'plandoc.yaml'): void => writeFileSync(join(folder, name), text);
  const touched = (name = 'plandoc.yaml'): void =>
    void editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(name), type: 2 }],
    });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plandoc-lsp-'));
    mkdirSync(join(folder, '方案'));
  });
  afterEach(async () => {
    await editor.end();
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (settings: unknown = {}, pulls = false): Promise<void> => {
    editor = await startEditor({ settings, pulls, folders: [{ uri: pathToFileURL(folder).href, name: '工作区' }] });
  };

  it('counts over the settings of the editor, which count where it says nothing', async () => {
    write('规则: { missing-lead: 提示 }\n');
    await start({ rules: { 'missing-lead': 'off', 'unknown-unit': 'hint' }, period: '2026-2030' });
    const plan = editor.open(PLAN, { uri: uriOf('方案/甲.plan') });
    assert.deepEqual(spell(await editor.findings(plan)), ['missing-lead 3', 'unknown-unit 4']);
  });

  it('counts at once when its file is made, changed or deleted', async () => {
    await start();
    const plan = editor.open(PLAN, { uri: uriOf('方案/甲.plan') });
    assert.deepEqual(spell(await editor.findings(plan)), [LATE, LEADERLESS, REMARK]);
    for (const [text, expected] of [
      ['规则: { missing-lead: off }\n期间: 2026-2030\n', [REMARK]],
      ['期间: 2026-2030\n', [LEADERLESS, REMARK]],
    ] as const) {
      write(text);
      touched();
      assert.deepEqual(spell(await editor.findings(plan)), expected);
    }
    rmSync(join(folder, 'plandoc.yaml'));
    touched();
    assert.deepEqual(spell(await editor.findings(plan)), [LATE, LEADERLESS, REMARK]);
  });

  it('tells what is wrong in it, at the place, as it is typed', async () => {
    await start();
    const plan = editor.open(PLAN, { uri: uriOf('甲.plan') });
    await editor.findings(plan);
    const text = '规则:\n  mising-lead: off\n期间: 2026-2030\n名录: 没有.yaml\n';
    const config = editor.open(text, { uri: uriOf('plandoc.yaml'), language: 'yaml' });
    const problems = await editor.findings(config, 1);
    assert.deepEqual(
      problems.map(({ code, source, range }) => `${source} ${code} ${textIn(text, range)}`),
      ['plandoc plandoc-file mising-lead', 'plandoc plandoc-file 没有.yaml'],
    );
    assert.deepEqual(spell(await editor.findings(plan)), [LEADERLESS, REMARK]);
    const version = editor.change(config, [{ text: '规则:\n  missing-lead: off\n' }]);
    assert.deepEqual(await editor.findings(config, version), []);
    assert.deepEqual(spell(await editor.findings(plan)), [LATE, REMARK]);
    editor.close(config);
    assert.deepEqual(spell(await editor.findings(plan)), [LATE, LEADERLESS, REMARK]);
  });

  it('names registers, whose changes count as well', async () => {
    write('名录: 共用/甲.yaml\n期间: 2026-2030\n');
    mkdirSync(join(folder, '共用'));
    write('单位: [区数据局]\n', '共用/甲.yaml');
    write('单位: [区量子专班局]\n', 'units.yaml');
    await start();
    const plan = editor.open(PLAN, { uri: uriOf('方案/甲.plan') });
    assert.deepEqual(spell(await editor.findings(plan)), [LEADERLESS, 'unknown-unit 1']);
    write('单位: [区量子专班局]\n', '共用/甲.yaml');
    touched('共用/甲.yaml');
    assert.deepEqual(spell(await editor.findings(plan)), [LEADERLESS]);
  });

  it('names a baseline: what it holds is not found again, and counts as known', async () => {
    write('基线: 基线.json\n期间: 2026-2030\n');
    await start();
    const config = editor.open('基线: 基线.json\n期间: 2026-2030\n', { uri: uriOf('plandoc.yaml'), language: 'yaml' });
    const [problem] = await editor.findings(config, 1);
    assert.match(String(problem!.message), /还没有“基线.json”这个基线文件/);
    const plan = editor.open(PLAN, { uri: uriOf('方案/甲.plan') });
    assert.deepEqual(spell(await editor.findings(plan)), [LEADERLESS, REMARK]);
    const known = { rule: 'missing-lead', heading: '任务', text: '（责任单位：区司法局、区财政局）', count: 1 };
    write(JSON.stringify({ version: 1, files: { '方案/甲.plan': [known] } }), '基线.json');
    touched('基线.json');
    assert.deepEqual(spell(await editor.findings(plan)), [REMARK]);
    const status = await editor.next<StatusParams>('plandoc/statusChanged', (one) => one.known > 0);
    assert.deepEqual([status.known, status.faults], [1, []]);
    assert.deepEqual(status.config, { uri: uriOf('plandoc.yaml'), problems: 0 });
    write('[]', '基线.json');
    touched('基线.json');
    assert.deepEqual(spell(await editor.findings(plan)), [LEADERLESS, REMARK]);
  });

  it('makes a pulling editor ask again, about the file itself too', async () => {
    await start({}, true);
    const config = editor.open('名录: 甲.yaml\n', { uri: uriOf('plandoc.yaml'), language: 'yaml' });
    type Report = { kind: string; resultId: string; items: Diagnostic[] };
    const pull = (previousResultId?: string) =>
      editor.ask<Report>('textDocument/diagnostic', config, { previousResultId });
    const first = await pull();
    assert.equal(first.items.length, 1);
    assert.equal((await pull(first.resultId)).kind, 'unchanged');
    write('单位: [区数据局]\n', '甲.yaml');
    touched('甲.yaml');
    await editor.next('workspace/diagnostic/refresh');
    assert.deepEqual((await pull(first.resultId)).items, []);
  });
});
