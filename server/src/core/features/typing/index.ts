import type { TextEdit } from '../../text/position';
import { continueNumbers } from './continueNumbers';
import { fullWidth } from './fullWidth';
import type { Typed, TypingHelp, TypingHelpName } from './typing';

/** Every help while writing. */
export const TYPING_HELPS: readonly TypingHelp[] = [continueNumbers, fullWidth];

/** All characters that call for help, in the order of the helps. */
export const TYPING_TRIGGERS: readonly string[] = [...new Set(TYPING_HELPS.flatMap(({ triggers }) => triggers))];

/** What the first help that has something to say makes of a character; `isOn` tells which are wanted. */
export function helpTyping(typed: Typed, isOn: (name: TypingHelpName) => boolean): readonly TextEdit[] {
  for (const { name, triggers, help } of TYPING_HELPS) {
    if (!triggers.includes(typed.character) || !isOn(name)) continue;
    const edits = help(typed);
    if (edits.length > 0) return edits;
  }
  return [];
}
