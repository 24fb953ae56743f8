import { SemanticTokensBuilder, type Range as LspRange, type SemanticTokens } from 'vscode-languageserver';
import { completeAt } from '../core/features/completion';
import { foldsOf } from '../core/features/folding';
import { hoverAt, ruleCard } from '../core/features/hover';
import { TOKEN_MODIFIERS, TOKEN_TYPES, tokensOf } from '../core/features/tokens';
import { outlineOf } from '../core/plan/outline';
import { RULES } from '../core/rules/index';
import { passageAt } from '../core/syntax/source';
import { touches, type Position } from '../core/text/position';
import { toCompletionItem, toFoldingRange, toSymbol } from './convert';
import { guarded } from './guard';
import type { Services } from './services';
import type { Reviewed } from './sessions';

/** Outline, folding, colours, hover and completion: each asks the core and converts the answer. */
export function registerReadingFeatures(services: Services): void {
  const { connection, documents, sessions, locale } = services;
  const settingsOf = services.settings;
  connection.onDocumentSymbol(
    guarded(connection, documents, 'documentSymbol', [], async (document) =>
      outlineOf(sessions.planOf(document, await settingsOf(document.uri))).map(toSymbol),
    ),
  );
  connection.onFoldingRanges(
    guarded(connection, documents, 'foldingRange', [], async (document) =>
      foldsOf(sessions.planOf(document, await settingsOf(document.uri))).map(toFoldingRange),
    ),
  );
  connection.onHover(
    guarded(connection, documents, 'hover', null, async (document, { position }) => {
      const reviewed = await services.review(document);
      const card = hoverAt(reviewed.plan, reviewed.loaded.register, position, locale());
      const rules = rulesAt(reviewed, position, services);
      if (!card && rules.length === 0) return null;
      const value = [card?.markdown, ...rules].filter(Boolean).join('\n\n---\n\n');
      return { contents: { kind: 'markdown', value }, ...(card && { range: card.range }) };
    }),
  );
  connection.onCompletion(
    guarded(connection, documents, 'completion', null, async (document, { position }) => {
      const { plan, loaded } = await services.review(document);
      const { items, incomplete } = completeAt(plan, loaded.register, position);
      return { isIncomplete: incomplete, items: items.map((item, at) => toCompletionItem(item, at, locale())) };
    }),
  );
  registerTokens(services);
}

function rulesAt(reviewed: Reviewed, position: Position, { locale }: Services): readonly string[] {
  const ids = new Set(reviewed.result.findings.filter(({ range }) => touches(range, position)).map(({ rule }) => rule));
  return RULES.filter((rule) => ids.has(rule.id)).map((rule) => ruleCard(rule, locale()));
}

const WHOLE: LspRange = { start: { line: 0, character: 0 }, end: { line: Number.MAX_SAFE_INTEGER, character: 0 } };

function registerTokens(services: Services): void {
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
