import type { PlanKind } from '../../protocol';
import type { Lexicon } from '../lexicon/lexicon';
import type { Facts } from '../plan/facts';
import type { Plan } from '../plan/plan';
import type { ColumnRole } from '../syntax/table';
import type { Message, MessageArgs } from '../text/locale';
import type { Position, Range, TextEdit } from '../text/position';
import type { Register } from '../units/model';
import type { Superior } from './superior';
import type { OptionSpecs, OptionValue, UserWords } from './config';
import type { IgnoreKind } from './ignoreComments';
import type { PassageView } from './view';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** How binding a rule's source is: a regulation, general practice, recommended, working habit, custom. */
export type Strength = '规定' | '一般' | '推荐' | '实务' | '惯例';

/** What a rule is about; the review sheet and the list of rules are grouped by it. */
export type Topic = 'units' | 'time' | 'structure' | 'text';

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

/** What a rule found. Its sentence is put together when it is shown (`say`), in the reader's language. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly args: MessageArgs;
  readonly range: Range;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** All a rule may know besides what it looks at. One object for each rule, the same as long as nothing in it changes. */
export interface RuleContext {
  readonly facts: Facts;
  readonly register: Register;
  /** The rule's own options, each with its default where nothing else is set. */
  readonly options: Readonly<Record<string, OptionValue>>;
  /** Entries an organisation adds to the dictionaries. */
  readonly words: UserWords;
  /** All dictionaries, those entries included. */
  readonly lexicon: Lexicon;
  /** The superior plans the document names and that could be read. */
  readonly superiors: readonly Superior[];
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

/** The words of one title, heading, paragraph or cell, torn lines joined; what a rule about wording looks at. */
export interface Words {
  readonly text: string;
  /** What sorts of characters `text` has, bits of `TRAIT`: asked first, they spare a rule looking at most texts. */
  readonly traits: number;
  /** `title`: a line before the first numbered heading that reads like a title. `header`: the head of a table column. */
  readonly kind: 'title' | 'heading' | 'paragraph' | 'header' | 'cell';
  /** The column a cell stands in; `null` outside tables. */
  readonly role: ColumnRole | null;
  /** Before the first numbered heading: title, document number, addressee, basis. */
  readonly head: boolean;
}

/** What a rule says of a stretch of such words. Offsets are UTF-16 units in `Words.text`. */
export interface Hit {
  readonly message: Message;
  readonly args?: MessageArgs;
  readonly from: number;
  readonly to: number;
  readonly severity?: Severity;
  readonly fixes?: readonly {
    readonly title: Message;
    readonly args?: MessageArgs;
    readonly safe: boolean;
    readonly edits: readonly { readonly from: number; readonly to: number; readonly newText: string }[];
  }[];
}

/**
 * A rule of the desk review, in one of three ways, the narrowest that will do:
 *
 * - `inWords` sees the words of one block by itself. Kept until they change.
 * - `passage` sees one passage (ranges count lines from its start) and may use nothing but its arguments: what it reports
 *   is kept until the passage, the facts, the register or the configuration change. `document` then sees what `passage`
 *   found in the whole plan, in absolute ranges, and may replace it; it runs after every edit and must be cheap.
 * - `whole` compares places all over the document (`wholeDocument`).
 *
 * Besides, `comments` sees the comments that keep other rules quiet, when it is known what each of them did.
 */
export interface Rule {
  readonly id: string;
  readonly title: Message;
  readonly topic: Topic;
  /** `off`: looks only where a configuration asks for it. */
  readonly severity: Severity | 'off';
  readonly strength: Strength;
  /** What it rests on, in a few words: 《党政机关公文处理工作条例》第二十条（四）; GB/T 15834—2011, 4.15. */
  readonly basis: Message;
  /** `safe`: fixed without asking; `confirm`: a person chooses; `no`: nothing is offered. */
  readonly fixable: 'safe' | 'confirm' | 'no';
  /** The kinds of document it looks at. */
  readonly kinds: readonly PlanKind[];
  readonly options?: OptionSpecs;
  /** Rules whose finding at the same place says it already; this one's is then left out, being a consequence. */
  readonly followsFrom?: readonly string[];
  readonly inWords?: (words: Words, context: RuleContext) => readonly Hit[];
  readonly passage?: (reading: PassageView, context: RuleContext) => readonly Report[];
  readonly document?: (found: readonly Report[], plan: Plan, context: RuleContext) => readonly Report[];
  readonly whole?: Whole;
  readonly comments?: (comments: readonly IgnoreUse[], context: RuleContext) => readonly Report[];
}

/** A comment that keeps rules quiet, at its place in the document, and what it did. */
export interface IgnoreUse {
  readonly kind: IgnoreKind;
  readonly names: readonly {
    readonly id: string;
    readonly range: Range;
    /** `idle`: the rule did not run on this document, so nobody can tell. `unknown`: there is no such rule. */
    readonly state: 'used' | 'unused' | 'idle' | 'unknown';
    /** The rule that was perhaps meant. */
    readonly near: string | null;
  }[];
  readonly reason: string;
  /** Where a reason goes, and whether its colon is there already. */
  readonly reasonPlace: Position;
  readonly hasColon: boolean;
  readonly range: Range;
  /** What is taken out to remove it: its whole line where nothing else stands there. */
  readonly removal: Range;
  /** `removal` of the `end` of a `start`, of the `start` of an `end`; `null` where it is missing. */
  readonly partner: Range | null;
}

/** Something one passage contributes to a judgement of the whole document. */
export interface Mention<T> {
  /** Plain data (it is compared as JSON): what the judgement needs to know. */
  readonly said: T;
  /** Where it stands, in lines of the passage. */
  readonly range: Range;
  /** Further places a fix of it may change. */
  readonly places?: readonly Range[] | undefined;
}

/** The same, found in the words of one block. */
export interface WordMention<T> {
  readonly said: T;
  readonly from: number;
  readonly to: number;
  readonly places?: readonly (readonly [from: number, to: number])[];
}

/** What a rule concludes about the whole document. Places are named by the index of their mention. */
export interface Verdict {
  /** The mention it is shown at; `null`: the whole document, shown at its title. */
  readonly at: number | null;
  readonly message: Message;
  readonly args?: MessageArgs;
  readonly severity?: Severity;
  readonly related?: readonly { readonly at: number; readonly message: Message; readonly args?: MessageArgs }[];
  readonly fixes?: readonly (VerdictEdit | Exclude<Fix, { readonly kind: 'edit' }>)[];
}

export interface VerdictEdit {
  readonly kind?: undefined;
  readonly title: Message;
  readonly args?: MessageArgs;
  readonly safe: boolean;
  /** `place`: the index in the mention's `places`; without it the mention's own range is replaced. */
  readonly edits: readonly { readonly at: number; readonly place?: number; readonly newText: string }[];
}

/**
 * A judgement over the whole document. `mentions` are gathered passage by passage (or block by block) and kept;
 * `conclude` runs only when what they say changed, not when they merely moved, so it must not know where they stand.
 * Rules that gather by the same function share what it gives, so such a function looks at no options.
 */
export interface Whole {
  readonly inWords?: (words: Words, context: RuleContext) => readonly WordMention<unknown>[];
  readonly inPassage?: (reading: PassageView, context: RuleContext) => readonly Mention<unknown>[];
  /** `said`: what all mentions say, in order of place. */
  readonly conclude: (said: readonly unknown[], context: RuleContext) => readonly Verdict[];
  /**
   * For rules that tell what stands twice: what mentions are compared by; `null`: this one matters in other ways. What one
   * says that shares it with no other changes no verdict, so that nothing is concluded anew while such a one is typed in.
   */
  readonly comparedBy?: (said: unknown) => unknown;
}

/** Makes a `Whole` of functions that agree on what mentions say. */
export function wholeDocument<T>(spec: {
  readonly inWords?: (words: Words, context: RuleContext) => readonly WordMention<T>[];
  readonly inPassage?: (reading: PassageView, context: RuleContext) => readonly Mention<T>[];
  readonly conclude: (said: readonly T[], context: RuleContext) => readonly Verdict[];
  readonly comparedBy?: (said: T) => unknown;
}): Whole {
  const { conclude, comparedBy, ...gather } = spec;
  // What comes back is what the same rule's own functions gave.
  return {
    ...gather,
    conclude: (said, context) => conclude(said as readonly T[], context),
    ...(comparedBy && { comparedBy: (said: unknown) => comparedBy(said as T) }),
  };
}

/** What a rule with nothing to say of words gives: always the same list, since most of the time there is nothing. */
export const NOTHING: readonly never[] = [];

/** Everything that carries tasks. */
export const PLANS: readonly PlanKind[] = ['plan', 'task-list', 'notice'];

/** Every document, reports and plain prose too: for rules about wording. */
export const ALL_KINDS: readonly PlanKind[] = ['plan', 'task-list', 'notice', 'report', 'other'];
