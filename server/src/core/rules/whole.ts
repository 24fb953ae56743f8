import type { Plan } from '../plan/plan';
import { shiftLines, type Range, type TextEdit } from '../text/position';
import type { PassageReview } from './passageReview';
import type { Fix, Mention, Report, Rule, Verdict } from './rule';
import type { Run } from './run';
import { titlePlace } from './titlePlace';

/** What rules conclude about the whole document, as reports in absolute ranges. */
export type Conclusions = (rule: Rule, reviews: readonly PassageReview[], plan: Plan, run: Run) => readonly Report[];

/** Where a mention stands: the number of its passage and its own number there. */
interface Spot {
  readonly passage: number;
  readonly index: number;
}

interface Kept {
  readonly reviews: readonly PassageReview[];
  readonly verdicts: readonly Placed[];
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
  return (rule, reviews, plan, run) => {
    const known = kept.get(rule.id);
    const same =
      known?.key.same(run.surroundings) === true &&
      saySame(rule.id, known.reviews, reviews, changes(known.reviews, reviews));
    const verdicts = same ? known.verdicts : concludeAnew(rule, reviews, run);
    kept.set(rule.id, { key: run.surroundings, reviews, verdicts });
    return verdicts.map((placed) => reportOf(placed, rule.id, reviews, plan));
  };
}

/** The numbers of the passages that are not the same as before; `null` when there are more or fewer passages than before. */
type Changes = readonly number[] | null;

/** Compares two states of a document; once for all rules, which mostly ask about the same two. */
function createChanges(): (before: readonly PassageReview[], after: readonly PassageReview[]) => Changes {
  let last: { readonly before: unknown; readonly after: unknown; readonly changes: Changes } | null = null;
  return (before, after) => {
    if (last?.before !== before || last.after !== after) {
      const changes =
        before.length === after.length ? [...after.keys()].filter((at) => before[at] !== after[at]) : null;
      last = { before, after, changes };
    }
    return last.changes;
  };
}

/** Whether the mentions of every passage say what they said before. */
function saySame(
  rule: string,
  before: readonly PassageReview[],
  after: readonly PassageReview[],
  changes: Changes,
): boolean {
  return (
    changes?.every((at) =>
      sameMentions(before[at]!.mentions.get(rule) ?? NONE, after[at]!.mentions.get(rule) ?? NONE),
    ) ?? false
  );
}

function sameMentions(before: readonly Mention<unknown>[], after: readonly Mention<unknown>[]): boolean {
  return (
    before.length === after.length &&
    after.every((now, index) => {
      const old = before[index]!;
      return old.places?.length === now.places?.length && JSON.stringify(old.said) === JSON.stringify(now.said);
    })
  );
}

function concludeAnew(rule: Rule, reviews: readonly PassageReview[], run: Run): readonly Placed[] {
  const said: unknown[] = [];
  const spots: Spot[] = [];
  for (const [passage, review] of reviews.entries()) {
    const mentions = review.mentions.get(rule.id) ?? NONE;
    for (let index = 0; index < mentions.length; index++) {
      said.push(mentions[index]!.said);
      spots.push({ passage, index });
    }
  }
  return run.conclude(rule, said).map((verdict) => ({ verdict, spots: spotsOf(verdict, spots), made: null }));
}

function spotsOf({ at, related = [], fixes = [] }: Verdict, spots: readonly Spot[]): ReadonlyMap<number, Spot> {
  const named = [
    ...related.map((one) => one.at),
    ...fixes.flatMap((fix) => (fix.kind ? [] : fix.edits.map((edit) => edit.at))),
  ];
  if (at !== null) named.push(at);
  return new Map(named.map((mention) => [mention, spots[mention]!]));
}

/** The report of a verdict; the same object again when none of its passages changed or moved. */
function reportOf(placed: Placed, rule: string, reviews: readonly PassageReview[], plan: Plan): Report {
  const { starts } = plan.source;
  const from: unknown[] = placed.verdict.at === null ? [plan] : [];
  for (const { passage } of placed.spots.values()) from.push(reviews[passage], starts[passage]);
  const { made } = placed;
  if (made && made.from.length === from.length && made.from.every((one, at) => one === from[at])) return made.report;
  const place = (mention: number, number?: number): Range => {
    const spot = placed.spots.get(mention)!;
    const { range, places } = reviews[spot.passage]!.mentions.get(rule)![spot.index]!;
    return shiftLines(number === undefined ? range : places![number]!, starts[spot.passage]!);
  };
  const report = toReport(placed.verdict, place, plan);
  placed.made = { from, report };
  return report;
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
