import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { inTime, PROGRAMS, sharedEditor, startEditor } from './editor';

describe('the server’s life', () => {
  const programs = Object.keys(PROGRAMS) as (keyof typeof PROGRAMS)[];
  for (const program of programs) {
    it(`starts as ${PROGRAMS[program].join(' ')}, serves, and leaves no process behind`, async () => {
      const editor = await startEditor({ program });
      const plan = editor.open('一、总体要求\n（一）健全制度。（责任单位：区司法局、区财政局）\n');
      const symbols = await editor.ask<{ name: string }[]>('textDocument/documentSymbol', plan);
      assert.deepEqual(
        symbols.map((symbol) => symbol.name),
        ['一、总体要求'],
      );
      assert.equal(await editor.end(), 0);
      assert.equal(editor.process.exitCode, 0);
    });

    it(`ends when the editor of ${PROGRAMS[program].join(' ')} is gone without a word`, async () => {
      const child = spawn(process.execPath, [resolve(PROGRAMS[program][0]), ...PROGRAMS[program].slice(1)]);
      const ended = once(child, 'exit');
      child.stdin.end();
      await inTime('exit', ended);
    });
  }

  it('offers what it can do, and asks for findings to be asked for only where the editor can', async () => {
    const editor = await startEditor();
    const { capabilities, serverInfo } = editor.initialized;
    assert.equal(serverInfo?.name, 'plandoc');
    assert.equal(capabilities.diagnosticProvider, undefined);
    for (const feature of ['documentSymbol', 'foldingRange', 'hover', 'completion', 'semanticTokens', 'codeAction']) {
      assert.ok(capabilities[`${feature}Provider` as keyof typeof capabilities], feature);
    }
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: { includeText: false } });
    await editor.end();
    const pulling = await startEditor({ pulls: true });
    assert.ok(pulling.initialized.capabilities.diagnosticProvider);
    await pulling.end();
  });
});

describe('documents the server does not read', () => {
  const editor = sharedEditor();
  const requests: readonly (readonly [method: string, empty: unknown])[] = [
    ['documentSymbol', []],
    ['foldingRange', []],
    ['hover', null],
    ['completion', null],
    ['codeAction', []],
    ['semanticTokens/full', { data: [] }],
    ['semanticTokens/range', { data: [] }],
  ];
  const start = { line: 0, character: 0 };
  const parameters = { position: start, range: { start, end: start }, context: { diagnostics: [] } };

  async function checkEmpty(document: { uri: string }): Promise<void> {
    for (const [method, empty] of requests) {
      assert.deepEqual(await editor().ask(`textDocument/${method}`, document, parameters), empty, method);
    }
  }

  it('answers empty about a document that was never opened', () => checkEmpty({ uri: 'untitled:/nobody' }));

  it('answers empty about one that was closed, and takes its findings back', async () => {
    const plan = editor().open('一、任务\n（一）办事。（责任单位：区司法局、区财政局）\n');
    await editor().findings(plan);
    editor().close(plan);
    const cleared = await editor().next<{ uri: string; diagnostics: unknown[] }>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === plan.uri,
    );
    assert.deepEqual(cleared.diagnostics, []);
    await checkEmpty(plan);
  });

  it('answers empty about one that is no plan, and checks nothing in it', async () => {
    const note = editor().open('一、任务\n（一）办事。（责任单位：区司法局、区财政局）\n', {
      name: 'a.txt',
      language: 'plaintext',
    });
    await checkEmpty(note);
    assert.ok(
      !editor()
        .waiting<{ uri: string }>('textDocument/publishDiagnostics')
        .some(({ uri }) => uri === note.uri),
    );
  });

  it('takes a change to a document it does not know without falling', async () => {
    const unknown = { uri: 'untitled:/nobody', version: 2 };
    void editor().connection.sendNotification('textDocument/didChange', {
      textDocument: unknown,
      contentChanges: [{ text: 'x' }],
    });
    await editor().roundTrip();
  });
});
