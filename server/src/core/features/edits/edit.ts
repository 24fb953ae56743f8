import { rereadPlan, type Plan } from '../../plan/plan';
import { editSource } from '../../syntax/source';
import type { Message, MessageArgs } from '../../text/locale';
import { comparePositions, type Range, type TextEdit } from '../../text/position';
import type { Register } from '../../units/model';

/**
 * A change of the text that a person asks for by name: as a command, by a key, or in the light bulb. It changes nothing
 * by itself: it says what would have to be changed, or why that cannot be.
 */
export interface PlanEdit {
  /** How it is offered at a selection (LSP 3.17, “CodeActionKind”); `null` where it is a command only. */
  readonly action: {
    readonly kind: `refactor${string}` | `source${string}`;
    readonly title: Message;
    /** Whether to offer it here at all, where that is less than wherever it does something; cheap, asked at every caret. */
    readonly fits?: (plan: Plan, selection: Range) => boolean;
  } | null;
  run(context: EditContext): EditOutcome;
}

export interface EditContext {
  readonly plan: Plan;
  readonly register: Register;
  /** What is selected, or where the caret stands (`start` equals `end`). */
  readonly selection: Range;
  /** What a command was told besides; each edit names its own. */
  readonly options: EditOptions;
}

export type EditOptions = Readonly<Record<string, unknown>>;

export type EditOutcome =
  | {
      readonly kind: 'edits';
      /** All refer to the text as it was; none overlap. None at all: there was nothing to do. */
      readonly edits: readonly TextEdit[];
      /** What to select afterwards, in the text as it is then; `null` leaves that to the editor. */
      readonly selection: Range | null;
      /** What a person should know besides: what was left as it is. */
      readonly told?: Told;
    }
  | {
      readonly kind: 'refused';
      /** Why, and what would help. */
      readonly message: Message;
      readonly args?: MessageArgs;
    };

export interface Told {
  readonly message: Message;
  readonly args?: MessageArgs;
}

/** What an edit does where it has something to do. */
export const edited = (
  edits: readonly TextEdit[],
  selection: Range | null = null,
  told: Told | null = null,
): EditOutcome => ({
  kind: 'edits',
  edits,
  selection,
  ...(told && { told }),
});

export const refused = (message: Message, args?: MessageArgs): EditOutcome => ({
  kind: 'refused',
  message,
  ...(args && { args }),
});

/** The plan as it would read after these edits. */
export function planAfter(plan: Plan, edits: readonly TextEdit[]): Plan {
  let { source } = plan;
  const fromBelow = [...edits].sort((a, b) => comparePositions(b.range.start, a.range.start));
  for (const { range, newText } of fromBelow) source = editSource(source, range, newText);
  return rereadPlan(plan, source, { period: plan.facts.period });
}
