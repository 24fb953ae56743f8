import type { Plan } from '../plan/plan';
import { passageAt } from '../syntax/source';
import { comparePositions, range, shiftLines, type Position, type Range } from '../text/position';
import type { IgnoreComment } from './ignoreComments';
import type { PassageReview } from './passageReview';
import type { Report } from './rule';

type Reports = ReadonlyMap<string, readonly Report[]>;

/** What the comments of a document keep quiet. */
export interface Silence {
  /** The reports of each passage that are left. */
  readonly reports: readonly Reports[];
  /** Whether a finding of `rule`, its range in lines of the document, is to be kept quiet. */
  silences(rule: string, range: Range): boolean;
  /** What was kept quiet so far, in lines of the document. */
  quiet(): readonly Quiet[];
  /** Every comment, in order, with the rules of which it kept something quiet so far. */
  comments(): readonly CommentUse[];
}

export interface Quiet {
  readonly rule: string;
  readonly range: Range;
}

export interface CommentUse {
  readonly comment: IgnoreComment;
  /** The line its passage starts on. */
  readonly above: number;
  readonly used: ReadonlySet<string>;
  /** Of a `start` its `end`, and the other way round. */
  readonly partner: IgnoreComment | null;
  readonly partnerAbove: number;
}

/** A stretch of a passage in which some rules are quiet. */
interface Area {
  readonly rules: readonly string[];
  readonly area: Range;
  readonly from: Origin;
}

/** The comment an area comes from: one of the passage, the nth region that is open above it, or those of the whole file. */
type Origin = IgnoreComment | number | 'file';

/** What holds in one passage, and what was kept quiet there. Depends on nothing but the review and the key. */
interface PassageSilence {
  readonly key: string;
  readonly areas: readonly Area[];
  readonly reports: Reports;
  readonly quiet: readonly Quiet[];
  readonly used: readonly (readonly [Origin, string])[];
  /** Regions that are open at its end. */
  readonly open: readonly (IgnoreComment | number)[];
  /** Which region each `end` closes; `null` where none is open. */
  readonly closed: readonly (readonly [end: IgnoreComment, start: IgnoreComment | number | null])[];
}

/**
 * Says what comments keep quiet. What they do in one passage is kept as long as the passage stays as it is and the same
 * rules are quiet where it begins, so an edit far away from a region costs nothing in it.
 */
export function createSilencer(): (reviews: readonly PassageReview[], plan: Plan) => Silence {
  const kept = new WeakMap<PassageReview, PassageSilence>();
  return (reviews, plan) => {
    if (reviews.every(({ comments }) => comments.length === 0)) return noSilence(reviews);
    const fileComments = reviews.flatMap(({ comments }) => comments.filter(({ kind }) => kind === 'file'));
    const fileRules = namesOf(fileComments);
    const uses = new Map<IgnoreComment, Set<string>>();
    const partners = new Map<IgnoreComment, IgnoreComment>();
    const silences: PassageSilence[] = [];
    let open: readonly IgnoreComment[] = [];
    const opened: (readonly IgnoreComment[])[] = [];
    const asked: Quiet[] = [];
    const mark = (origin: Origin, rule: string, regions: readonly IgnoreComment[]): void => {
      const meant = origin === 'file' ? fileComments : [typeof origin === 'number' ? regions[origin]! : origin];
      for (const comment of meant) {
        if (origin === 'file' && !names(comment, rule)) continue;
        const used = uses.get(comment) ?? new Set<string>();
        uses.set(comment, used.add(rule));
      }
    };
    for (const review of reviews) {
      const silence = silenceOf(review, fileRules, open, kept);
      const regions = open;
      opened.push(regions);
      silences.push(silence);
      for (const [origin, rule] of silence.used) mark(origin, rule, regions);
      const comment = (one: IgnoreComment | number): IgnoreComment => (typeof one === 'number' ? regions[one]! : one);
      for (const [end, start] of silence.closed) {
        if (start === null) continue;
        partners.set(end, comment(start));
        partners.set(comment(start), end);
      }
      open = silence.open.length === 0 ? [] : silence.open.map(comment);
    }
    return {
      reports: silences.map(({ reports }) => reports),
      silences(rule, place) {
        const { line, character } = place.start;
        const at = passageAt(plan.source, line);
        const start = { line: line - plan.source.starts[at]!, character };
        const areas = silences[at]!.areas.filter((one) => covers(one, rule, start));
        for (const { from } of areas) mark(from, rule, opened[at]!);
        if (areas.length > 0) asked.push({ rule, range: place });
        return areas.length > 0;
      },
      quiet: () => [
        ...silences.flatMap(({ quiet }, at) =>
          quiet.map((one) => ({ ...one, range: shiftLines(one.range, plan.source.starts[at]!) })),
        ),
        ...asked,
      ],
      comments: () => usesOf(reviews, plan, uses, partners),
    };
  };
}

function noSilence(reviews: readonly PassageReview[]): Silence {
  const none = (): readonly never[] => [];
  return { reports: reviews.map(({ reports }) => reports), silences: () => false, quiet: none, comments: none };
}

const names = ({ names: all }: IgnoreComment, rule: string): boolean => all.some(({ id }) => id === rule);

function namesOf(comments: readonly IgnoreComment[]): readonly string[] {
  return [...new Set(comments.flatMap((comment) => comment.names.map(({ id }) => id)))].sort();
}

function covers({ rules, area }: Area, rule: string, place: Position): boolean {
  return rules.includes(rule) && comparePositions(area.start, place) <= 0 && comparePositions(place, area.end) <= 0;
}

function silenceOf(
  review: PassageReview,
  fileRules: readonly string[],
  regions: readonly IgnoreComment[],
  kept: WeakMap<PassageReview, PassageSilence>,
): PassageSilence {
  const open = regions.map((comment) => comment.names.map(({ id }) => id));
  const key = [fileRules, ...open].map((rules) => rules.join(' ')).join('\n');
  const known = kept.get(review);
  if (known?.key === key) return known;
  const { areas, ...ends } = areasIn(review.comments, fileRules, open);
  const made = { key, areas, ...silenced(review.reports, areas), ...ends };
  kept.set(review, made);
  return made;
}

/** A region that has begun: above the passage, where it is known by its number, or inside it. */
interface Begun {
  readonly from: IgnoreComment | number;
  readonly rules: readonly string[];
  readonly start: Position;
}

const TOP: Position = { line: 0, character: 0 };

function areasIn(
  comments: readonly IgnoreComment[],
  fileRules: readonly string[],
  open: readonly (readonly string[])[],
): Pick<PassageSilence, 'areas' | 'open' | 'closed'> {
  const areas: Area[] = [];
  const closed: (readonly [IgnoreComment, IgnoreComment | number | null])[] = [];
  const begun: Begun[] = open.map((rules, from) => ({ from, rules, start: TOP }));
  const finish = ({ from, rules, start }: Begun, end: Position): void =>
    void areas.push({ from, rules, area: { start, end } });
  const BOTTOM = range(0, 0, Infinity, 0).end;
  for (const comment of comments) {
    const rules = comment.names.map(({ id }) => id);
    if (comment.kind === 'start')
      begun.push({ from: comment, rules, start: { line: comment.range.start.line, character: 0 } });
    else if (comment.kind === 'end') {
      const last = begun.pop();
      closed.push([comment, last?.from ?? null]);
      if (last) finish(last, comment.range.end);
    } else if (comment.kind === 'here' || comment.kind === 'next')
      areas.push({ from: comment, rules, area: comment.area });
  }
  for (const one of begun) finish(one, BOTTOM);
  if (fileRules.length > 0) areas.push({ from: 'file', rules: fileRules, area: { start: TOP, end: BOTTOM } });
  return { areas, open: begun.map(({ from }) => from), closed };
}

/** The reports that are left, what was kept quiet, and by which comments. */
function silenced(reports: Reports, areas: readonly Area[]): Pick<PassageSilence, 'reports' | 'quiet' | 'used'> {
  if (areas.length === 0) return { reports, quiet: [], used: [] };
  const quiet: Quiet[] = [];
  const used: (readonly [Origin, string])[] = [];
  const left = new Map<string, readonly Report[]>();
  for (const [rule, list] of reports) {
    const own = areas.filter(({ rules }) => rules.includes(rule));
    const isQuiet = ({ range: { start } }: Report): boolean => own.some((area) => covers(area, rule, start));
    const stay = list.filter((report) => !isQuiet(report));
    for (const report of list) if (isQuiet(report)) quiet.push({ rule, range: report.range });
    // The same list as long as nothing is taken out: what was made of it is kept by it.
    if (stay.length > 0) left.set(rule, stay.length === list.length ? list : stay);
    for (const area of own)
      if (list.some((report) => covers(area, rule, report.range.start))) used.push([area.from, rule]);
  }
  return { reports: left, quiet, used };
}

function usesOf(
  reviews: readonly PassageReview[],
  { source }: Plan,
  uses: ReadonlyMap<IgnoreComment, ReadonlySet<string>>,
  partners: ReadonlyMap<IgnoreComment, IgnoreComment>,
): readonly CommentUse[] {
  const lines = new Map<IgnoreComment, number>();
  for (const [at, { comments }] of reviews.entries())
    for (const comment of comments) lines.set(comment, source.starts[at]!);
  return [...lines].map(([comment, above]) => {
    const partner = partners.get(comment) ?? null;
    const partnerAbove = partner ? lines.get(partner)! : 0;
    return { comment, above, used: uses.get(comment) ?? new Set(), partner, partnerAbove };
  });
}
