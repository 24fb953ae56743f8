import { hoverAt, ruleCard } from '../../core/features/hover';
import { RULES } from '../../core/rules/index';
import { touches, type Position } from '../../core/text/position';
import { guarded } from '../guard';
import type { Services } from '../services';
import type { Reviewed } from '../sessions';
import type { LspFeature } from './feature';

/** `textDocument/hover`: what stands there, and the rules that found something there. */
export const hover: LspFeature = {
  capabilities: { hoverProvider: true },
  register(services) {
    const { connection, documents, locale } = services;
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
  },
};

function rulesAt(reviewed: Reviewed, position: Position, { locale }: Services): readonly string[] {
  const ids = new Set(reviewed.result.findings.filter(({ range }) => touches(range, position)).map(({ rule }) => rule));
  return RULES.filter((rule) => ids.has(rule.id)).map((rule) => ruleCard(rule, locale()));
}
