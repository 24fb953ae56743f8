import assert from 'node:assert/strict';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { applyEdits } from '../../server/src/core/text/edits';
import type { TextEdit } from '../../server/src/core/text/position';
import { sharedEditor, startEditor, type OpenText } from './editor';

const PLAN = `云溪区某项工作实施方案（2021—2025年）
一、任务
（一）做好归集。（责任单位：区司$0法局、区财政局）
（二）开展检查。（责任单位：区民政局、区教育局）
（三）总结经验。（牵头单位：区司法局）
`;

describe('many fixes at once', () => {
  const editor = sharedEditor({ previews: true });

  async function actionsAt(marked: string, only?: readonly string[]): Promise<[OpenText, readonly CodeAction[]]> {
    const plan = editor().open(marked);
    await editor().findings(plan);
    const range = { start: plan.caret, end: plan.caret };
    const context = { diagnostics: [], ...(only && { only }) };
    return [plan, await editor().ask<CodeAction[]>('textDocument/codeAction', plan, { range, context })];
  }

  it('all of one rule that need a person go through the preview, each place with its reason', async () => {
    const [plan, actions] = await actionsAt(PLAN);
    const action = actions.find(({ title }) => title === '逐处确认后修改全部“缺少牵头单位”（2 处）');
    assert.ok(action, actions.map(({ title }) => title).join(' | '));
    const annotations = Object.values(action.edit!.changeAnnotations!);
    assert.equal(annotations.length, 2);
    for (const { needsConfirmation, description } of annotations) {
      assert.equal(needsConfirmation, true);
      assert.match(description!, /没有说明由谁牵头/);
    }
    const [change] = action.edit!.documentChanges as [TextDocumentEdit];
    assert.equal(change.edits.length, 2, 'one box to tick for each');
    const fixed = applyEdits(plan.text, change.edits as TextEdit[]);
    assert.equal(fixed.match(/牵头单位：/g)?.length, 3);
  });

  it('are not offered for a person to decide where the editor has no preview', async () => {
    const plain = await startEditor();
    const plan = plain.open(PLAN);
    await plain.findings(plan);
    const range = { start: plan.caret, end: plan.caret };
    const actions = await plain.ask<CodeAction[]>('textDocument/codeAction', plan, {
      range,
      context: { diagnostics: [] },
    });
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.length > 0);
    assert.deepEqual(
      titles.filter((title) => title.includes('全部')),
      [],
    );
    await plain.end();
  });

  it('a finding is kept with a reason, written above its block', async () => {
    const [plan, actions] = await actionsAt(PLAN);
    const action = actions.find(({ title }) => title === '保留此处，注明理由（missing-lead）');
    const [change] = action!.edit!.documentChanges as [TextDocumentEdit];
    const kept = applyEdits(plan.text, change.edits as TextEdit[]);
    assert.match(kept.split('\n')[2]!, /^<!-- plandoc-ignore missing-lead：.+ -->$/);
    const again = editor().open(kept);
    const found = (await editor().findings(again)).map(({ code, range }) => `${code} ${range.start.line}`);
    assert.deepEqual(found, ['suppression-without-reason 2', 'missing-lead 4']);
  });

  it('what is safe is applied as source.fixAll.plandoc, and only where there is something', async () => {
    for (const only of ['source.fixAll', 'source.fixAll.plandoc']) {
      const [, actions] = await actionsAt(PLAN, [only]);
      assert.deepEqual(actions, [], 'nothing here is safe');
    }
    const { codeActionProvider } = editor().initialized.capabilities as {
      codeActionProvider: { codeActionKinds: string[] };
    };
    assert.ok(codeActionProvider.codeActionKinds.includes('source.fixAll.plandoc'));
  });

  it('neighbours are mended in one go', async () => {
    const [plan, actions] = await actionsAt(
      '云溪区某项工作实施方案 (2021—2025年)$0\n一、任务\n（一）做好归集，推行“一网通办”。（牵头单位：区司法局）\n（二）开展检查，推行“跨域通办”。（牵头单位：区司法局）\n',
      ['source.fixAll'],
    );
    const [change] = actions[0]!.edit!.documentChanges as [TextDocumentEdit];
    const fixed = applyEdits(plan.text, change.edits as TextEdit[]);
    assert.match(fixed, /^云溪区某项工作实施方案（2021—2025年）\n/);
  });
});
