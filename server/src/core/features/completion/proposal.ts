import type { Message, MessageArgs } from '../../text/locale';
import type { Range } from '../../text/position';

export type ProposalKind =
  | 'unit'
  | 'collective'
  | 'deadline'
  | 'number'
  | 'frame'
  | 'label'
  | 'citation'
  | 'heading'
  | 'key'
  | 'value'
  | 'clause';

/** A place in an inserted text that is still to be filled, with what stands there at first. */
export interface Hole {
  readonly hole: string;
}

/** A text to insert, with holes in the order in which they are filled. */
export type Template = readonly (string | Hole)[];

/** What was typed of a proposal so far. Always within one line; absolute. */
export interface Typed {
  readonly text: string;
  /** From its start to the caret, with the closing marks behind it that the proposal brings itself. */
  readonly range: Range;
  /** The same with what follows and belongs to the word that is replaced. */
  readonly replace: Range;
}

/** What there is to read about a proposal once somebody looks at it. */
export type About = { readonly kind: 'unit'; readonly name: string } | { readonly kind: 'text'; readonly text: string };

/** One proposal. */
export interface Proposal {
  readonly kind: ProposalKind;
  readonly label: string;
  readonly insert: Template;
  readonly typed: Typed;
  /** A few words beside the label. */
  readonly detail: { readonly message: Message; readonly args: MessageArgs } | null;
  readonly about: About | null;
}

/** How a proposal reads without tab stops. */
export function plainText(template: Template): string {
  return template.map((part) => (typeof part === 'string' ? part : part.hole)).join('');
}
