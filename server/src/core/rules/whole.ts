import { createSums } from '../plan/memory';
import type { Plan } from '../plan/plan';
import { shiftLines, type Range, type TextEdit } from '../text/position';
import type { PassageReview } from './passageReview';
import type { Fix, Mention, Report, Rule, Verdict } from './rule';
import { gatheringOf, type Gathering, type Run } from './run';
import { titlePlace } from './titlePlace';

/** What rules conclude about the whole document, as reports in absolute ranges. */
export type Conclusions = (
  reviews: readonly PassageReview[],
  plan: Plan,
  run: Run,
) => (rule: Rule) => readonly Report[];

/** Where a mention stands: the number of its passage and its own number there. */
interface Spot {
  readonly passage: number;
  readonly index: number;
}

interface Kept {
  readonly reviews: readonly PassageReview[];
  readonly verdicts: readonly Placed[];
  /** How many mentions share what they are compared by, for rules that say by what. */
  readonly shared: Map<unknown, number> | null;
}

/** A verdict with the spots of the mentions it names, and the report last made of it. */
interface Placed {
  readonly verdict: Verdict;
  readonly spots: ReadonlyMap<number, Spot>;
  made: { readonly from: readonly unknown[]; readonly report: Report } | null;
}

const NONE: readonly Mention<unknown>[] = [];

/** A rule is asked to conclude again only when what its mentions say has changed, not when they moved. */
export function createConclusions(): Conclusions {
  const kept = new Map<string, Kept & { readonly key: Run['surroundings'] }>();
  const changes = createChanges();
  const collection = createCollection();
  return (reviews, plan, run) => {
    const collected = collection(reviews);
    return (rule) => {
      const before = kept.get(rule.id);
      const known = before?.key.same(run.surroundings) === true ? before : null;
      const gathering = gatheringOf(rule);
      const moves = known && movesBetween(gathering, known.reviews, reviews, changes(known.reviews, reviews));
      const shared = known && moves ? known.shared : countShared(rule, () => collected(gathering).said);
      const same = known && moves && (moves.length === 0 || (shared !== null && stayApart(rule, moves, shared)));
      const verdicts = same ? known.verdicts : concludeAnew(rule, collected(gathering), run);
      kept.set(rule.id, { key: run.surroundings, reviews, verdicts, shared });
      return verdicts.map((placed) => reportOf(placed, gathering, reviews, plan));
    };
  };
}

/** What one mention said before and says now. */
type Move = readonly [before: unknown, now: unknown];

/** The mentions that say something else than before; `null` where there are more or fewer of them. */
function movesBetween(
  gathering: Gathering,
  before: readonly PassageReview[],
  after: readonly PassageReview[],
  changes: Changes,
): readonly Move[] | null {
  if (!changes) return null;
  const moves: Move[] = [];
  for (const at of changes) {
    const old = before[at]!.mentions.get(gathering) ?? NONE;
    const now = after[at]!.mentions.get(gathering) ?? NONE;
    if (old.length !== now.length) return null;
    for (const [index, { said, places }] of now.entries()) {
      const was = old[index]!;
      if (places?.length !== was.places?.length || !sameSaid(was.said, said)) moves.push([was.said, said]);
    }
  }
  return moves;
}

/** What mentions say are plain values. */
function sameSaid(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

function countShared({ whole }: Rule, said: () => readonly unknown[]): Map<unknown, number> | null {
  const comparedBy = whole?.comparedBy;
  if (!comparedBy) return null;
  const counts = new Map<unknown, number>();
  for (const one of said()) count(counts, comparedBy(one), 1);
  return counts;
}

function count(counts: Map<unknown, number>, key: unknown, by: 1 | -1): number {
  const sum = (counts.get(key) ?? 0) + by;
  if (sum === 0) counts.delete(key);
  else counts.set(key, sum);
  return sum;
}

/** Whether mentions that say something else shared it with none before and share it with none now. Keeps `shared` up to date. */
function stayApart({ whole }: Rule, moves: readonly Move[], shared: Map<unknown, number>): boolean {
  const keys = moves.map(([before, now]) => [whole!.comparedBy!(before), whole!.comparedBy!(now)] as const);
  const left = keys.map(([before]) => count(shared, before, -1));
  const met = keys.map(([, now]) => count(shared, now, 1));
  return (
    keys.every(([before, now]) => before !== null && now !== null) &&
    left.every((others) => others === 0) &&
    met.every((all) => all === 1)
  );
}

/** The numbers of the passages that are not the same as before; `null` when there are more or fewer passages than before. */
type Changes = readonly number[] | null;

/** Compares two states of a document; once for all rules, which mostly ask about the same two. */
function createChanges(): (before: readonly PassageReview[], after: readonly PassageReview[]) => Changes {
  let last: { readonly before: unknown; readonly after: unknown; readonly changes: Changes } | null = null;
  return (before, after) => {
    if (last?.before !== before || last.after !== after) {
      last = { before, after, changes: before.length === after.length ? changed(before, after) : null };
    }
    return last.changes;
  };
}

function changed(before: readonly PassageReview[], after: readonly PassageReview[]): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < after.length; at++) if (before[at] !== after[at]) found.push(at);
  return found;
}

/** What all mentions of a document say, in order, and how many stand before each passage. */
interface Collected {
  readonly said: readonly unknown[];
  readonly before: readonly number[];
}

/** Collects what was gathered, once for all rules that gather alike; what is gathered of a run of passages is kept. */
function createCollection(): (reviews: readonly PassageReview[]) => (gathering: Gathering) => Collected {
  const runs = new WeakMap<Gathering, (reviews: readonly PassageReview[]) => readonly Collected[]>();
  return (reviews) => {
    const known = new Map<Gathering, Collected>();
    return (gathering) => {
      let collected = known.get(gathering);
      if (!collected) {
        const sums = runs.get(gathering) ?? createSums((some) => collect(gathering, some));
        runs.set(gathering, sums);
        known.set(gathering, (collected = joined(sums(reviews))));
      }
      return collected;
    };
  };
}

function collect(gathering: Gathering, reviews: readonly PassageReview[]): Collected {
  const said: unknown[] = [];
  const before: number[] = [];
  for (const review of reviews) {
    before.push(said.length);
    for (const mention of review.mentions.get(gathering) ?? NONE) said.push(mention.said);
  }
  return { said, before };
}

function joined(runs: readonly Collected[]): Collected {
  const said: unknown[] = [];
  const before: number[] = [];
  for (const run of runs) {
    const above = said.length;
    for (const count of run.before) before.push(above + count);
    for (const one of run.said) said.push(one);
  }
  return { said, before };
}

function concludeAnew(rule: Rule, { said, before }: Collected, run: Run): readonly Placed[] {
  return run.conclude(rule, said).map((verdict) => ({ verdict, spots: spotsOf(verdict, before), made: null }));
}

function spotsOf({ at, related = [], fixes = [] }: Verdict, before: readonly number[]): ReadonlyMap<number, Spot> {
  const spots = new Map<number, Spot>();
  const name = (mention: number): void => {
    if (!spots.has(mention)) spots.set(mention, spotOf(mention, before));
  };
  for (const one of related) name(one.at);
  for (const fix of fixes) if (!fix.kind) for (const edit of fix.edits) name(edit.at);
  if (at !== null) name(at);
  return spots;
}

/** The last passage before which no more mentions stand, found by halves. */
function spotOf(mention: number, before: readonly number[]): Spot {
  let [low, high] = [0, before.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (before[middle]! <= mention) low = middle;
    else high = middle - 1;
  }
  return { passage: low, index: mention - before[low]! };
}

/** The report of a verdict; the same object again when none of its passages changed or moved. */
function reportOf(placed: Placed, gathering: Gathering, reviews: readonly PassageReview[], plan: Plan): Report {
  const { starts } = plan.source;
  if (placed.made && isCurrent(placed, placed.made.from, reviews, plan)) return placed.made.report;
  const from: unknown[] = placed.verdict.at === null ? [whereTold(plan)] : [];
  for (const { passage } of placed.spots.values()) from.push(reviews[passage], starts[passage]);
  const place = (mention: number, number?: number): Range => {
    const spot = placed.spots.get(mention)!;
    const named = reviews[spot.passage]!.mentions.get(gathering)![spot.index]!;
    return shiftLines(number === undefined ? named.range : named.places![number]!, starts[spot.passage]!);
  };
  const report = toReport(placed.verdict, place, plan);
  placed.made = { from, report };
  return report;
}

/** Whether a report was made from the passages as they are and stand now. Asked of every verdict after every edit. */
function isCurrent(
  { verdict, spots }: Placed,
  from: readonly unknown[],
  reviews: readonly PassageReview[],
  plan: Plan,
): boolean {
  if (verdict.at === null && from[0] !== whereTold(plan)) return false;
  let at = verdict.at === null ? 1 : 0;
  for (const { passage } of spots.values()) {
    if (from[at++] !== reviews[passage] || from[at++] !== plan.source.starts[passage]) return false;
  }
  return true;
}

/** The place of findings about the whole document, as something to compare. */
function whereTold(plan: Plan): string {
  const { start, end } = titlePlace(plan);
  return `${start.line}:${start.character} ${end.line}:${end.character}`;
}

function toReport(verdict: Verdict, place: (mention: number, number?: number) => Range, plan: Plan): Report {
  const { at, message, args, severity, related, fixes } = verdict;
  return {
    message,
    range: at === null ? titlePlace(plan) : place(at),
    ...(args && { args }),
    ...(severity && { severity }),
    ...(related && { related: related.map((one) => ({ args: {}, ...one, range: place(one.at) })) }),
    ...(fixes && {
      fixes: fixes.flatMap((fix): Fix[] => {
        if (fix.kind) return [fix];
        const edits = fix.edits.map((edit) => ({ range: place(edit.at, edit.place), newText: edit.newText }));
        // A change that would have to join torn lines is not offered; whole lines may go.
        if (edits.some((edit) => edit.range.start.line !== edit.range.end.line && !deletesLines(edit))) return [];
        return [{ kind: 'edit', title: fix.title, args: fix.args ?? {}, safe: fix.safe, edits }];
      }),
    }),
  };
}

const deletesLines = ({ range, newText }: TextEdit): boolean =>
  newText === '' && range.start.character === 0 && range.end.character === 0;
