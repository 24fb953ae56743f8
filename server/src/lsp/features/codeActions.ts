import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import { PLAN_EDITS } from '../../core/features/edits/index';
import { RENUMBER } from '../../core/features/edits/numbers/renumber';
import type { Range } from '../../core/text/position';
import { say } from '../../core/text/locale';
import type { PlanDocument } from '../documents';
import { guarded } from '../guard';
import { changesOf, FIX_ALL, fixAll, quickFixes } from '../quickFixes';
import type { Services } from '../services';
import type { Reviewed } from '../sessions';
import type { LspFeature } from './feature';

/** `textDocument/codeAction`: fixes of findings, all safe fixes at once, and the edits of a plan that fit the selection. */
export const codeActions: LspFeature = {
  capabilities: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, RENUMBER, FIX_ALL] },
  },
  register(services) {
    const { connection, documents } = services;
    connection.onCodeAction(
      guarded(connection, documents, 'codeAction', [], async (document, { range, context }) => {
        // A kind asked for covers those below it (LSP 3.17, `CodeActionContext.only`).
        const wants = (kind: string): boolean =>
          !context.only || context.only.some((one) => kind === one || kind.startsWith(`${one}.`));
        const reviewed = await services.review(document);
        const actions: CodeAction[] = [];
        if (wants(CodeActionKind.QuickFix)) actions.push(...(await quickFixes(document, range, reviewed, services)));
        // What concerns the whole document is offered only when asked for: in every light bulb it would be noise, and costly.
        const offers = (kind: string): boolean =>
          wants(kind) && (context.only !== undefined || !kind.startsWith(CodeActionKind.Source));
        actions.push(...refactorings(document, range, reviewed, services, offers));
        // Offered only when asked for: in the light bulb of every place it would be noise.
        if (context.only && wants(FIX_ALL)) actions.push(...fixAll(document, reviewed, services.locale()));
        return actions;
      }),
    );
  },
};

function refactorings(
  document: PlanDocument,
  selection: Range,
  { plan, loaded }: Reviewed,
  services: Services,
  offers: (kind: string) => boolean,
): readonly CodeAction[] {
  const actions: CodeAction[] = [];
  for (const { action, run } of Object.values(PLAN_EDITS)) {
    if (!action || !offers(action.kind) || action.fits?.(plan, selection) === false) continue;
    const outcome = run({ plan, register: loaded.register, selection, options: {} });
    if (outcome.kind === 'refused' || outcome.edits.length === 0) continue;
    const edit = changesOf(document.uri, document.version, outcome.edits);
    actions.push({ title: say(action.title, services.locale()), kind: action.kind, edit });
  }
  return actions;
}
