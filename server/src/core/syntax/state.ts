import type { Scheme } from './numbering';
import type { Columns } from './table';

/**
 * What the reading of a passage needs to know of the text above it. A value: two states that are equal in every field
 * read the same text the same way, which is what stops re-reading after an edit.
 */
export interface ReadingState {
  readonly mode: 'start' | 'front-matter' | 'comment' | 'body';
  /** Still before the first numbered heading, where titles, addressees and web furniture stand. */
  readonly head: boolean;
  readonly table: Columns | null;
  /** The numbering schemes in force, outermost first. */
  readonly schemes: readonly Scheme[];
  /** For each scheme, in the order of `SCHEMES`, one digit: the level it was last used at. Keeps siblings level. */
  readonly levels: string;
  /** The number of the measure being written, as it stands in the text; later unnumbered paragraphs belong to it. */
  readonly label: string | null;
}

const SCHEMES: readonly Scheme[] = ['chapter', 'cn', 'cnParen', 'arabic', 'plain', 'arabicParen', 'circled'];

export const NO_LEVELS = '0'.repeat(SCHEMES.length);

export const START: ReadingState = {
  mode: 'start',
  head: true,
  table: null,
  schemes: [],
  levels: NO_LEVELS,
  label: null,
};

export function sameState(a: ReadingState, b: ReadingState): boolean {
  return (
    a === b ||
    (a.mode === b.mode &&
      a.head === b.head &&
      a.table?.key === b.table?.key &&
      a.levels === b.levels &&
      a.label === b.label &&
      a.schemes.length === b.schemes.length &&
      a.schemes.every((scheme, at) => scheme === b.schemes[at]))
  );
}

const RANK: Record<Scheme, number> = {
  chapter: 0,
  cn: 1,
  cnParen: 2,
  arabic: 3,
  plain: 3.5,
  arabicParen: 4,
  circled: 5,
};

function levelOf(levels: string, scheme: Scheme): number {
  return levels.charCodeAt(SCHEMES.indexOf(scheme)) - 0x30;
}

function withLevel(levels: string, scheme: Scheme, level: number): string {
  const at = SCHEMES.indexOf(scheme);
  return levels.slice(0, at) + Math.min(level, 9) + levels.slice(at + 1);
}

/**
 * The state after an item numbered by `scheme`, and the item's level (1 = outermost). A scheme already open closes what
 * is inside it; a new one goes below the schemes that rank above it (一、（一）1.（1）①), at the level it had before if
 * it was used before.
 */
export function enterScheme(
  state: ReadingState,
  scheme: Scheme,
): { schemes: readonly Scheme[]; levels: string; level: number } {
  let schemes = state.schemes;
  const open = schemes.indexOf(scheme);
  if (open >= 0) {
    schemes = schemes.slice(0, open + 1);
  } else {
    let depth = schemes.length;
    while (depth > 0 && RANK[schemes[depth - 1]!] > RANK[scheme]) depth--;
    const before = levelOf(state.levels, scheme);
    if (before > 0 && before <= depth && schemes[before - 1] === 'plain') depth = before - 1;
    schemes = [...schemes.slice(0, depth), scheme];
  }
  const level = schemes.length;
  const levels = levelOf(state.levels, scheme) === level ? state.levels : withLevel(state.levels, scheme, level);
  return { schemes, levels, level };
}
