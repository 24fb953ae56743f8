import type { SelectionRange } from 'vscode-languageserver';
import { selectionsAt } from '../../core/features/selection';
import { clampPosition } from '../../core/syntax/source';
import type { Position } from '../../core/text/position';
import type { Plan } from '../../core/plan/plan';
import { guarded } from '../guard';
import type { LspFeature } from './feature';

/** `textDocument/selectionRange`: what grows round each caret. */
export const selectionRange: LspFeature = {
  capabilities: { selectionRangeProvider: true },
  register({ connection, documents, sessions, settings }) {
    connection.onSelectionRanges(
      guarded(connection, documents, 'selectionRange', [], async (document, { positions }) => {
        const plan = sessions.planOf(document, await settings(document.uri));
        return positions.map((position) => linked(plan, clampPosition(document.source, position)));
      }),
    );
  },
};

/** The protocol wants the smallest range, with the larger ones as its parents. */
function linked(plan: Plan, position: Position): SelectionRange {
  let parent: SelectionRange | undefined;
  for (const range of [...selectionsAt(plan, position)].reverse()) parent = { range, ...(parent && { parent }) };
  return parent ?? { range: { start: position, end: position } };
}
