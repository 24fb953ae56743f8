import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver/node';
import { startEditor, type Editor } from './editor';

describe('help while writing (textDocument/onTypeFormatting)', () => {
  let editor: Editor;
  afterEach(() => editor.end());

  async function pressEnter(settings: unknown): Promise<readonly TextEdit[] | null> {
    editor = await startEditor({ settings });
    const plan = editor.open('云溪区实施方案\n一、任务\n（一）建立台账。\n');
    const position = { line: 3, character: 0 };
    return editor.ask<TextEdit[] | null>('textDocument/onTypeFormatting', plan, {
      position,
      ch: '\n',
      options: { tabSize: 4, insertSpaces: true },
    });
  }

  it('writes the next number', async () => {
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } };
    assert.deepEqual(await pressEnter({}), [{ range, newText: '（二）' }]);
  });

  it('is turned off by its setting', async () => {
    assert.equal(await pressEnter({ typing: { continueNumbers: false } }), null);
  });

  it('nonsense in the setting counts as not set', async () => {
    assert.equal((await pressEnter({ typing: { continueNumbers: 'no' } }))?.length, 1);
  });
});
