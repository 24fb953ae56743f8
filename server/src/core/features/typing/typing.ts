import type { Plan } from '../../plan/plan';
import type { Position, TextEdit } from '../../text/position';

/** The names typing helps have in the settings, after `plandoc.typing.`. */
export type TypingHelpName = 'continueNumbers' | 'fullWidth';

/** Help while writing: what follows of a character just typed (LSP 3.17, `textDocument/onTypeFormatting`). */
export interface TypingHelp {
  /** Its setting; each is on unless it is set to `false`. */
  readonly name: TypingHelpName;
  /** The characters that call for it; a line end is `\n` whatever the document's line ends are. */
  readonly triggers: readonly string[];
  /** Edits that refer to the text with the character in it; none where there is nothing to do. None overlap. */
  help(typed: Typed): readonly TextEdit[];
}

export interface Typed {
  /** The plan with the character in it. */
  readonly plan: Plan;
  /** Where the caret stands, behind the character and behind the indent an editor set in after a line end. */
  readonly position: Position;
  readonly character: string;
}
