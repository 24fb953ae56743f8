/** Where we judge the real documents otherwise than the handbook does, each with its reason. One entry a line and place. */
export interface Difference {
  /** `missed 003 30 rule` (not found), `beyond 003 30 rule` (found besides), `hint 003 30 rule` (found at this level). */
  readonly place: string;
  readonly why: string;
}

export const DIFFERENCES: readonly Difference[] = [];
