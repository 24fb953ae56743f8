import { SemanticTokensBuilder, type Range as LspRange, type SemanticTokens } from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES, tokensOf } from '../../core/features/tokens';
import { passageAt } from '../../core/syntax/source';
import { guarded } from '../guard';
import type { Services } from '../services';
import type { Reviewed } from '../sessions';
import type { LspFeature } from './feature';

const WHOLE: LspRange = { start: { line: 0, character: 0 }, end: { line: Number.MAX_SAFE_INTEGER, character: 0 } };

/** `textDocument/semanticTokens`: numbers, labels, units, deadlines, citations. */
export const semanticTokens: LspFeature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: true,
      range: true,
    },
  },
  register,
};

function register(services: Services): void {
  const { connection, documents } = services;
  const empty: SemanticTokens = { data: [] };
  connection.languages.semanticTokens.on(
    guarded(connection, documents, 'semanticTokens', empty, async (document) =>
      tokensIn(await services.review(document), WHOLE),
    ),
  );
  connection.languages.semanticTokens.onRange(
    guarded(connection, documents, 'semanticTokens/range', empty, async (document, { range }) =>
      tokensIn(await services.review(document), range),
    ),
  );
}

function tokensIn({ plan, loaded }: Reviewed, range: LspRange): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  const first = passageAt(plan.source, range.start.line);
  const last = passageAt(plan.source, Math.min(range.end.line, plan.source.lineCount - 1));
  for (let index = first; index <= last; index++) {
    const above = plan.source.starts[index]!;
    for (const token of tokensOf(plan.readings[index]!, plan.facts, loaded.register)) {
      const modifier = token.modifier === null ? 0 : 1 << TOKEN_MODIFIERS.indexOf(token.modifier);
      builder.push(above + token.line, token.character, token.length, TOKEN_TYPES.indexOf(token.type), modifier);
    }
  }
  return builder.build();
}
