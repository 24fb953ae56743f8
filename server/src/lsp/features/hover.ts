import { hoverAt, escape, ruleCard, type CardOf, type HoverContext } from '../../core/features/hover';
import { CARD_WORDS } from '../../core/features/hoverWords';
import type { Naming } from '../../core/features/occurrences';
import { homeOf } from '../../core/plan/home';
import type { UnitCount } from '../../core/plan/unitCounts';
import { RULES } from '../../core/rules/index';
import { say } from '../../core/text/locale';
import { touches, type Position, type Range } from '../../core/text/position';
import { bodyOf } from '../../core/units/body';
import { findCited } from '../../workspace/citedPlans';
import { folderOf, pathFrom } from '../addresses';
import { guarded } from '../guard';
import type { Services } from '../services';
import type { Reviewed } from '../sessions';
import type { LspFeature } from './feature';

/** `textDocument/hover`: what stands there, what the workspace knows of it, and the rules that found something there. */
export const hover: LspFeature = {
  capabilities: { hoverProvider: true },
  register(services) {
    const { connection, documents } = services;
    connection.onHover(
      guarded(connection, documents, 'hover', null, async (document, { position }) => {
        const reviewed = await services.review(document);
        const { plan, loaded } = reviewed;
        const naming = { register: loaded.register, home: services.index.homeOf(homeOf(plan.facts), loaded.register) };
        const card = hoverAt(plan, position, cardContext(document.uri, naming, services));
        const own = card && [card.markdown, ...(await fromWorkspace(card, document.uri, naming, services))];
        const rules = rulesAt(reviewed, position, services);
        if (!own && rules.length === 0) return null;
        const value = [...(own ? [own.join('\n\n')] : []), ...rules].join('\n\n---\n\n');
        return { contents: { kind: 'markdown', value }, ...(card && { range: card.range }) };
      }),
    );
  },
};

/** What cards need to know besides the plan. */
export function cardContext(uri: string, naming: Naming, { locale, files }: Services): HoverContext {
  return {
    naming,
    locale: locale(),
    linkTo: (range) => linkTo(uri, range),
    fileName: (file) => pathFrom(files.rootOf(file) ?? folderOf(file), file),
  };
}

/** The editor opens such an address at its line; addresses of documents that are no files lead nowhere. */
function linkTo(uri: string, { start }: Range): string | null {
  return /^(?:file|vscode-remote|vscode-vfs):/.test(uri) ? `${uri}#L${start.line + 1}` : null;
}

/** What the index knows by now: a card never waits for files to be read. */
async function fromWorkspace(
  { target }: CardOf,
  uri: string,
  { register, home }: Naming,
  { index, locale, files }: Services,
): Promise<readonly string[]> {
  if (target.kind === 'unit') {
    const plans = (await index.peekCounts(bodyOf(register.resolve(target.unit.name), home))) ?? [];
    if (plans.length < 2) return [];
    const sum = (count: (one: UnitCount) => number): number => plans.reduce((all, one) => all + count(one), 0);
    const counts = {
      plans: plans.length,
      lead: sum(({ lead }) => lead),
      participant: sum(({ participants }) => participants),
    };
    return [say(CARD_WORDS.workspace, locale(), counts)];
  }
  if (target.kind !== 'citation') return [];
  const { title, number } = target.citation;
  const plans = (await index.peekPlans()) ?? [];
  return findCited({ title, number: number?.text ?? null }, plans)
    .filter((plan) => plan.uri !== uri)
    .map((plan) => {
      const name = escape(pathFrom(files.rootOf(plan.uri) ?? folderOf(plan.uri), plan.uri));
      const address = linkTo(plan.uri, plan.titleRange);
      return say(CARD_WORDS.file, locale(), { file: address === null ? name : `[${name}](<${address}>)` });
    });
}

function rulesAt(reviewed: Reviewed, position: Position, { locale }: Services): readonly string[] {
  const ids = new Set(reviewed.result.findings.filter(({ range }) => touches(range, position)).map(({ rule }) => rule));
  return RULES.filter((rule) => ids.has(rule.id)).map((rule) => ruleCard(rule, locale()));
}
