import assert from 'node:assert/strict';
import { sharedEditor, type OpenText } from './editor';

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
