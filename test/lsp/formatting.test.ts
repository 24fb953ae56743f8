import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver/node';
import { applyEdits } from '../../server/src/core/text/edits';
import { sharedEditor } from './editor';

const ROUGH = '云溪区实施方案\n一、任务\n（一）健全机制,推行承诺。 \n\n\n（二）<|公开清单(含事项)。|>\n';

describe('formatting', () => {
  const editor = sharedEditor();
  const options = { tabSize: 8, insertSpaces: false };

  it('of a document gives edits that make it neat', async () => {
    const plan = editor().open(ROUGH);
    const edits = await editor().ask<TextEdit[]>('textDocument/formatting', plan, { options });
    assert.equal(
      applyEdits(plan.text, edits),
      '云溪区实施方案\n一、任务\n（一）健全机制，推行承诺。\n\n（二）公开清单（含事项）。\n',
    );
    assert.equal(edits.length, 5, 'each place by itself');
  });

  it('of ranges gives the part that lies in them, once', async () => {
    const plan = editor().open(ROUGH);
    const [range] = plan.ranges;
    const one = await editor().ask<TextEdit[]>('textDocument/rangeFormatting', plan, { range, options });
    const expected = plan.text.replace('(含事项)', '（含事项）');
    assert.equal(applyEdits(plan.text, one), expected);
    const ranges = [range, range];
    const two = await editor().ask<TextEdit[]>('textDocument/rangesFormatting', plan, { ranges, options });
    assert.deepEqual(two, one);
  });

  it('gives nothing for what is neat, and none for what is no plan', async () => {
    const plan = editor().open('云溪区实施方案\n一、任务\n');
    assert.deepEqual(await editor().ask('textDocument/formatting', plan, { options }), []);
    const other = editor().open('a: 1\n', { name: 'units.yaml', language: 'yaml' });
    assert.equal(await editor().ask('textDocument/formatting', other, { options }), null);
  });
});
