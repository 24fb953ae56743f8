import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Progress of work the server does by itself, shown only when it takes long, with a button to stop it. */
export interface Progress {
  readonly cancelled: boolean;
  /** One of the things to do is done. */
  step(): void;
  done(): void;
}

/** Milliseconds after which somebody wonders. */
const NOTICEABLE = 1000;

/** `total`: how many steps there are. Nothing is shown in editors that cannot show it. */
export function createProgress(connection: Connection, title: string, total: number): Progress {
  let steps = 0;
  let ended = false;
  let cancelled = false;
  let reporter: WorkDoneProgressServerReporter | null = null;
  const timer = setTimeout(() => void show(), NOTICEABLE);

  async function show(): Promise<void> {
    const made = await connection.window.createWorkDoneProgress();
    if (ended) return;
    made.begin(title, 0, undefined, true);
    made.token.onCancellationRequested(() => (cancelled = true));
    reporter = made;
  }

  return {
    get cancelled() {
      return cancelled;
    },
    step() {
      steps++;
      reporter?.report(Math.floor((100 * steps) / Math.max(1, total)), `${steps}/${total}`);
    },
    done() {
      ended = true;
      clearTimeout(timer);
      reporter?.done();
    },
  };
}
