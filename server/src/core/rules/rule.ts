import type { PlanKind } from '../../protocol';
import type { Facts } from '../plan/facts';
import type { Plan } from '../plan/plan';
import type { PassageReading } from '../plan/reading';
import type { Message, MessageArgs } from '../text/locale';
import type { Range, TextEdit } from '../text/position';
import type { Register } from '../units/model';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** How binding a rule's source is: a regulation, general practice, recommended, working habit, custom. */
export type Strength = '规定' | '一般' | '推荐' | '实务' | '惯例';

/** A change a finding proposes. */
export type Fix = {
  readonly title: Message;
  readonly args: MessageArgs;
  /** May be applied without asking: it changes nothing but the fault, and applying it twice changes nothing more. */
  readonly safe: boolean;
} & (
  | { readonly kind: 'edit'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'register'; readonly name: string }
  | { readonly kind: 'alias'; readonly name: string; readonly entry: string }
);

export interface Related {
  readonly message: Message;
  readonly args: MessageArgs;
  readonly range: Range;
}

/** What a rule found. Its sentence is put together when it is shown (`messageOf`), in the reader's language. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly args: MessageArgs;
  readonly range: Range;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

export interface RuleContext {
  readonly facts: Facts;
  readonly register: Register;
}

/** What a rule says of one place; the driver adds rule and severity. */
export interface Report {
  readonly message: Message;
  readonly args?: MessageArgs;
  readonly range: Range;
  /** Another severity than the rule's own, for this place. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/**
 * A rule of the desk review. `passage` sees one passage (ranges count lines from its start) and may use nothing but its
 * arguments: what it reports is kept until the passage, the facts or the register change. `document` sees what `passage`
 * found in the whole plan, in absolute ranges, and may replace it; it runs after every edit and must be cheap.
 */
export interface Rule {
  readonly id: string;
  readonly title: Message;
  readonly severity: Severity;
  readonly strength: Strength;
  /** `safe`: fixed without asking; `confirm`: a person chooses; `no`: nothing is offered. */
  readonly fixable: 'safe' | 'confirm' | 'no';
  /** The kinds of document it looks at. */
  readonly kinds: readonly PlanKind[];
  readonly passage?: (reading: PassageReading, context: RuleContext) => readonly Report[];
  readonly document?: (found: readonly Report[], plan: Plan, context: RuleContext) => readonly Report[];
}

/** Everything that carries tasks. */
export const PLANS: readonly PlanKind[] = ['plan', 'task-list', 'notice'];
