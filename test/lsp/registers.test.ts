import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import { startEditor, type Editor } from './editor';
import { toGb18030 } from '../cli/program';
import { endOf, textIn } from '../support/marks';

const PLAN =
  '云溪区某项工作实施方案（2021—2025年）\n一、任务\n（一）办事。（牵头单位：区量子专班局）\n（二）再办。（牵头单位：区司法局）\n';
const WITHOUT = '单位:\n  - 名称: 区数据局\n';
const WITH = `${WITHOUT}  - 名称: 区量子专班局\n`;
const BROKEN = '单位:\n  - 名称: 区数据局\n    类型: 政府部门\n  - 名称: [\n';

/** Severities of what is said about units, in short. */
const about = (findings: readonly Diagnostic[]): unknown[] =>
  findings.filter(({ code }) => code === 'unknown-unit').map(({ severity }) => severity);
const [ERROR, REMARK] = [1, 3];

describe('the register of a workspace', () => {
  let folder: string;
  let editor: Editor;
  const uriOf = (name: string): string => pathToFileURL(join(folder, ...name.split('/'))).href;
  const write = (text: string, name = 'units.yaml'): void => writeFileSync(join(folder, name), text);
  const touched = (name = 'units.yaml'): void =>
    void editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(name), type: 2 }],
    });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plandoc-lsp-'));
    mkdirSync(join(folder, '方案'));
    editor = await startEditor({ folders: [{ uri: pathToFileURL(folder).href, name: '工作区' }] });
  });
  afterEach(async () => {
    await editor.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is found in the folders above a document, and not looked for past the workspace', async () => {
    write(WITHOUT);
    const plan = editor.open(PLAN, { uri: uriOf('方案/甲.plan') });
    assert.deepEqual(about(await editor.findings(plan)), [ERROR]);
  });

  it('is not needed: without one, names that nobody knows are a remark', async () => {
    const plan = editor.open(PLAN, { uri: uriOf('甲.plan') });
    assert.deepEqual(about(await editor.findings(plan)), [REMARK]);
  });

  it('counts at once when its file is made, changed or deleted', async () => {
    const plan = editor.open(PLAN, { uri: uriOf('甲.plan') });
    assert.deepEqual(about(await editor.findings(plan)), [REMARK]);
    for (const [text, expected] of [
      [WITHOUT, [ERROR]],
      [WITH, []],
      [WITHOUT, [ERROR]],
    ] as const) {
      write(text);
      touched();
      assert.deepEqual(about(await editor.findings(plan)), expected);
    }
    rmSync(join(folder, 'units.yaml'));
    touched();
    assert.deepEqual(about(await editor.findings(plan)), [REMARK]);
  });

  it('counts as it is typed, before it is saved, and as saved when it is closed', async () => {
    write(WITHOUT);
    const plan = editor.open(PLAN, { uri: uriOf('甲.plan') });
    assert.deepEqual(about(await editor.findings(plan)), [ERROR]);
    const register = editor.open(WITHOUT, { uri: uriOf('units.yaml'), language: 'yaml' });
    await editor.findings(plan);
    const end = endOf(WITHOUT);
    editor.change(register, [{ range: { start: end, end }, text: '  - 名称: 区量子专班局\n' }]);
    assert.deepEqual(about(await editor.findings(plan)), []);
    editor.close(register);
    assert.deepEqual(about(await editor.findings(plan)), [ERROR]);
  });

  it('tells what is wrong in it, at the place, and what is right in it counts', async () => {
    const plan = editor.open(PLAN, { uri: uriOf('甲.plan') });
    await editor.findings(plan);
    const register = editor.open(BROKEN, { uri: uriOf('units.yaml'), language: 'yaml' });
    const problems = await editor.findings(register, 1);
    assert.ok(problems.length >= 2);
    assert.ok(problems.every(({ code, source }) => code === 'units-file' && source === 'plandoc'));
    assert.ok(
      problems.some(({ range }) => textIn(BROKEN, range) === '类型'),
      JSON.stringify(problems),
    );
    assert.deepEqual(about(await editor.findings(plan)), [ERROR]);
    const version = editor.change(register, [{ text: WITH }]);
    assert.deepEqual(await editor.findings(register, version), []);
    assert.deepEqual(about(await editor.findings(plan)), []);
  });

  it('makes a pulling editor ask again', async () => {
    const pulling = await startEditor({ pulls: true, folders: [{ uri: pathToFileURL(folder).href, name: '工作区' }] });
    const plan = pulling.open(PLAN, { uri: uriOf('甲.plan') });
    const pull = () => pulling.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', plan);
    assert.deepEqual(about((await pull()).items), [REMARK]);
    write(WITH);
    const changes = [{ uri: uriOf('units.yaml'), type: 1 }];
    void pulling.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await pulling.next('workspace/diagnostic/refresh');
    assert.deepEqual(about((await pull()).items), []);
    await pulling.end();
  });

  it('named by a document that cannot be had gives way to that of plandoc.yaml, then to the nearest', async () => {
    write(WITHOUT);
    write(WITH, '别的名录.yaml');
    const text = `---\n单位名录: 没有.yaml\n---\n${PLAN}`;
    const plan = editor.open(text, { uri: uriOf('甲.plan') });
    assert.deepEqual(about(await editor.findings(plan)), [ERROR]);
    write('名录: 别的名录.yaml\n', 'plandoc.yaml');
    touched('plandoc.yaml');
    assert.deepEqual(about(await editor.findings(plan)), []);
  });

  it('in another encoding is not read, which is told', async () => {
    writeFileSync(join(folder, 'units.yaml'), toGb18030(WITHOUT));
    const plan = editor.open(PLAN, { uri: uriOf('甲.plan') });
    assert.deepEqual(about(await editor.findings(plan)), [REMARK]);
    const text = toGb18030(WITHOUT).toString('utf8');
    const register = editor.open(text, { uri: uriOf('units.yaml'), language: 'yaml' });
    const [problem] = await editor.findings(register, 1);
    assert.match(String(problem!.message), /不是 UTF-8 编码/);
  });

  it('may be named in the settings', async () => {
    write(WITHOUT);
    write(WITH, '别的名录.yaml');
    const other = await startEditor({
      folders: [{ uri: pathToFileURL(folder).href, name: '工作区' }],
      settings: { units: '别的名录.yaml' },
    });
    const plan = other.open(PLAN, { uri: uriOf('方案/甲.plan') });
    assert.deepEqual(about(await other.findings(plan)), []);
    await other.end();
  });

  it('is read through the editor where the editor says so', async () => {
    const virtual = await startEditor({
      folders: [{ uri: 'vscode-vfs://某处/库', name: '库' }],
      initializationOptions: { readsFiles: true },
    });
    virtual.connection.onRequest('plandoc/readFile', ({ uri }: { uri: string }) => ({
      text: uri === 'vscode-vfs://某处/库/units.yaml' ? WITH : null,
    }));
    const plan = virtual.open(PLAN, { uri: 'vscode-vfs://某处/库/方案/甲.plan' });
    assert.deepEqual(about(await virtual.findings(plan)), []);
    await virtual.end();
  });
});
