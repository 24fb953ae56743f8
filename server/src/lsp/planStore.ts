import type { CancellationToken, FileEvent } from 'vscode-languageserver';
import { readPlan } from '../core/plan/plan';
import { readText, type Source } from '../core/syntax/source';
import { FIND_PLANS, type FoundFiles } from '../protocol';
import { isPlanName, PLAN_PATTERNS } from '../core/plan/fileNames';
import { settled, summarisePlan, type PlanSummary } from '../workspace/planSummary';
import type { Documents, PlanDocument } from './documents';
import { createProgress } from './progress';
import type { IndexHost } from './workspaceIndex';

/** The plans behind the index: which there are, and what was read of each. `make` is called once for each reading. */
export interface PlanStore<E> {
  /** Addresses of all plans, without reading them. */
  uris(): Promise<readonly string[]>;
  /** All plans by address; reads what is not read yet, as far as `token` lets it. */
  read(token?: CancellationToken): Promise<readonly E[]>;
  /** Begins to read what is not read yet, unless a person has stopped that before. */
  begin(): void;
  /** Whether everything has been read that was there when somebody last looked. */
  isRead(): boolean;
  filesChanged(changes: readonly FileEvent[]): void;
  forget(): void;
}

/** More files than this are not read: what is found would help nobody, and reading them would take minutes. */
const MAX_PLANS = 2000;
/** The longest plans known have some hundred thousand characters. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Files asked for at a time. */
const AT_ONCE = 8;
const DELETED = 3;

export function createPlanStore<E>(host: IndexHost, make: (summary: PlanSummary) => E): PlanStore<E> {
  const disk = createDisk(host, make);
  const open = createOpenPlans(host, make, disk.stale);
  let reading: Promise<void> | null = null;
  const readAll = (): Promise<void> => {
    open.forgetClosed();
    return (reading ??= disk.readAll().finally(() => (reading = null)));
  };
  return {
    async uris() {
      return [...new Set([...(await disk.list()).keys(), ...openUris(host.documents)])];
    },
    begin: () => void (disk.isStopped() ? null : readAll()),
    async read(token) {
      await orCancelled(readAll(), token);
      const all = new Map([...disk.entries(), ...(await open.entries())]);
      return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
    },
    isRead: () => reading === null && disk.isRead(),
    filesChanged: disk.changed,
    forget: disk.forget,
  };
}

/** Plans in files. Those that are open are listed and not read. */
function createDisk<E>(host: IndexHost, make: (summary: PlanSummary) => E) {
  /** Of each file what was read: `null` where there is nothing to read, `undefined` where it was not tried. */
  let files: Map<string, E | null | undefined> | null = null;
  let stopped = false;

  async function list(): Promise<Map<string, E | null | undefined>> {
    if (files) return files;
    const found = await findPlans(host);
    if (found.length > MAX_PLANS) host.say('tooMany', { count: MAX_PLANS });
    return (files ??= new Map(found.slice(0, MAX_PLANS).map((uri) => [uri, undefined])));
  }

  function unread(): readonly string[] {
    const isOpen = new Set(openUris(host.documents));
    return [...(files ?? [])].flatMap(([uri, entry]) => (entry === undefined && !isOpen.has(uri) ? [uri] : []));
  }

  async function readAll(): Promise<void> {
    const listed = await list();
    const waiting = unread();
    if (waiting.length === 0) return;
    const progress = createProgress(host.connection, host.progressTitle(), waiting.length);
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < waiting.length && !progress.cancelled) {
        const uri = waiting[next++]!;
        const summary = await readFile(uri, host);
        // It may have been deleted meanwhile, or other folders opened.
        if (listed === files && listed.has(uri)) listed.set(uri, summary && make(summary));
        progress.step();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    stopped = progress.cancelled;
    if (stopped) host.say('stopped', { read: waiting.length - unread().length, count: waiting.length });
    progress.done();
  }

  return {
    list,
    readAll,
    isStopped: (): boolean => stopped,
    isRead: (): boolean => files !== null && unread().length === 0,
    entries: (): [string, E][] => [...(files ?? [])].flatMap(([uri, entry]) => (entry ? [[uri, entry]] : [])),
    /** What was read of a file counts no more. */
    stale(uri: string): void {
      if (files?.has(uri)) files.set(uri, undefined);
    },
    changed(changes: readonly FileEvent[]): void {
      for (const { uri, type } of files ? changes : []) {
        if (type === DELETED) files!.delete(uri);
        else if (files!.has(uri) || (isPlanName(uri) && files!.size < MAX_PLANS)) files!.set(uri, undefined);
      }
    },
    forget(): void {
      files = null;
    },
  };
}

/** The plans that are open, as they are typed. */
function createOpenPlans<E>(
  { documents, planOf }: IndexHost,
  make: (summary: PlanSummary) => E,
  closed: (uri: string) => void,
) {
  const known = new Map<string, { readonly source: Source; readonly entry: E }>();

  async function entryOf(document: PlanDocument): Promise<[string, E]> {
    const before = known.get(document.uri);
    if (before?.source === document.source) return [document.uri, before.entry];
    const entry = make(summarisePlan(document.uri, await planOf(document)));
    known.set(document.uri, { source: document.source, entry });
    return [document.uri, entry];
  }

  return {
    entries: (): Promise<readonly [string, E][]> =>
      Promise.all(documents.all().flatMap((document) => (document.type === 'plan' ? [entryOf(document)] : []))),
    /** What was typed and perhaps never saved counts no more. */
    forgetClosed(): void {
      const open = new Set(openUris(documents));
      for (const uri of known.keys()) {
        if (open.has(uri)) continue;
        known.delete(uri);
        closed(uri);
      }
    },
  };
}

const openUris = (documents: Documents): readonly string[] =>
  documents.all().flatMap(({ uri, type }) => (type === 'plan' ? [uri] : []));

async function findPlans({ connection, environment, files, clientFindsFiles }: IndexHost): Promise<readonly string[]> {
  try {
    if (clientFindsFiles()) return (await connection.sendRequest<FoundFiles>(FIND_PLANS, { max: MAX_PLANS + 1 })).uris;
    return (await environment.findPlans?.(files.folders(), PLAN_PATTERNS, MAX_PLANS + 1)) ?? [];
  } catch (error) {
    connection.console.error(`${FIND_PLANS}: ${String(error)}`);
    return [];
  }
}

async function readFile(uri: string, { files, environment, say }: IndexHost): Promise<PlanSummary | null> {
  const text = await files.read(uri, { maxBytes: MAX_BYTES, anyEncoding: true });
  if (text === null) {
    say('unread', { uri });
    return null;
  }
  // One file a turn: between two of them keystrokes and questions are answered.
  await new Promise<void>((turn) => environment.defer(turn));
  return settled(summarisePlan(uri, readPlan(readText(text))));
}

/** Waits for `work`, but no longer than somebody wants its result. */
function orCancelled(work: Promise<void>, token?: CancellationToken): Promise<void> {
  if (!token) return work;
  return new Promise((done, failed) => {
    const listening = token.onCancellationRequested(() => done());
    void work.then(done, failed).finally(() => listening.dispose());
  });
}
