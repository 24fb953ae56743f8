import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import {
  createMessageConnection,
  Emitter,
  StreamMessageReader,
  StreamMessageWriter,
  type CompletionClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type MessageReader,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { readMarks, type Marked } from '../support/marks';

/** How long an answer may take on a busy machine before the test says what was missing. */
const PATIENCE = 8000;

/** The ways in which the server can be started; both must serve any editor. */
export const PROGRAMS = {
  plandoc: ['dist/plandoc.js', 'lsp', '--stdio'],
  server: ['dist/server-node.js', '--stdio'],
} as const;

export interface EditorOptions {
  readonly program?: keyof typeof PROGRAMS;
  readonly locale?: string;
  /** The editor asks for findings (LSP 3.17) and can be told to ask again. */
  readonly pulls?: boolean;
  /** The editor can show edits that are to be confirmed before it applies them. */
  readonly previews?: boolean;
  /** Answers `workspace/configuration`; the server may ask only if this is given. */
  readonly settings?: unknown;
  readonly folders?: readonly WorkspaceFolder[];
  readonly initializationOptions?: unknown;
  /** What the editor can do with completions (`textDocument.completion`). */
  readonly completion?: CompletionClientCapabilities;
  /** Milliseconds an answer may take, for suites that ask for much at a time. */
  readonly patience?: number;
}

/** A message the server sent by itself. */
interface Received {
  readonly method: string;
  readonly params: unknown;
}

interface Answer {
  readonly id?: number | string | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly data?: unknown };
}

/** A document that is open in the test's editor. */
export interface OpenText extends Marked {
  readonly uri: string;
}

/** The test's half of the protocol: an editor as far as a server can tell. */
export interface Editor {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  /** What `workspace/configuration` answers from now on. */
  settings: unknown;
  /** Opens a text with marks in it. */
  open(marked: string, options?: { name?: string; uri?: string; language?: string }): OpenText;
  change(document: { readonly uri: string }, changes: readonly TextDocumentContentChangeEvent[]): number;
  /** One-character edits that reach the server in one piece, as after a pause of the machine; the last version. */
  burst(document: { readonly uri: string }, changes: readonly TextDocumentContentChangeEvent[]): number;
  /** Sends raw protocol messages in one piece. */
  write(messages: readonly object[]): void;
  /** The answer to a request that was sent with `write`. */
  answerTo(id: number): Promise<Answer>;
  close(document: { readonly uri: string }): void;
  /** Sends a request about `document`, with further parameters. */
  ask<R>(method: string, document: { readonly uri: string }, params?: object): Promise<R>;
  /** The findings sent for this version of the document (the last one, if none is named). */
  findings(document: { readonly uri: string }, version?: number): Promise<readonly Diagnostic[]>;
  /** The first message, past or still to come, that `fits`; each is given once. */
  next<P>(method: string, fits?: (params: P) => boolean): Promise<P>;
  /** Messages of a kind that have arrived and were not taken with `next`. */
  waiting<P>(method: string): readonly P[];
  /** An answer to a request sent now shows that everything sent before was dealt with. */
  roundTrip(): Promise<void>;
  /** Says good-bye; the exit status of the process. */
  end(): Promise<number | null>;
}

const running = new Set<Editor>();
let opened = 0;

/** Starts a server and introduces an editor to it. */
export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const child = spawn(process.execPath, PROGRAMS[options.program ?? 'server'].map(pathOf), { stdio: 'pipe' });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const gone = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const answers = new Emitter<Answer>();
  const reader = new StreamMessageReader(child.stdout);
  const connection = createMessageConnection(
    tapped(reader, (message) => answers.fire(message)),
    new StreamMessageWriter(child.stdin),
  );
  connection.onError(() => undefined);
  const inbox = createInbox(connection, options.patience);
  const versions = new Map<string, number>();
  const editor: Editor = {
    connection,
    process: child,
    settings: options.settings,
    initialized: { capabilities: {} },
    open(marked, { name = `文稿${++opened}.plan`, uri = `untitled:/${name}`, language = 'plan' } = {}) {
      const read = readMarks(marked);
      versions.set(uri, 1);
      const textDocument = { uri, languageId: language, version: 1, text: read.text };
      void connection.sendNotification('textDocument/didOpen', { textDocument });
      return Object.assign(read, { uri });
    },
    change({ uri }, contentChanges) {
      const version = versions.get(uri)! + 1;
      versions.set(uri, version);
      void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      return version;
    },
    burst({ uri }, changes) {
      const first = versions.get(uri)! + 1;
      versions.set(uri, first + changes.length - 1);
      editor.write(
        changes.map((change, at) => ({
          method: 'textDocument/didChange',
          params: { textDocument: { uri, version: first + at }, contentChanges: [change] },
        })),
      );
      return first + changes.length - 1;
    },
    write(messages) {
      const bodies = messages.map((message) => Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message })));
      child.stdin.write(
        Buffer.concat(bodies.flatMap((body) => [Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body])),
      );
    },
    answerTo(id) {
      const answer = new Promise<Answer>((done) => {
        const listening = answers.event((message) => {
          if (message.id !== id) return;
          listening.dispose();
          done(message);
        });
      });
      return inTime(`answer to ${id}`, answer);
    },
    close({ uri }) {
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    ask: (method, { uri }, params) =>
      inTime(method, connection.sendRequest(method, { textDocument: { uri }, ...params }), options.patience),
    async findings({ uri }, version = versions.get(uri)) {
      const fits = (params: PublishDiagnosticsParams): boolean => params.uri === uri && params.version === version;
      return (await inbox.next<PublishDiagnosticsParams>('textDocument/publishDiagnostics', fits)).diagnostics;
    },
    next: inbox.next,
    waiting: inbox.waiting,
    async roundTrip() {
      await editor.ask('textDocument/foldingRange', { uri: 'untitled:/nothing' });
    },
    async end() {
      running.delete(editor);
      await inTime('shutdown', connection.sendRequest('shutdown'));
      void connection.sendNotification('exit');
      const code = await inTime('exit', gone);
      connection.dispose();
      assert.equal(Buffer.concat(said).toString(), '', 'the server wrote to stderr');
      return code;
    },
  };
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
    items.map(() => editor.settings ?? null),
  );
  connection.listen();
  running.add(editor);
  const initialized = await inTime('initialize', connection.sendRequest('initialize', parametersFor(options)));
  void connection.sendNotification('initialized', {});
  return Object.assign(editor, { initialized });
}

function pathOf(word: string): string {
  return word.startsWith('dist/') ? resolve(word) : word;
}

function parametersFor({
  locale,
  pulls,
  previews,
  settings,
  folders,
  initializationOptions,
  completion,
}: EditorOptions): object {
  return {
    processId: process.pid,
    rootUri: folders?.[0]?.uri ?? null,
    workspaceFolders: folders ?? null,
    initializationOptions,
    ...(locale !== undefined && { locale }),
    capabilities: {
      workspace: {
        ...(settings !== undefined && { configuration: true }),
        workspaceFolders: folders !== undefined,
        ...(previews && { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } }),
        ...(pulls && { diagnostics: { refreshSupport: true } }),
      },
      textDocument: {
        publishDiagnostics: { versionSupport: true },
        ...(pulls && { diagnostic: {} }),
        ...(completion && { completion }),
      },
    },
  };
}

/** The reader, with each message shown to `look` before it is taken: some answers belong to requests written by hand. */
function tapped(reader: MessageReader, look: (message: Answer) => void): MessageReader {
  return Object.assign(Object.create(reader) as MessageReader, {
    listen: (take: Parameters<MessageReader['listen']>[0]) =>
      reader.listen((message) => {
        look(message as Answer);
        if (!('id' in message && Number(message.id) >= BY_HAND && !('method' in message))) take(message);
      }),
  });
}

/** Requests written by hand are numbered from here, far above those of the connection. */
const BY_HAND = 7000;

type Inbox = Pick<Editor, 'next' | 'waiting'>;

/** Keeps what the server sends by itself until a test asks for it. */
function createInbox(connection: MessageConnection, patience?: number): Inbox {
  const kept: Received[] = [];
  const waiters = new Set<() => void>();
  const receive = (method: string, params: unknown): void => {
    kept.push({ method, params });
    for (const look of [...waiters]) look();
  };
  connection.onNotification((method, params) => receive(method, params));
  connection.onRequest((method, params) => {
    receive(method, params);
    return null;
  });
  return {
    waiting: <P>(method: string) => kept.filter((one) => one.method === method).map((one) => one.params as P),
    next<P>(method: string, fits: (params: P) => boolean = () => true): Promise<P> {
      const arrival = new Promise<P>((done) => {
        const look = (): void => {
          const at = kept.findIndex((one) => one.method === method && fits(one.params as P));
          if (at < 0) return;
          waiters.delete(look);
          done(kept.splice(at, 1)[0]!.params as P);
        };
        waiters.add(look);
        look();
      });
      return inTime(method, arrival, patience);
    },
  };
}

/** Fails with the name of what was awaited instead of mocha's bare clock. */
export function inTime<T>(what: string, arrival: Promise<T>, patience = PATIENCE): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no ${what} within ${patience} ms`)), patience);
  });
  return Promise.race([arrival, late]).finally(() => clearTimeout(timer));
}

/** One editor for the tests of a suite, ended after them; documents are told apart by their addresses. */
export function sharedEditor(options: EditorOptions = {}): () => Editor {
  let editor: Editor | undefined;
  before(async () => {
    editor = await startEditor(options);
  });
  after(async () => {
    if (editor && running.has(editor)) assert.equal(await editor.end(), 0);
  });
  return () => editor!;
}

// A test that failed half-way must not leave its server behind.
after(() => {
  for (const { process: child } of running) child.kill('SIGKILL');
});
