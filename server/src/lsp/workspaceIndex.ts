import type { CancellationToken, Connection, FileEvent } from 'vscode-languageserver';
import { registerOf, type Plan } from '../core/plan/plan';
import type { UnitCount } from '../core/plan/unitCounts';
import type { Message } from '../core/text/locale';
import { once } from '../core/text/once';
import { homeWith, type Home } from '../core/units/body';
import type { Register } from '../core/units/model';
import { PLAN_PATTERNS } from '../core/plan/fileNames';
import type { PlanSummary } from '../workspace/planSummary';
import { dutiesIn, homesOf, joinDuties, workIn, type UnitDuties, type UnitWork } from '../workspace/unitDuties';
import type { Documents, PlanDocument } from './documents';
import type { Environment } from './environment';
import type { Files } from './files';
import { createPlanStore } from './planStore';

/**
 * What is in the plans of the workspace: those that are open as they are in the editor, the others as they are on disk.
 * Nothing is read before somebody asks; from then on what changes on disk is read again when it is next asked for.
 */
export interface WorkspaceIndex {
  /** All plans, by address. Reads what is not read yet; what could be read, when cancelled. Never rejects. */
  plans(token?: CancellationToken): Promise<readonly PlanSummary[]>;
  /** What every unit leads and joins, over all plans, those that lead most first. */
  units(token?: CancellationToken): Promise<readonly UnitDuties[]>;
  /** What one body (core/units/body.ts, `bodyOf` with `homeOf` of the plan) does over all plans; `null`: no plan names it. */
  dutiesOf(body: string, token?: CancellationToken): Promise<UnitDuties | null>;
  /** How much that is in each plan that names it, without waiting: `null` while plans are still to be read, which begins with this if it has not. */
  peekCounts(body: string): Promise<readonly UnitCount[]> | null;
  /** All plans without waiting, on the same terms. */
  peekPlans(): Promise<readonly PlanSummary[]> | null;
  /** The register for a plan that is not open, with the settings of its folder. */
  registerFor(uri: string, plan: Plan): Promise<Register>;
  /** The home of a plan (core/plan/home.ts), with what its register and the other plans tell of it: the one to make keys of bodies with. */
  homeOf(home: Home, register: Register): Home;
  /** The register a plan is read with; the same object for plans that share one. */
  registerOf(plan: PlanSummary): Promise<Register>;
  /** Addresses of all plans, open ones among them, without reading them. */
  uris(): Promise<readonly string[]>;
  /** Files changed on disk. */
  filesChanged(changes: readonly FileEvent[]): void;
  /** Other folders are open now: everything is looked for anew. */
  foldersChanged(): void;
}

/** What the index needs of the server round it. */
export interface IndexHost {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly environment: Environment;
  readonly files: Files;
  /** Whether the editor finds and reads files for the server. */
  clientFindsFiles(): boolean;
  /** An open plan as it is read for everything else. */
  planOf(document: PlanDocument): Promise<Plan>;
  /** The register for a plan at an address whose front matter names `register`. */
  registerFor(uri: string, register: string | null): Promise<Register>;
  say(key: 'stopped' | 'tooMany' | 'unread', args: Readonly<Record<string, string | number>>): void;
  progressTitle(): string;
}

/** What the index says in the log and beside its progress. */
export const INDEX_SAYS = {
  reading: { zh: '正在读取工作区里的方案', en: 'Reading the plans of the workspace' },
  stopped: {
    zh: '读取工作区方案时被停止：{count} 个文件读了 {read} 个，其余不在跳转、引用和统计之内。',
    en: 'Reading the plans of the workspace was stopped: {read} of {count} files are read; the others are not searched or counted.',
  },
  tooMany: {
    zh: '工作区里的方案超过 {count} 个，只读取前 {count} 个。',
    en: 'There are more than {count} plans in the workspace; only the first {count} are read.',
  },
  unread: {
    zh: '{uri} 太大或者读不出来，不在跳转、引用和统计之内。',
    en: '{uri} is too large or cannot be read, and is not searched or counted.',
  },
} as const satisfies Record<string, Message>;

/** What an editor that watches files for the server should watch. */
export const WATCHED: readonly string[] = [
  '**/*.{yaml,yml}',
  '**/*{baseline,基线}*.json',
  ...PLAN_PATTERNS.map((pattern) => `**/${pattern}`),
];

/** One plan and what is made of it when asked. */
interface Entry {
  readonly summary: PlanSummary;
  bodies: Bodies | null;
}

/** What bodies do in a plan; which names are one body depends on the register and the plan's place. */
interface Bodies {
  readonly register: Register;
  readonly place: string | null;
  readonly duties: () => ReadonlyMap<string, UnitDuties>;
  readonly work: () => ReadonlyMap<string, UnitWork>;
}

function bodiesIn(summary: PlanSummary, register: Register, home: Home): Bodies {
  return {
    register,
    place: home.place,
    duties: once(() => dutiesIn(summary, register, home)),
    work: once(() => workIn(summary, register, home)),
  };
}

export function createWorkspaceIndex(host: IndexHost): WorkspaceIndex {
  const store = createPlanStore<Entry>(host, (summary) => ({ summary, bodies: null }));
  let snapshot: { readonly entries: readonly Entry[]; readonly home: (home: Home) => Home } | null = null;

  async function current(token?: CancellationToken): Promise<readonly Entry[]> {
    const entries = await store.read(token);
    const same =
      snapshot?.entries.length === entries.length && entries.every((one, at) => one === snapshot!.entries[at]);
    if (!same) snapshot = { entries, home: homesOf(entries.map(({ summary }) => summary)) };
    return entries;
  }

  function homeOf(own: Home, register: Register): Home {
    const home = homeWith(own, register);
    return snapshot?.home(home) ?? home;
  }

  async function bodiesOf(entry: Entry): Promise<Bodies> {
    const { summary } = entry;
    const register = await host.registerFor(summary.uri, summary.register);
    const home = homeOf(summary.home, register);
    if (entry.bodies?.register !== register || entry.bodies.place !== home.place)
      entry.bodies = bodiesIn(summary, register, home);
    return entry.bodies;
  }

  const bodies = async (token?: CancellationToken): Promise<readonly Bodies[]> =>
    Promise.all((await current(token)).map(bodiesOf));

  async function dutiesOf(body: string, token?: CancellationToken): Promise<UnitDuties | null> {
    return joinDuties((await bodies(token)).flatMap(({ duties }) => duties().get(body) ?? []));
  }

  const countsOf = async (body: string): Promise<readonly UnitCount[]> =>
    (await bodies()).flatMap(({ work }) => work().get(body) ?? []);

  const plans = async (token?: CancellationToken): Promise<readonly PlanSummary[]> =>
    (await current(token)).map(({ summary }) => summary);

  return {
    plans,
    async units(token) {
      const parts = new Map<string, UnitDuties[]>();
      for (const one of await bodies(token)) {
        for (const [body, duties] of one.duties()) parts.set(body, [...(parts.get(body) ?? []), duties]);
      }
      const units = [...parts.values()].map((one) => joinDuties(one)!);
      return units.sort((a, b) => b.lead.length - a.lead.length || b.participants.length - a.participants.length);
    },
    dutiesOf,
    peekCounts(body) {
      if (store.isRead()) return countsOf(body);
      store.begin();
      return null;
    },
    registerOf: (plan) => host.registerFor(plan.uri, plan.register),
    peekPlans() {
      if (store.isRead()) return plans();
      store.begin();
      return null;
    },
    registerFor: (uri, plan) => host.registerFor(uri, registerOf(plan)),
    homeOf,
    uris: () => store.uris(),
    filesChanged: (changes) => store.filesChanged(changes),
    foldersChanged: () => store.forget(),
  };
}
