import assert from 'node:assert/strict';
import { sharedEditor, startEditor, type OpenText } from './editor';

const PLAN =
  '云溪区某项工作实施方案（2021—2025年）\n一、任务\n（一）做好归集，$0办结。（牵头单位：区司法局）\n（二）检查。（牵头单位：区司法局）\n';

describe('the words under the caret', () => {
  const editor = sharedEditor({ initializationOptions: { tellsCaret: true } });
  const rules = async (plan: OpenText, version?: number): Promise<readonly unknown[]> =>
    (await editor().findings(plan, version)).map(({ code }) => code);
  const type = (plan: OpenText, text: string): number =>
    editor().change(plan, [{ range: { start: plan.caret, end: plan.caret }, text }]);
  const moveTo = (plan: OpenText, line: number): void =>
    void editor().connection.sendNotification('plandoc/caretMoved', {
      uri: plan.uri,
      position: { line, character: 0 },
    });

  it('are not found fault with while they are typed, and are once the caret has left', async () => {
    const plan = editor().open(PLAN);
    assert.deepEqual(await rules(plan), []);
    const version = type(plan, '2029年底前');
    assert.deepEqual(await rules(plan, version), []);
    moveTo(plan, 0);
    assert.deepEqual(await rules(plan, version), ['deadline-out-of-period']);
  });

  it('keep a finding that was there before', async () => {
    const plan = editor().open(PLAN.replace('$0', '2029年底前$0'));
    assert.deepEqual(await rules(plan), ['deadline-out-of-period']);
    assert.deepEqual(await rules(plan, type(plan, '完成')), ['deadline-out-of-period']);
  });

  it('are looked at when the document is saved', async () => {
    const plan = editor().open(PLAN);
    await rules(plan);
    const version = type(plan, '2029年底前');
    assert.deepEqual(await rules(plan, version), []);
    void editor().connection.sendNotification('textDocument/didSave', { textDocument: { uri: plan.uri } });
    assert.deepEqual(await rules(plan, version), ['deadline-out-of-period']);
  });

  it('are looked at when saved by an editor that asks with each save only, and stay so', async () => {
    const pulling = await startEditor({
      pulls: true,
      settings: { diagnostics: { run: 'onSave' } },
      initializationOptions: { tellsCaret: true },
    });
    const plan = pulling.open(PLAN);
    type Report = { items: readonly { code: string }[] };
    const pull = async (): Promise<readonly string[]> =>
      (await pulling.ask<Report>('textDocument/diagnostic', plan)).items.map(({ code }) => code);
    assert.deepEqual(await pull(), []);
    pulling.change(plan, [{ range: { start: plan.caret, end: plan.caret }, text: '2029年底前' }]);
    assert.deepEqual(await pull(), []);
    void pulling.connection.sendNotification('textDocument/didSave', { textDocument: { uri: plan.uri } });
    const position = { line: plan.caret.line, character: plan.caret.character + 7 };
    void pulling.connection.sendNotification('plandoc/caretMoved', { uri: plan.uri, position });
    assert.deepEqual(await pull(), ['deadline-out-of-period']);
    await pulling.end();
  });

  it('count as left when the caret went before anybody asked', async () => {
    const pulling = await startEditor({ pulls: true, initializationOptions: { tellsCaret: true } });
    const plan = pulling.open(PLAN);
    const pull = async (): Promise<readonly unknown[]> =>
      (await pulling.ask<{ items: readonly { code: string }[] }>('textDocument/diagnostic', plan)).items;
    await pull();
    pulling.change(plan, [{ range: { start: plan.caret, end: plan.caret }, text: '2029年底前' }]);
    void pulling.connection.sendNotification('plandoc/caretMoved', {
      uri: plan.uri,
      position: { line: 0, character: 0 },
    });
    assert.equal((await pull()).length, 1);
    await pulling.end();
  });

  it('hold nothing back elsewhere', async () => {
    const plan = editor().open(PLAN);
    await rules(plan);
    const place = { line: 3, character: 3 };
    const version = editor().change(plan, [
      { range: { start: place, end: place }, text: '2029年底前' },
      { range: { start: plan.caret, end: plan.caret }, text: '并' },
    ]);
    assert.deepEqual(await rules(plan, version), ['deadline-out-of-period']);
  });
});
