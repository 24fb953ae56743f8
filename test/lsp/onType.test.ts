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

  describe('full-width marks', () => {
    const type = async (settings: unknown = {}): Promise<() => Promise<readonly string[] | null>> => {
      editor = await startEditor({ settings });
      const plan = editor.open('云溪区实施方案\n一、任务\n（一）健全机制$0推行承诺。\n');
      const [start, end] = [plan.caret, { line: plan.caret.line, character: plan.caret.character + 1 }];
      const change = (range: object, text: string): number => editor.change(plan, [{ range, text } as never]);
      /** Types a comma, applies what comes back, undoes that and the comma; what was put in. */
      return async () => {
        change({ start, end: start }, ',');
        const edits = await editor.ask<TextEdit[] | null>('textDocument/onTypeFormatting', plan, {
          position: end,
          ch: ',',
          options: { tabSize: 4, insertSpaces: true },
        });
        for (const { range, newText } of edits ?? []) change(range, newText);
        if (edits) change({ start, end }, ',');
        change({ start, end }, '');
        return edits && edits.map(({ newText }) => newText);
      };
    };

    it('are given once; typed again after undo the mark stays as it is, and the next is helped again', async () => {
      const comma = await type();
      assert.deepEqual(await comma(), ['，']);
      assert.equal(await comma(), null);
      assert.deepEqual(await comma(), ['，']);
    });

    it('are turned off by their setting', async () => {
      const comma = await type({ typing: { fullWidth: false } });
      assert.equal(await comma(), null);
    });
  });
});
