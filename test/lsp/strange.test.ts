import assert from 'node:assert/strict';
import type { Diagnostic, DocumentSymbol } from 'vscode-languageserver/node';
import { sharedEditor } from './editor';
import { endOf } from '../support/marks';

describe('strange documents', () => {
  const editor = sharedEditor();
  const symbolsOf = (document: { uri: string }) =>
    editor().ask<DocumentSymbol[]>('textDocument/documentSymbol', document);
  const rules = (findings: readonly Diagnostic[]) => findings.map(({ code }) => code);
  const LINES = [
    '云溪区某项工作实施方案（2021—2025年）',
    '一、任务',
    '（一）办事。2029年底前完成。（牵头单位：区司法局）',
    '',
  ];

  it('may be empty', async () => {
    const plan = editor().open('');
    assert.deepEqual(await editor().findings(plan), []);
    assert.deepEqual(await symbolsOf(plan), []);
    const version = editor().change(plan, [{ range: { start: endOf(''), end: endOf('') }, text: LINES.join('\n') }]);
    assert.deepEqual(rules(await editor().findings(plan, version)), ['deadline-out-of-period']);
    const again = editor().change(plan, [{ range: { start: endOf(''), end: endOf(LINES.join('\n')) }, text: '' }]);
    assert.deepEqual(await editor().findings(plan, again), []);
  });

  for (const [name, end] of [
    ['CRLF', '\r\n'],
    ['lone CR', '\r'],
    ['LF', '\n'],
  ] as const) {
    it(`may end their lines with ${name}`, async () => {
      const plan = editor().open(LINES.join(end));
      const findings = await editor().findings(plan);
      assert.deepEqual(rules(findings), ['deadline-out-of-period']);
      assert.deepEqual(findings[0]!.range, { start: { line: 2, character: 6 }, end: { line: 2, character: 13 } });
    });
  }

  it('may begin with a byte order mark', async () => {
    const plan = editor().open(`\ufeff${LINES.join('\n')}`);
    assert.deepEqual(rules(await editor().findings(plan)), ['deadline-out-of-period']);
    assert.equal((await symbolsOf(plan))[0]?.name, '一、任务');
  });

  it('may hold halves of characters and control characters', async () => {
    const plan = editor().open(
      `\ud83d${LINES.join('\n')}\n（二）\udc00办\u0000事\u0007。（责任单位：\ud800、区财政局）`,
    );
    assert.ok((await editor().findings(plan)).length > 0);
    await symbolsOf(plan);
    const end = endOf(plan.text);
    const version = editor().change(plan, [{ range: { start: end, end }, text: '\ud83d\ude00' }]);
    await editor().findings(plan, version);
  });

  it('may be edited past their ends', async () => {
    const plan = editor().open('一、任务');
    const far = { line: 1_000_000, character: 7 };
    const version = editor().change(plan, [{ range: { start: far, end: far }, text: '\n二、保障' }]);
    await editor().findings(plan, version);
    assert.deepEqual(
      (await symbolsOf(plan)).map(({ name }) => name),
      ['一、任务', '二、保障'],
    );
    assert.equal(await editor().ask('textDocument/hover', plan, { position: far }), null);
  });
});

describe('strange documents, large', () => {
  // Seconds on a machine with other work: what would be worse than linear takes minutes.
  const editor = sharedEditor({ patience: 30_000 });

  it('may be five megabytes on one line', async function () {
    this.timeout(90_000);
    const measure =
      '（一）健全制度。修订管理办法，2024年底前完成。（牵头单位：区司法局；责任单位：区财政局、区审计局）';
    const plan = editor().open(measure.repeat(Math.ceil(5_000_000 / 3 / measure.length)));
    await editor().findings(plan);
    assert.ok(Array.isArray(await editor().ask('textDocument/documentSymbol', plan)));
    const caret = { line: 0, character: 1000 };
    const version = editor().change(plan, [{ range: { start: caret, end: caret }, text: '的' }]);
    await editor().findings(plan, version);
    await editor().ask('textDocument/hover', plan, { position: caret });
    await editor().ask('textDocument/completion', plan, { position: caret });
    await editor().ask('textDocument/selectionRange', plan, { positions: [caret] });
    await editor().ask('textDocument/semanticTokens/full', plan);
    editor().close(plan);
  });
});
