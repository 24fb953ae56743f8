import type { Lexicon } from '../lexicon/lexicon';
import type { Facts } from '../plan/facts';
import type { Plan } from '../plan/plan';
import type { PassageReading } from '../plan/reading';
import type { Register } from '../units/model';
import type { Superior } from './superior';
import type { OptionValue, ReviewConfig } from './config';
import { PassageView } from './view';
import type { Hit, IgnoreUse, Mention, Report, Rule, RuleContext, Verdict, WordMention, Words } from './rule';

/** Tells the time in milliseconds; given in, since core reads no clock. */
export type Clock = () => number;

/** A rule that failed. */
export interface Fault {
  readonly rule: string;
  readonly error: unknown;
}

/** All that what a rule says of a passage depends on, besides the passage. */
export class Surroundings {
  readonly key: string;
  readonly register: Register;
  readonly config: ReviewConfig;
  readonly superiors: readonly Superior[];

  constructor(key: string, register: Register, config: ReviewConfig, superiors: readonly Superior[]) {
    this.key = key;
    this.register = register;
    this.config = config;
    this.superiors = superiors;
  }

  same(other: Surroundings): boolean {
    return (
      this.key === other.key &&
      this.register === other.register &&
      this.config === other.config &&
      this.superiors === other.superiors
    );
  }
}

/** One check of one document: calls rules so that one that throws is noted once and the others go on. */
export interface Run {
  readonly rules: readonly Rule[];
  /** Those that look at words, or gather from them. */
  readonly wordRules: readonly Rule[];
  readonly passageRules: readonly Rule[];
  /** Those that gather from passages, one for each function they gather by. */
  readonly gatherers: readonly Rule[];
  readonly surroundings: Surroundings;
  readonly faults: readonly Fault[];
  readonly timings: ReadonlyMap<string, number> | null;
  inWords(rule: Rule, words: Words): readonly Hit[];
  mentionsInWords(rule: Rule, words: Words): readonly WordMention<unknown>[];
  /** The passage as rules see it. */
  view(reading: PassageReading): PassageView;
  mentionsInPassage(rule: Rule, view: PassageView): readonly Mention<unknown>[];
  passage(rule: Rule, view: PassageView): readonly Report[];
  document(rule: Rule, found: readonly Report[], plan: Plan): readonly Report[];
  conclude(rule: Rule, said: readonly unknown[]): readonly Verdict[];
  comments(rule: Rule, comments: readonly IgnoreUse[]): readonly Report[];
}

/** How a rule gathers its mentions. Rules that do so by the same function share what it gave. */
export type Gathering = object;

export function gatheringOf({ whole }: Rule): Gathering {
  return whole!.inWords ? whole! : whole!.inPassage!;
}

/** What a check knows besides the plan itself. */
export interface World {
  readonly facts: Facts;
  readonly register: Register;
  readonly config: ReviewConfig;
  readonly superiors: readonly Superior[];
  readonly lexicon: Lexicon;
}

export function createRun(rules: readonly Rule[], world: World, clock?: Clock): Run {
  const { facts, register, config, superiors, lexicon } = world;
  const contexts = new Map<string, RuleContext>();
  const contextOf = (rule: Rule): RuleContext => {
    let context = contexts.get(rule.id);
    if (!context) {
      context = { facts, register, options: optionsOf(rule, config), words: config.words, lexicon, superiors };
      contexts.set(rule.id, context);
    }
    return context;
  };
  const { call, faults, timings } = createGuard(clock);
  return {
    rules,
    wordRules: rules.filter(({ inWords, whole }) => inWords ?? whole?.inWords),
    passageRules: rules.filter(({ passage }) => passage),
    gatherers: gatherersAmong(rules),
    surroundings: new Surroundings(facts.key, register, config, superiors),
    faults,
    timings,
    inWords: (rule, words) => call(rule, () => rule.inWords?.(words, contextOf(rule)) ?? [], []),
    mentionsInWords: (rule, words) => call(rule, () => rule.whole?.inWords?.(words, contextOf(rule)) ?? [], []),
    view: (reading) => new PassageView(reading, facts, register),
    mentionsInPassage: (rule, view) => call(rule, () => rule.whole?.inPassage?.(view, contextOf(rule)) ?? [], []),
    passage: (rule, view) => call(rule, () => rule.passage?.(view, contextOf(rule)) ?? [], []),
    document: (rule, found, plan) =>
      rule.document ? call(rule, () => rule.document!(found, plan, contextOf(rule)), found) : found,
    conclude: (rule, said) => call(rule, () => rule.whole?.conclude(said, contextOf(rule)) ?? [], []),
    comments: (rule, comments) => call(rule, () => rule.comments?.(comments, contextOf(rule)) ?? [], []),
  };
}

function gatherersAmong(rules: readonly Rule[]): readonly Rule[] {
  const gatherers = new Map<Gathering, Rule>();
  for (const rule of rules)
    if (rule.whole?.inPassage && !gatherers.has(gatheringOf(rule))) gatherers.set(gatheringOf(rule), rule);
  return [...gatherers.values()];
}

type Call = <T>(rule: Rule, run: () => T, otherwise: T) => T;

function createGuard(clock: Clock | undefined): {
  readonly call: Call;
  readonly faults: readonly Fault[];
  readonly timings: ReadonlyMap<string, number> | null;
} {
  const faults: Fault[] = [];
  const timings = clock ? new Map<string, number>() : null;
  const safely: Call = (rule, run, otherwise) => {
    try {
      return run();
    } catch (error) {
      if (!faults.some((fault) => fault.rule === rule.id)) faults.push({ rule: rule.id, error });
      return otherwise;
    }
  };
  const timed: Call = (rule, run, otherwise) => {
    const start = clock!();
    const result = safely(rule, run, otherwise);
    timings!.set(rule.id, (timings!.get(rule.id) ?? 0) + clock!() - start);
    return result;
  };
  return { call: clock ? timed : safely, faults, timings };
}

function optionsOf(rule: Rule, config: ReviewConfig): Readonly<Record<string, OptionValue>> {
  const defaults = Object.entries(rule.options ?? {}).map(([name, spec]) => [name, spec.default] as const);
  return { ...Object.fromEntries(defaults), ...config.options[rule.id] };
}
