import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver/node';
import { startEditor, type Editor, type OpenText } from './editor';
import { endOf } from '../support/marks';

// No period in the title, so the settings' counts.
const PLAN =
  '云溪区某项工作实施方案\n一、任务\n（一）办事。2026年底前完成。（责任单位：区司法局、区财政局）\n（二）再办。（牵头单位：区司法局）\n';

const spell = (findings: readonly Diagnostic[]): string[] =>
  findings.map(({ code, severity }) => `${code} ${severity}`);
const [LATE, LEADERLESS, UNDATED] = ['deadline-out-of-period 1', 'missing-lead 2', 'missing-deadline 3'];

describe('settings', () => {
  let editor: Editor;
  let plan: OpenText;

  async function openWith(settings: unknown): Promise<string[]> {
    editor = await startEditor({ settings });
    plan = editor.open(PLAN);
    return spell(await editor.findings(plan));
  }
  async function set(settings: unknown): Promise<string[]> {
    editor.settings = settings;
    void editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    return spell(await editor.findings(plan));
  }
  afterEach(() => editor.end());

  it('are asked for, and asked for again when they change', async () => {
    assert.deepEqual(await openWith({}), [LATE, LEADERLESS]);
    assert.deepEqual(await set({ period: '2024-2028' }), [LEADERLESS]);
    assert.deepEqual(await set({ period: '2021-2025' }), [LATE, LEADERLESS]);
  });

  it('decide how grave a rule is, and whether it speaks', async () => {
    assert.deepEqual(await openWith({ rules: { 'missing-lead': 'error', 'deadline-out-of-period': 'hint' } }), [
      'deadline-out-of-period 4',
      'missing-lead 1',
    ]);
    assert.deepEqual(await set({ rules: { 'missing-lead': 'off' } }), [LATE]);
  });

  it('may be nonsense, which counts as not set', async () => {
    assert.deepEqual(await openWith({ period: 7, rules: ['off'], diagnostics: null, units: {} }), [LATE, LEADERLESS]);
    assert.deepEqual(await set({ period: '十四五', rules: { 'missing-lead': 'loud' } }), [LATE, LEADERLESS]);
    assert.deepEqual(await set(null), [LATE, LEADERLESS]);
  });

  it('may ask for findings when a document is saved only', async () => {
    const found = await openWith({ diagnostics: { run: 'onSave' } });
    assert.deepEqual(found, [LATE, LEADERLESS]);
    const end = endOf(PLAN);
    editor.change(plan, [{ range: { start: end, end }, text: '（三）又办。（责任单位：区司法局、区财政局）\n' }]);
    await editor.roundTrip();
    assert.deepEqual(editor.waiting('textDocument/publishDiagnostics'), []);
    void editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: plan.uri } });
    assert.deepEqual(spell(await editor.findings(plan)), [UNDATED, LATE, LEADERLESS, LEADERLESS]);
  });

  it('are taken as pushed from editors that cannot be asked', async () => {
    editor = await startEditor();
    plan = editor.open(PLAN);
    await editor.findings(plan);
    const settings = { plandoc: { period: '2024-2028' } };
    void editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    assert.deepEqual(spell(await editor.findings(plan)), [LEADERLESS]);
  });

  it('may ask a pulling editor to wait for the save as well', async () => {
    editor = await startEditor({ pulls: true, settings: { diagnostics: { run: 'onSave' } } });
    plan = editor.open(PLAN);
    type Report = { kind: string; resultId: string; items: Diagnostic[] };
    const pull = () => editor.ask<Report>('textDocument/diagnostic', plan);
    const first = await pull();
    editor.change(plan, [{ text: '一、任务\n' }]);
    assert.deepEqual(spell((await pull()).items), spell(first.items));
    void editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: plan.uri } });
    assert.deepEqual((await pull()).items, []);
  });
});
