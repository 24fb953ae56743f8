/** Where we judge the real documents otherwise than the handbook does, each with its reason. One entry a line and place. */
export interface Difference {
  /** `missed 003 30 rule` (not found), `beyond 003 30 rule` (found besides), `hint 003 30 rule` (found at this level). */
  readonly place: string;
  readonly why: string;
}

export const DIFFERENCES: readonly Difference[] = [
  ...['000 41', '004 29'].map((place) => ({
    place: `missed ${place} missing-punctuation`,
    why: 'only a reader can tell that a mark is missing here',
  })),
];
