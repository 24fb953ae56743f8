import { SemanticTokensBuilder, type Range as LspRange, type SemanticTokens } from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES, tokensOf } from '../../core/features/tokens';
import { passageAt } from '../../core/syntax/source';
import type { Register } from '../../core/units/model';
import { guarded } from '../guard';
import type { Services } from '../services';
import type { Reviewed } from '../sessions';
import { createTokenMemory } from '../tokenMemory';
import type { LspFeature } from './feature';

/** `textDocument/semanticTokens`: numbers, labels, units, deadlines, citations; after the first time what changed. */
export const semanticTokens: LspFeature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  },
  register,
};

function register(services: Services): void {
  const { connection, documents } = services;
  const { semanticTokens: requests } = connection.languages;
  const empty: SemanticTokens = { data: [] };
  const memory = createTokenMemory();
  /** The register each document was last coloured with. */
  const used = new Map<string, Register>();
  const read = async (document: Parameters<Services['review']>[0]): Promise<Reviewed> => {
    const reviewed = await services.review(document);
    used.set(document.uri, reviewed.loaded.register);
    return reviewed;
  };
  requests.on(
    guarded(connection, documents, 'semanticTokens', empty, async (document) => {
      const { plan, loaded } = await read(document);
      return memory.full(document.uri, plan, loaded.register);
    }),
  );
  requests.onDelta(
    guarded(connection, documents, 'semanticTokens/delta', empty, async (document, { previousResultId }) => {
      const { plan, loaded } = await read(document);
      return memory.delta(document.uri, plan, loaded.register, previousResultId);
    }),
  );
  requests.onRange(
    guarded(connection, documents, 'semanticTokens/range', empty, async (document, { range }) =>
      tokensIn(await services.review(document), range),
    ),
  );
  // A unit that was registered meanwhile has another colour in texts that did not change.
  services.onReviewed((document, { loaded }) => {
    if (!used.has(document.uri) || used.get(document.uri) === loaded.register) return;
    used.set(document.uri, loaded.register);
    if (services.client().refreshes.semanticTokens) void requests.refresh();
  });
  documents.onDidClose(({ document }) => {
    memory.forget(document.uri);
    used.delete(document.uri);
  });
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
