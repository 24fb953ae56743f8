import type { Plan, PlanReader } from '../core/plan/plan';
import { createPlanReader } from '../core/plan/plan';
import { createChecker, type Checker, type CheckResult } from '../core/rules/check';
import { RULES } from '../core/rules/index';
import type { PlanDocument } from './documents';
import type { LoadedRegister } from './registers';
import type { Settings } from './settings';

/** An open plan read and checked. The same object as long as nothing it depends on changed. */
export interface Reviewed {
  readonly version: number;
  readonly plan: Plan;
  readonly loaded: LoadedRegister;
  readonly settings: Settings;
  readonly result: CheckResult;
}

interface Session {
  readonly read: PlanReader;
  readonly check: Checker;
  plan: { readonly source: unknown; readonly settings: Settings; readonly plan: Plan } | null;
  reviewed: Reviewed | null;
}

/** What is kept for each open plan between requests: its reading, which is incremental, and its findings. */
export interface Sessions {
  planOf(document: PlanDocument, settings: Settings): Plan;
  review(document: PlanDocument, settings: Settings, loaded: LoadedRegister): Reviewed;
  close(uri: string): void;
}

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();

  function sessionOf(uri: string): Session {
    let session = sessions.get(uri);
    if (!session) {
      session = { read: createPlanReader(), check: createChecker(RULES), plan: null, reviewed: null };
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
    review(document, settings, loaded) {
      const session = sessionOf(document.uri);
      const plan = planOf(document, settings);
      const known = session.reviewed;
      if (known?.plan === plan && known.loaded === loaded && known.version === document.version) return known;
      const result = session.check(plan, loaded.register, settings.review);
      session.reviewed = { version: document.version, plan, loaded, settings, result };
      return session.reviewed;
    },
    close(uri) {
      sessions.delete(uri);
    },
  };
}
