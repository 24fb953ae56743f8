/**
 * The running server as the rest of the client sees it: a state, requests, notifications. A restart makes a new language
 * client, so nothing of a broken one is carried over.
 */
import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type CloseHandlerResult,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import {
  FIND_PLANS,
  READ_FILE,
  READ_PART,
  type InitializationOptions,
  type PartParams,
  type PartText,
} from '../../server/src/protocol';
import { findPlans, readFile } from './planFiles';
import { reasonOf } from './reason';
import { provideWorkspaceSymbols } from './workspaceSymbols';

/** `crashed`: it ended by itself and was not started again. */
export type ServerState = 'stopped' | 'starting' | 'running' | 'crashed';

/** How a host makes a client, and what it lets go of after a stop. */
export interface ClientFactory {
  create(id: string, name: string, options: LanguageClientOptions): BaseLanguageClient;
  release(): void;
  /** The script of a part of the server; absent where the server loads its parts itself. */
  readonly readPart?: (name: PartParams['name']) => Promise<string>;
  /** Shows a page in the person's browser; absent where the host cannot. */
  readonly openPage?: OpenPage;
}

/** Resolves to false when the page was not opened. */
export type OpenPage = (html: string) => Promise<boolean>;

/** Documents the server is told about: plans of any scheme, and its own files, so that problems show in them too. */
export const DOCUMENT_SELECTOR = [{ language: 'plan' }, { pattern: '**/{units,plandoc}.{yaml,yml}' }];

/** Plans, whatever their names: others may name them as their superior plans. The server tells apart which it needs. */
const PLANS = '**/*.{plan,txt,md,tsv}';

/** More crashes than this within `CRASH_WINDOW` milliseconds and the server is left alone. */
const MAX_CRASHES = 4;
const CRASH_WINDOW = 3 * 60 * 1000;

type Handler = (params: unknown) => void;

export class ServerController implements vscode.Disposable {
  private client: BaseLanguageClient | undefined;
  private current: ServerState = 'stopped';
  private queue: Promise<void> = Promise.resolve();
  private readonly handlers = new Map<string, Set<Handler>>();
  private readonly stateChanged = new vscode.EventEmitter<ServerState>();
  private watchers: vscode.FileSystemWatcher[] = [];
  /** True between a crash and the client's own restart, when its state is “stopped” for a moment. */
  private restarting = false;

  constructor(
    private readonly factory: ClientFactory,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  readonly onDidChangeState = this.stateChanged.event;

  get state(): ServerState {
    return this.current;
  }

  /** Starts the server if it is not there. Never rejects: what went wrong is in the log and in `state`. */
  start(): Promise<void> {
    return this.enqueue(() => this.startClient());
  }

  stop(): Promise<void> {
    return this.enqueue(() => this.stopClient());
  }

  restart(): Promise<void> {
    return this.enqueue(async () => {
      await this.stopClient();
      await this.startClient();
    });
  }

  /** Rejects when the server is not running; callers show that as “no answer”. */
  async request<R>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<R> {
    if (this.client === undefined || this.current !== 'running') throw new Error('The Plandoc server is not running.');
    return this.client.sendRequest<R>(method, params, token);
  }

  /** Tells the server something; without a server there is no one to tell, and that is all right. */
  notify(method: string, params: unknown): void {
    if (this.client === undefined || this.current !== 'running') return;
    this.client
      .sendNotification(method, params)
      .catch((error: unknown) => this.log.warn(`${method}: ${reasonOf(error)}`));
  }

  /** Listens to a notification, over restarts too. */
  onNotification(method: string, handler: Handler): vscode.Disposable {
    const known = this.handlers.get(method);
    const handlers = known ?? new Set<Handler>();
    handlers.add(handler);
    if (known === undefined) {
      this.handlers.set(method, handlers);
      if (this.client) this.forward(this.client, method, handlers);
    }
    return new vscode.Disposable(() => handlers.delete(handler));
  }

  dispose(): void {
    void this.stop();
    this.stateChanged.dispose();
  }

  private enqueue(step: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(step).catch((error: unknown) => {
      this.log.error(reasonOf(error));
      this.setState('crashed');
    });
    return this.queue;
  }

  private async startClient(): Promise<void> {
    if (this.client) return;
    this.setState('starting');
    const client = this.factory.create('plandoc', 'Plandoc', this.clientOptions());
    this.client = client;
    for (const [method, handlers] of this.handlers) this.forward(client, method, handlers);
    client.onRequest(READ_FILE, readFile);
    const { readPart } = this.factory;
    if (readPart)
      client.onRequest(READ_PART, async ({ name }: PartParams): Promise<PartText> => ({ text: await readPart(name) }));
    client.onRequest(FIND_PLANS, findPlans);
    client.onDidChangeState((event) => this.clientChanged(client, event.newState));
    try {
      await client.start();
    } catch (error) {
      this.log.error(`The server did not start: ${reasonOf(error)}`);
      await this.stopClient();
      this.setState('crashed');
    }
  }

  private async stopClient(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client) await client.dispose(2000).catch((error: unknown) => this.log.debug(`stopping: ${reasonOf(error)}`));
    this.factory.release();
    for (const watcher of this.watchers) watcher.dispose();
    this.watchers = [];
    this.setState('stopped');
  }

  private clientChanged(client: BaseLanguageClient, state: State): void {
    if (client !== this.client) return; // A stop of ours lets go of the client first.
    if (state === State.Running) this.setState('running');
    else if (state === State.Starting) this.restarting = false;
    if (state === State.Starting || this.restarting) this.setState('starting');
    if (state === State.Running || state === State.Starting || this.restarting) return;
    // It has given up. The next start needs a new client.
    this.client = undefined;
    this.factory.release();
    this.setState('crashed');
  }

  private setState(state: ServerState): void {
    if (state === this.current) return;
    this.current = state;
    this.log.debug(`server: ${state}`);
    this.stateChanged.fire(state);
  }

  private forward(client: BaseLanguageClient, method: string, handlers: ReadonlySet<Handler>): void {
    client.onNotification(method, (params: unknown) => {
      for (const handler of handlers) handler(params);
    });
  }

  private clientOptions(): LanguageClientOptions {
    this.watchers = ['**/*.{yaml,yml}', '**/*{baseline,基线}*.json', PLANS].map((pattern) =>
      vscode.workspace.createFileSystemWatcher(pattern),
    );
    return {
      documentSelector: DOCUMENT_SELECTOR,
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      synchronize: { fileEvents: this.watchers, configurationSection: 'plandoc' },
      initializationOptions: {
        readsFiles: true,
        findsFiles: true,
        tellsCaret: true,
        runsCommands: true,
        showsRegister: true,
      } satisfies InitializationOptions,
      middleware: { provideWorkspaceSymbols },
      errorHandler: this.errorHandler(),
      // The reason is logged where `start` fails; a dialog would only be in the way.
      initializationFailedHandler: () => false,
    };
  }

  /** Like the library's own, but it speaks through the log and the status item only. */
  private errorHandler(): ErrorHandler {
    const crashes: number[] = [];
    return {
      error: (error, _message, count) => ({
        action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        message: `Connection to the server: ${error.message}`,
        handled: true,
      }),
      closed: (): CloseHandlerResult => {
        const now = Date.now();
        crashes.push(now);
        const recent = crashes.filter((time) => now - time < CRASH_WINDOW).length;
        this.restarting = recent <= MAX_CRASHES;
        return this.restarting
          ? { action: CloseAction.Restart, message: `The server ended; starting it again (${recent}).`, handled: true }
          : {
              action: CloseAction.DoNotRestart,
              message: `The server ended ${recent} times in 3 minutes.`,
              handled: true,
            };
      },
    };
  }
}
