import assert from 'node:assert/strict';
import type { DocumentSymbol, SemanticTokens } from 'vscode-languageserver/node';
import { applyEdits } from '../../server/src/core/text/edits';
import type { TextEdit } from '../../server/src/core/text/position';
import { examples } from '../support/documents';
import { createRandom, type Random } from '../support/random';
import { sharedEditor } from './editor';

const PIECES = [
  '的',
  '\n',
  '\r\n',
  '。',
  '（',
  '）',
  '、',
  '2026年底前',
  '（二）',
  '一、保障\n',
  '（责任单位：区司法局、区财政局）',
  '\t',
  '-->',
  '<!--',
  '|',
  '',
];

function randomEdit(text: string, random: Random): TextEdit {
  const lines = text.split(/\r\n|\n|\r/);
  const line = random.below(lines.length);
  const character = random.below(lines[line]!.length + 1);
  const endLine = Math.min(lines.length - 1, line + (random.below(6) === 0 ? random.below(4) : 0));
  const from = endLine === line ? character : 0;
  const endCharacter = Math.min(lines[endLine]!.length, from + random.below(5));
  return {
    range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
    newText: random.pick(PIECES),
  };
}

describe('a plan that was edited', () => {
  const editor = sharedEditor();

  /** Everything the editor shows of a document. */
  async function shown(document: { uri: string }): Promise<object> {
    const findings = await editor().findings(document);
    const symbols = await editor().ask<DocumentSymbol[]>('textDocument/documentSymbol', document);
    const { data } = await editor().ask<SemanticTokens>('textDocument/semanticTokens/full', document);
    const folds = await editor().ask('textDocument/foldingRange', document);
    return JSON.parse(JSON.stringify({ findings, symbols, data, folds }).replaceAll(document.uri, 'uri')) as object;
  }

  it('shows the same as one opened with the same text', async function () {
    this.timeout(30_000);
    const random = createRandom();
    console.log(`      seed ${random.seed} (set PLANDOC_SEED to repeat)`);
    for (const { name, text } of examples()) {
      const plan = editor().open(text.replaceAll('$0', ''));
      let current = text.replaceAll('$0', '');
      await editor().findings(plan);
      for (let step = 0; step < 6; step++) {
        const edits = Array.from({ length: 1 + random.below(4) }, () => {
          const edit = randomEdit(current, random);
          current = applyEdits(current, [edit]);
          return edit;
        });
        const changes = edits.map(({ range, newText }) => ({ range, text: newText }));
        editor().change(plan, changes);
        const fresh = editor().open('');
        editor().change(fresh, [{ text: current }]);
        assert.deepEqual(await shown(plan), await shown(fresh), `${name}: ${JSON.stringify(edits)}`);
        editor().close(fresh);
      }
      editor().close(plan);
    }
  });
});
