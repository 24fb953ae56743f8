import assert from 'node:assert/strict';
import type {
  CodeLens,
  DocumentLink,
  InlayHint,
  Range,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver/node';
import { endOf, textIn } from '../support/marks';
import { createRandom } from '../support/random';
import { generatePlans } from '../support/generator';
import { sharedEditor, startEditor } from './editor';

const PLAN = `---
上位文件: 上级/市 方案.txt
---
云溪区河湖长制实施方案（2021—2025年）
一、总体要求
除有明确时间要求外，各项任务于2025年底前完成。
二、主要任务
（一）清淤。（牵头单位：区水利局；责任单位：区财政局）
（二）护坡。（牵头单位：区水利局；责任单位：区住$0建局）
`;

describe('reading helps over the protocol', () => {
  const editor = sharedEditor({ initializationOptions: { runsCommands: true } });

  it('selection ranges hold one another', async () => {
    const plan = editor().open(PLAN);
    const [smallest] = await editor().ask<SelectionRange[]>('textDocument/selectionRange', plan, {
      positions: [plan.caret],
    });
    const words: string[] = [];
    for (let at: SelectionRange | undefined = smallest; at; at = at.parent) words.push(textIn(plan.text, at.range));
    assert.deepEqual(words.slice(0, 2), ['区住建局', '责任单位：区住建局']);
    assert.equal(words.at(-1), plan.text);
  });

  it('links are looked up when they are used', async () => {
    const plan = editor().open(PLAN, { uri: 'file:///w/方案/某.plan' });
    const [link] = await editor().ask<DocumentLink[]>('textDocument/documentLink', plan);
    assert.ok(link && link.target === undefined && link.tooltip === '打开上位文件');
    const resolved = await editor().connection.sendRequest<DocumentLink>('documentLink/resolve', link);
    assert.equal(resolved.target, `file:///w/方案/${encodeURIComponent('上级')}/${encodeURIComponent('市 方案.txt')}`);
  });

  it('lenses say what a section holds once they are seen', async () => {
    const plan = editor().open(PLAN);
    const lenses = await editor().ask<CodeLens[]>('textDocument/codeLens', plan);
    assert.ok(lenses.every(({ command }) => command === undefined));
    const titles = await Promise.all(
      lenses.map(async (lens) => {
        const { command } = await editor().connection.sendRequest<CodeLens>('codeLens/resolve', lens);
        return [textIn(plan.text, lens.range), command?.title, command?.command, command?.arguments?.[1]];
      }),
    );
    assert.deepEqual(titles, [
      ['云溪区河湖长制实施方案（2021—2025年）', '2 项任务，1 家牵头', 'plandoc.showTasks', ''],
      ['主要任务', '2 项任务，1 家牵头', 'plandoc.showTasks', '主要任务'],
    ]);
  });

  it('nothing of it fails in strange documents', async () => {
    for (const text of ['', '$0', '（牵头单位：\t\t\n|||\n<!--', '\n'.repeat(30)]) {
      const plan = editor().open(text);
      const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      await editor().ask('textDocument/codeLens', plan);
      await editor().ask('textDocument/documentLink', plan);
      await editor().ask('textDocument/inlayHint', plan, { range });
      const positions = [range.end];
      assert.ok((await editor().ask<SelectionRange[]>('textDocument/selectionRange', plan, { positions }))[0]);
    }
    assert.deepEqual(editor().waiting('window/logMessage'), []);
  });
});

describe('hints and lenses by settings', () => {
  it('hints show where they are asked for, and lenses go', async () => {
    const settings = { codeLens: false, inlayHints: { deadlines: true } };
    const editor = await startEditor({ settings, locale: 'en' });
    const plan = editor.open(PLAN);
    const range: Range = { start: { line: 7, character: 0 }, end: { line: 8, character: 0 } };
    const hints = await editor.ask<InlayHint[]>('textDocument/inlayHint', plan, { range });
    assert.deepEqual(
      hints.map(({ label, position }) => [label, position.line]),
      [
        ['by 2025年底前', 7],
        ['by 2025年底前', 8],
      ],
    );
    assert.deepEqual(await editor.ask('textDocument/codeLens', plan), []);
    await editor.end();
  });

  it('hints are off at first, and a lens without the command is words alone', async () => {
    const editor = await startEditor();
    const plan = editor.open(PLAN);
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    assert.deepEqual(await editor.ask('textDocument/inlayHint', plan, { range }), []);
    const [lens] = await editor.ask<CodeLens[]>('textDocument/codeLens', plan);
    const { command } = await editor.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
    assert.deepEqual(command, { title: '2 项任务，1 家牵头', command: '' });
    await editor.end();
  });
});

describe('semantic tokens by what changed', () => {
  const editor = sharedEditor();
  const FULL = 'textDocument/semanticTokens/full';

  const isDelta = (answer: SemanticTokens | SemanticTokensDelta): answer is SemanticTokensDelta => 'edits' in answer;

  it('send nothing where nothing changed, and the whole to those who know another state', async () => {
    const plan = editor().open(PLAN);
    const { resultId: previousResultId } = await editor().ask<SemanticTokens>(FULL, plan);
    const same = await editor().ask<SemanticTokensDelta>(`${FULL}/delta`, plan, { previousResultId });
    assert.deepEqual(same.edits, []);
    const other = await editor().ask<SemanticTokens>(`${FULL}/delta`, plan, { previousResultId: 'of yore' });
    assert.ok(other.data.length > 0);
  });

  it('send a few numbers for a keystroke in a long document', async () => {
    const plan = editor().open(PLAN + PLAN.slice(PLAN.indexOf('二、')).repeat(200));
    const { resultId, data } = await editor().ask<SemanticTokens>(FULL, plan);
    const start = { line: 8, character: 0 };
    editor().change(plan, [{ range: { start, end: start }, text: '（三）新事。（责任单位：区民政局）\n' }]);
    const delta = await editor().ask<SemanticTokensDelta>(`${FULL}/delta`, plan, { previousResultId: resultId });
    const [edit] = delta.edits;
    assert.ok(edit && delta.edits.length === 1);
    assert.ok(edit.deleteCount + edit.data!.length <= 30, `${edit.deleteCount} of ${data.length} were sent again`);
  });

  it('give what the whole gives, after any edits', async () => {
    const random = createRandom();
    const { text } = random.pick(generatePlans(random));
    const plan = editor().open(text);
    let lines = plan.text.split('\n');
    let known = await editor().ask<SemanticTokens>(FULL, plan);
    const bits = ['区司法局', '（', '）', '\n', '责任单位：', '2024年底前', '。', '二、', '\t', '牵头', ''];
    for (let round = 0; round < 60; round++) {
      const line = random.below(lines.length);
      const start = { line, character: random.below(lines[line]!.length + 1) };
      const last = Math.min(lines.length - 1, line + random.below(3));
      const end =
        last === line
          ? { line, character: Math.min(lines[line]!.length, start.character + random.below(6)) }
          : { line: last, character: random.below(lines[last]!.length + 1) };
      const put = random.pick(bits) + random.pick(bits);
      const whole = lines.join('\n');
      const before = textIn(whole, { start: { line: 0, character: 0 }, end: start });
      const after = textIn(whole, { start: end, end: endOf(whole) });
      lines = (before + put + after).split('\n');
      editor().change(plan, [{ range: { start, end }, text: put }]);
      const params = { previousResultId: known.resultId };
      const answer = await editor().ask<SemanticTokens | SemanticTokensDelta>(`${FULL}/delta`, plan, params);
      assert.ok(isDelta(answer), 'the state before was not known');
      const data = [...known.data];
      for (const edit of answer.edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
      const fresh = editor().open(lines.join('\n').replaceAll('$0', ''));
      const expected = await editor().ask<SemanticTokens>(FULL, fresh);
      editor().close(fresh);
      assert.deepEqual(data, expected.data, `round ${round}, seed ${random.seed}`);
      known = { resultId: answer.resultId!, data };
    }
  });
});
