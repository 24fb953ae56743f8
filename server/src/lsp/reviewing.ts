/** When documents are reviewed: once after a burst of edits, and again when what they depend on changed. */
import type { PlanDocument } from './documents';
import type { Diagnostics } from './diagnostics';
import type { Environment } from './environment';
import { logFault } from './guard';
import type { Services } from './services';
import type { Reviewed } from './sessions';

/** Told of each review. */
export type Listener = (document: PlanDocument, reviewed: Reviewed) => void;

/** Milliseconds without a change of a superior plan after which the plans held against it are reviewed again. */
const PAUSE = 300;

/** Reviewing after changes, for those who want to be told. */
export interface Reviewing {
  /** The text of one document changed. */
  one(uri: string): void;
  /** Something that every document depends on changed. */
  all(): void;
  /** Something that these documents depend on changed. */
  these(uris: readonly string[]): void;
  /** The same, in the next pause of typing: it may be typed in. */
  later(uris: readonly string[]): void;
}

/** Who is told: the findings, when there is someone to show them to, and the listeners. */
interface Told {
  readonly services: Services;
  readonly listeners: readonly Listener[];
  readonly diagnostics: Diagnostics | null;
}

export function createReviewing(told: Told): Reviewing {
  const { connection, documents, environment } = told.services;
  async function tell(uri: string): Promise<void> {
    const document = documents.get(uri);
    if (document?.type !== 'plan') return;
    try {
      const reviewed = await told.services.review(document);
      if (documents.get(uri) !== document) return;
      for (const listener of told.listeners) listener(document, reviewed);
    } catch (error) {
      logFault(connection, 'review', uri, error);
    }
  }
  const one = createBatch(environment, (uri) => {
    told.diagnostics?.changed(uri, 'content');
    void tell(uri);
  });
  const these = (uris: readonly string[]): void => {
    for (const uri of uris) {
      told.diagnostics?.changed(uri, 'surroundings');
      void tell(uri);
    }
  };
  const waiting = new Set<string>();
  let pause: ReturnType<typeof setTimeout> | undefined;
  return {
    one,
    all: () => these(documents.keys()),
    these,
    later(uris) {
      if (uris.length === 0) return;
      for (const uri of uris) waiting.add(uri);
      clearTimeout(pause);
      pause = setTimeout(() => {
        these([...waiting].filter((uri) => documents.get(uri)));
        waiting.clear();
      }, PAUSE);
    },
  };
}

/** Messages come one a turn of the host's loop; only after a turn without one has all that arrived been taken in. */
const QUIET_TURNS = 2;

/** Runs `work` once for each document after all messages that have arrived; of twenty quick edits one is checked. */
function createBatch(environment: Environment, work: (uri: string) => void): (uri: string) => void {
  const waiting = new Set<string>();
  let quiet = 0;
  const settle = (): void =>
    environment.defer(() => {
      if (++quiet < QUIET_TURNS) return settle();
      const uris = [...waiting];
      waiting.clear();
      uris.forEach(work);
    });
  return (uri) => {
    quiet = 0;
    if (waiting.size === 0) settle();
    waiting.add(uri);
  };
}
