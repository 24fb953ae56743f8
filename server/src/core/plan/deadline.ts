import type { IsoDate } from '../text/dates';

/**
 * What a time expression says.
 * `by`: up to a day (2023年底前, 6月底前) · `range`: from year to year · `year`: a bare year ·
 * `milestone`: a year with what is done in it (2022年完成……) · `target`: 到2025年 · `before`: 2025年前, which may or may
 * not include 2025 · `long-range`: a goal past the plan (到2035年) · `recurring`: 每年 · `relative`: counted from an
 * event · `open`: 长期, 持续推进.
 * Source: the reviewer's grammar of deadlines (docs/format.md, “时限”).
 */
export type DeadlineKind =
  'by' | 'range' | 'year' | 'milestone' | 'target' | 'before' | 'long-range' | 'recurring' | 'relative' | 'open';

/** How fine the expression is. */
export type Grain = 'day' | 'tenDays' | 'month' | 'quarter' | 'half' | 'year' | 'none';

export interface Deadline {
  readonly text: string;
  /** Offsets in the text it was read from (UTF-16). */
  readonly from: number;
  readonly to: number;
  readonly kind: DeadlineKind;
  readonly grain: Grain;
  /** First and last day it allows, `null` where it says nothing. */
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
  /** The writing allows two readings; `end` is the later one. */
  readonly ambiguous: boolean;
}

/** `from` and `to` are offsets in `text`. */
export function deadline(
  text: string,
  from: number,
  to: number,
  kind: DeadlineKind,
  grain: Grain,
  start: IsoDate | null,
  end: IsoDate | null,
  ambiguous = false,
): Deadline {
  return { text: text.slice(from, to), from, to, kind, grain, start, end, ambiguous };
}
