import type { Plan, PlanReader } from '../core/plan/plan';
import { createPlanReader } from '../core/plan/plan';
import { createBaselineFilter, type BaselineFilter } from '../core/rules/baseline';
import { createChecker, type Checker, type CheckResult } from '../core/rules/check';
import type { Superior } from '../core/rules/superior';
import { RULES } from '../core/rules/index';
import type { Rule } from '../core/rules/rule';
import { knownIn } from './configs';
import type { PlanDocument } from './documents';
import type { LoadedRegister } from './registers';
import type { Settings } from './settings';

/** An open plan read and checked. The same object as long as nothing it depends on changed. */
export interface Reviewed {
  readonly version: number;
  readonly plan: Plan;
  readonly loaded: LoadedRegister;
  readonly superiors: readonly Superior[];
  readonly settings: Settings;
  readonly result: CheckResult;
  /** How many findings are in the baseline, and so not in the result. */
  readonly known: number;
  /** Rules that failed on this document since it was opened: what is kept of a passage is not asked for again. */
  readonly faulty: readonly string[];
  /** Milliseconds the check took. */
  readonly took: number;
}

interface Session {
  readonly read: PlanReader;
  readonly check: Checker;
  readonly baseline: BaselineFilter;
  plan: { readonly source: unknown; readonly settings: Settings; readonly plan: Plan } | null;
  reviewed: Reviewed | null;
}

/** What is kept for each open plan between requests: its reading, which is incremental, and its findings. */
export interface Sessions {
  planOf(document: PlanDocument, settings: Settings): Plan;
  review(document: PlanDocument, settings: Settings, loaded: LoadedRegister, superiors: readonly Superior[]): Reviewed;
  close(uri: string): void;
}

/** `rules`: all there are, unless a test says otherwise. */
export function createSessions(rules: readonly Rule[] = RULES): Sessions {
  const sessions = new Map<string, Session>();

  function sessionOf(uri: string): Session {
    let session = sessions.get(uri);
    if (!session) {
      session = {
        read: createPlanReader(),
        check: createChecker(rules),
        baseline: createBaselineFilter(),
        plan: null,
        reviewed: null,
      };
      sessions.set(uri, session);
    }
    return session;
  }

  function planOf(document: PlanDocument, settings: Settings): Plan {
    const session = sessionOf(document.uri);
    if (session.plan?.source !== document.source || session.plan.settings !== settings) {
      const plan = session.read(document.source, { period: settings.period });
      session.plan = { source: document.source, settings, plan };
    }
    return session.plan.plan;
  }

  return {
    planOf,
    review(document, settings, loaded, superiors) {
      const session = sessionOf(document.uri);
      const plan = planOf(document, settings);
      const last = session.reviewed;
      if (
        last?.plan === plan &&
        last.loaded === loaded &&
        last.superiors === superiors &&
        last.version === document.version
      )
        return last;
      const start = performance.now();
      const all = session.check(plan, loaded.register, settings.review, superiors);
      const took = performance.now() - start;
      const findings = session.baseline.unknown(all.findings, plan, knownIn(settings.config, document.uri));
      const known = all.findings.length - findings.length;
      const result = { ...all, findings };
      const faulty = [...new Set([...(last?.faulty ?? []), ...all.faults.map(({ rule }) => rule)])];
      session.reviewed = { version: document.version, plan, loaded, superiors, settings, result, known, faulty, took };
      return session.reviewed;
    },
    close(uri) {
      sessions.delete(uri);
    },
  };
}
