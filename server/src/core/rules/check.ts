import { createLexicon, type Lexicon } from '../lexicon/lexicon';
import type { UserWords } from '../lexicon/model';
import type { Plan } from '../plan/plan';
import type { PassageReading } from '../plan/reading';
import { once } from '../text/once';
import { comparePositions } from '../text/position';
import type { Register } from '../units/model';
import { DEFAULT_CONFIG, type ReviewConfig } from './config';
import { createPassageReview, type PassageReview } from './passageReview';
import { shiftReport, toFinding } from './report';
import type { Finding, Report, Rule } from './rule';
import { createRun, type Clock, type Fault, type Run } from './run';
import { usesOf } from './ignoreUses';
import { createOrder, createSettle, mergeFindings, type PassageReports } from './settled';
import { createSilencer, type Quiet, type Silence } from './suppress';
import { NO_SUPERIORS, type Superior } from './superior';
import { createConclusions } from './whole';

export interface CheckResult {
  /** In order of place. */
  readonly findings: readonly Finding[];
  /** Rules that failed on this document; the others went on. */
  readonly faults: readonly Fault[];
  /** Milliseconds each rule took, where a clock was given. */
  readonly timings?: ReadonlyMap<string, number>;
}

/** Checks plans of one document one after the other; what a rule found in an unchanged passage is not looked for again. */
export type Checker = (
  plan: Plan,
  register: Register,
  config?: ReviewConfig,
  superiors?: readonly Superior[],
) => CheckResult;

/** `clock`, in milliseconds, is asked before and after every call of a rule; leave it out where time matters. */
export function createChecker(rules: readonly Rule[], clock?: Clock): Checker {
  const passages = createPassages();
  const conclusions = createConclusions();
  const silencer = createSilencer();
  const moved = createMoves();
  const findingOf = createFindings();
  const settle = createSettle();
  const lexiconOf = createLexicons();
  return (plan, register, config = DEFAULT_CONFIG, superiors = NO_SUPERIORS) => {
    const active = rules.filter(
      (rule) => rule.kinds.includes(plan.facts.kind) && (config.severities[rule.id] ?? rule.severity) !== 'off',
    );
    const world = { facts: plan.facts, register, config, superiors, lexicon: lexiconOf(config.words) };
    const run = createRun(active, world, clock);
    const reviews = passages(plan.readings, run);
    const silence = silencer(reviews, plan);
    const rest: Finding[] = [];
    const add = (rule: Rule, reports: readonly Report[]): void => {
      for (const report of reports)
        if (!silence.silences(rule.id, report.range)) rest.push(findingOf(rule, report, config));
    };
    const conclude = conclusions(reviews, plan, run);
    const placed = placedReports(silence.reports, plan);
    for (const rule of active) {
      if (rule.whole) add(rule, conclude(rule));
      else if (rule.document) add(rule, run.document(rule, collect(rule.id, placed, moved), plan));
    }
    const judges = active.filter((rule) => rule.comments);
    const uses = judges.length > 0 ? usesOf(silence, plan, rules, run) : [];
    if (uses.length > 0) for (const rule of judges) add(rule, run.comments(rule, uses));
    const order = createOrder(active);
    const findings = mergeFindings(settle(plan, silence.reports, active, order, config), rest.sort(order), order);
    return {
      findings: withoutConsequences(findings, active, silence),
      faults: run.faults,
      ...(run.timings && { timings: run.timings }),
    };
  };
}

/** Dictionaries are read once for each set of words of an organisation's own. */
function createLexicons(): (words: UserWords) => Lexicon {
  const made = new WeakMap<UserWords, Lexicon>();
  return (words) => {
    let lexicon = made.get(words);
    if (!lexicon) made.set(words, (lexicon = createLexicon(words)));
    return lexicon;
  };
}

type Passages = (readings: readonly PassageReading[], run: Run) => readonly PassageReview[];

/** What is kept of each passage as long as it and all a rule may know stay the same. */
function createPassages(): Passages {
  const kept = new WeakMap<PassageReading, PassageReview>();
  const make = createPassageReview();
  let last: { readonly readings: readonly PassageReading[]; readonly reviews: readonly PassageReview[] } | null = null;
  return (readings, run) => {
    const { surroundings } = run;
    const before = last?.reviews[0]?.surroundings.same(surroundings) === true ? last : null;
    const reviews = readings.map((reading, at) => {
      // Mostly it is the passage that stood there before.
      if (before?.readings[at] === reading) return before.reviews[at]!;
      const known = kept.get(reading);
      if (known?.surroundings.same(surroundings) === true) return known;
      const review = make(reading, run);
      kept.set(reading, review);
      return review;
    });
    last = { readings, reviews };
    return reviews;
  };
}

/** What rules said of a passage that starts at `line`. */
interface PlacedReports {
  readonly reports: PassageReports;
  readonly line: number;
}

/** The passages of which something was said. */
function placedReports(passages: readonly PassageReports[], { source }: Plan): readonly PlacedReports[] {
  const placed: PlacedReports[] = [];
  for (let at = 0; at < passages.length; at++)
    if (passages[at]!.size > 0) placed.push({ reports: passages[at]!, line: source.starts[at]! });
  return placed;
}

/** All that a rule said of single passages, at its places in the document. */
function collect(rule: string, passages: readonly PlacedReports[], moved: Moves): readonly Report[] {
  const found: Report[] = [];
  for (const { reports, line } of passages) {
    const own = reports.get(rule);
    if (own) for (const report of moved(own, line)) found.push(report);
  }
  return found;
}

/** Reports `lines` further down; the same objects again as long as they do not move. */
type Moves = (reports: readonly Report[], lines: number) => readonly Report[];

function createMoves(): Moves {
  const kept = new WeakMap<readonly Report[], { readonly lines: number; readonly reports: readonly Report[] }>();
  return (reports, lines) => {
    let known = kept.get(reports);
    if (known?.lines !== lines) {
      known = { lines, reports: reports.map((report) => shiftReport(report, lines)) };
      kept.set(reports, known);
    }
    return known.reports;
  };
}

/** Makes findings of reports; the same object again for the same report, so that what was put into words stays so. */
function createFindings(): (rule: Rule, report: Report, config: ReviewConfig) => Finding {
  const made = new WeakMap<Report, { readonly config: ReviewConfig; readonly finding: Finding }>();
  return (rule, report, config) => {
    let known = made.get(report);
    if (known?.config !== config || known.finding.rule !== rule.id) {
      known = { config, finding: toFinding(rule, report, config) };
      made.set(report, known);
    }
    return known.finding;
  };
}

/** Leaves out findings that only follow from another at the same place, kept quiet or not: one fault is told once. */
function withoutConsequences(
  findings: readonly Finding[],
  rules: readonly Rule[],
  silence: Silence,
): readonly Finding[] {
  const quiet = once(silence.quiet);
  const followers = new Map(rules.flatMap(({ id, followsFrom }) => (followsFrom ? [[id, followsFrom] as const] : [])));
  if (followers.size === 0) return findings;
  return findings.filter((finding, at) => {
    const named = followers.get(finding.rule);
    if (!named) return true;
    const causes = (other: Quiet): boolean => isCause(other, finding, named);
    return !findings.slice(Math.max(0, at - NEAR), at + NEAR).some(causes) && !quiet().some(causes);
  });
}

/** Findings stand in order of place, so those at the same place stand near. */
const NEAR = 12;

function isCause(other: Quiet, { range }: Finding, named: readonly string[]): boolean {
  return (
    named.includes(other.rule) &&
    comparePositions(other.range.start, range.end) <= 0 &&
    comparePositions(range.start, other.range.end) <= 0
  );
}
