import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { registerOf } from '../core/plan/plan';
import { localeOf, say, type Locale } from '../core/text/locale';
import { CARET_MOVED, type CaretParams, type InitializationOptions } from '../protocol';
import { addressFrom, folderOf } from './addresses';
import { createCaretHold } from './caret';
import { createConfigs, isConfigFile, type Configs } from './configs';
import { registerPull, registerPush, type Diagnostics } from './diagnostics';
import { createDocuments, type PlanDocument } from './documents';
import type { Environment } from './environment';
import { FEATURES } from './features/index';
import { createFiles, type Files } from './files';
import { logFault } from './guard';
import { createRegisters, isRegisterFile, type NamedRegisters } from './registers';
import { registerImports } from './imports';
import { registerRequests } from './requests';
import type { Refreshes, Services } from './services';
import { createSuperiors, type Superiors } from './superiors';
import { createSessions, type Reviewed } from './sessions';
import { createOverlay, type Settings } from './settings';
import { createSettings, type SettingsStore } from './settingsStore';
import { registerStatus } from './status';
import { registerTaskTable } from './taskTable';
import { warmUp } from './warmUp';
import { createWorkspaceIndex, INDEX_SAYS, WATCHED, type WorkspaceIndex } from './workspaceIndex';

/** What the client said of itself. */
interface Client {
  locale: Locale;
  capabilities: ClientCapabilities;
  pulls: boolean;
  configures: boolean;
  readsFiles: boolean;
  findsFiles: boolean;
  tellsCaret: boolean;
  previews: boolean;
  folders: boolean;
  refreshes: Refreshes;
  runsCommands: boolean;
  showsRegister: boolean;
  /** It watches files when asked; those that read files for us watch them by themselves. */
  watches: boolean;
}

/** A client that has said nothing yet. */
const UNKNOWN_CLIENT: Readonly<Client> = {
  locale: 'zh',
  capabilities: {},
  pulls: false,
  configures: false,
  readsFiles: false,
  findsFiles: false,
  tellsCaret: false,
  previews: false,
  folders: false,
  refreshes: { semanticTokens: false, codeLens: false, inlayHints: false },
  runsCommands: false,
  showsRegister: false,
  watches: false,
};

type Listener = (document: PlanDocument, reviewed: Reviewed) => void;

/** All that lives as long as the connection. */
interface Server {
  readonly client: Client;
  readonly services: Services;
  readonly settings: SettingsStore;
  readonly files: Files;
  readonly configs: Configs;
  readonly superiors: Superiors;
  readonly listeners: Listener[];
  diagnostics: Diagnostics | null;
}

/** Milliseconds without a document after which the server has time for itself. */
const IDLE = 100;

/** Milliseconds without a change of a superior plan after which the plans held against it are reviewed again. */
const PAUSE = 300;

/** Runs the language server on a connection until the client leaves. */
export function startServer(connection: Connection, environment: Environment): void {
  const server = createServer(connection, environment);
  const { client, services } = server;
  const review = createReview(server);

  connection.onInitialize((params) => {
    describeClient(client, params);
    server.files.setFolders((params.workspaceFolders ?? []).map((folder) => folder.uri));
    server.diagnostics = client.pulls ? registerPull(services) : registerPush(services);
    return capabilities(client.pulls);
  });
  connection.onInitialized(() => {
    // An editor that starts the server for a document opens it at once and must not wait; others leave time to warm up.
    setTimeout(() => {
      if (services.documents.keys().length === 0) warmUp(services.registers.base);
    }, IDLE);
    if (client.configures)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'plandoc' });
    if (client.watches) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (!client.folders) return;
    connection.workspace.onDidChangeWorkspaceFolders(() => {
      void connection.workspace.getWorkspaceFolders().then((folders) => {
        server.files.setFolders((folders ?? []).map((folder) => folder.uri));
        forgetFiles(server);
        services.index.foldersChanged();
        review.all();
      });
    });
  });
  followDocuments(server, review);
  followSurroundings(server, review);

  for (const feature of FEATURES) feature.register(services);
  registerRequests(services);
  registerImports(services);
  registerTaskTable(services);
  registerStatus(services);
  registerFaults(services);
  services.documents.listen(connection);
  connection.listen();
}

function createServer(connection: Connection, environment: Environment): Server {
  const client: Client = { ...UNKNOWN_CLIENT };
  const documents = createDocuments();
  const sessions = createSessions();
  const files = createFiles(connection, documents, environment, () => client.readsFiles);
  const registers = createRegisters(files, environment);
  const configs = createConfigs(files, environment);
  const superiors = createSuperiors(files, documents);
  const settings = createSettings(connection, () => client.configures);
  const overlay = createOverlay();
  const listeners: Listener[] = [];
  const services: Services = {
    connection,
    documents,
    environment,
    sessions,
    registers,
    caret: createCaretHold(() => client.tellsCaret),
    locale: () => client.locale,
    previews: () => client.previews,
    refreshes: () => client.refreshes,
    runsCommands: () => client.runsCommands,
    client: () => client.capabilities,
    showsRegister: () => client.showsRegister,
    async settings(uri) {
      const [own, config] = await Promise.all([settings.get(uri), configs.load(uri)]);
      return overlay(own, config);
    },
    configs,
    forget(uri) {
      settings.forget(uri);
      superiors.forget(uri);
    },
    files,
    get index() {
      return (index ??= indexOf(server));
    },
    superiors: (uri, plan) => superiors.load(uri, plan),
    register: (uri, plan, own) => registers.load(uri, registersNamed(uri, registerOf(plan), own, files)),
    async review(document) {
      const own = await services.settings(document.uri);
      const plan = sessions.planOf(document, own);
      const [loaded, above] = await Promise.all([
        services.register(document.uri, plan, own),
        superiors.load(document.uri, plan),
      ]);
      return sessions.review(document, own, loaded, above);
    },
    onReviewed: (listener) => void listeners.push(listener),
  };
  let index: WorkspaceIndex | undefined;
  const server: Server = { client, services, settings, files, configs, superiors, listeners, diagnostics: null };
  return server;
}

/** The index over all plans, made when somebody first asks for it. */
function indexOf({ client, services, settings, files, configs }: Server): WorkspaceIndex {
  const { connection, documents, environment, sessions, registers } = services;
  const overlay = createOverlay();
  return createWorkspaceIndex({
    connection,
    documents,
    environment,
    files,
    clientFindsFiles: () => client.findsFiles,
    planOf: async (document) => sessions.planOf(document, await services.settings(document.uri)),
    async registerFor(uri, register) {
      // Settings of a folder count for the files in it: asking for those of a thousand files would take long.
      const [own, config] = await Promise.all([settings.get(files.rootOf(uri) ?? uri), configs.load(uri)]);
      return (await registers.load(uri, registersNamed(uri, register, overlay(own, config), files))).register;
    },
    say: (key, args) => connection.console.warn(say(INDEX_SAYS[key], client.locale, args)),
    progressTitle: () => say(INDEX_SAYS.reading, client.locale),
  });
}

/** Registers named by the document itself, else by `plandoc.yaml`, and that of the settings besides. */
function registersNamed(uri: string, own: string | null, { config, units }: Settings, files: Files): NamedRegisters {
  const folder = folderOf(uri);
  const from = (at: string, path: string | null): readonly string[] => {
    const address = path ? addressFrom(at, path) : null;
    return address === null ? [] : [address];
  };
  return {
    instead: [from(folder, own), config?.registers ?? []],
    besides: from(files.rootOf(uri) ?? folder, units),
  };
}

/** Something on disk, or in an open file that others depend on, changed. */
function forgetFiles({ services, configs, superiors }: Server): void {
  superiors.invalidate();
  services.registers.invalidate();
  configs.invalidate();
}

/** Whether other documents depend on this file. */
function concernsOthers({ services, configs }: Server, uri: string): boolean {
  return isRegisterFile(uri) || isConfigFile(uri) || services.registers.uses(uri) || configs.uses(uri);
}

/** Reviewing after changes, for those who want to be told. */
interface Review {
  /** The text of one document changed. */
  one(uri: string): void;
  /** Something that every document depends on changed. */
  all(): void;
  /** Something that these documents depend on changed. */
  these(uris: readonly string[]): void;
  /** The same, in the next pause of typing: it may be typed in. */
  later(uris: readonly string[]): void;
}

function createReview(server: Server): Review {
  const { connection, documents, environment } = server.services;
  async function tell(uri: string): Promise<void> {
    const document = documents.get(uri);
    if (document?.type !== 'plan') return;
    try {
      const reviewed = await server.services.review(document);
      if (documents.get(uri) !== document) return;
      for (const listener of server.listeners) listener(document, reviewed);
    } catch (error) {
      logFault(connection, 'review', uri, error);
    }
  }
  const one = createBatch(environment, (uri) => {
    server.diagnostics?.changed(uri, 'content');
    void tell(uri);
  });
  const these = (uris: readonly string[]): void => {
    for (const uri of uris) {
      server.diagnostics?.changed(uri, 'surroundings');
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

/** A rule that fails is named once in the log; the others go on, and so does the next document. */
function registerFaults({ connection, onReviewed }: Services): void {
  const told = new Set<string>();
  onReviewed(({ uri }, { result }) => {
    for (const { rule, error } of result.faults) {
      if (!told.has(rule)) logFault(connection, `rule ${rule}`, uri, error);
      told.add(rule);
    }
  });
}

function followDocuments(server: Server, review: Review): void {
  const { documents, sessions, caret } = server.services;
  documents.onDidChangeContent(({ document }) => {
    if (concernsOthers(server, document.uri)) {
      forgetFiles(server);
      review.all();
      return;
    }
    review.one(document.uri);
    review.later(server.superiors.dependents(document.uri));
  });
  documents.onDidSave(({ document }) => {
    const held = caret.release(document);
    server.diagnostics?.changed(document.uri, held ? 'surroundings' : 'saved');
  });
  server.services.connection.onNotification(CARET_MOVED, ({ uri, position }: CaretParams) => {
    const document = documents.get(uri);
    if (document && caret.moved(document, position)) server.diagnostics?.changed(uri, 'surroundings');
  });
  documents.onDidClose(({ document }) => {
    sessions.close(document.uri);
    caret.close(document.uri);
    server.services.forget(document.uri);
    server.diagnostics?.closed(document.uri);
    // From now on the file counts, not what was typed and perhaps never saved.
    if (concernsOthers(server, document.uri)) {
      forgetFiles(server);
      review.all();
    } else {
      server.superiors.invalidate();
      review.these(server.superiors.dependents(document.uri));
    }
  });
}

function followSurroundings(server: Server, review: Review): void {
  const { connection } = server.services;
  connection.onDidChangeWatchedFiles(({ changes }) => {
    server.services.index.filesChanged(changes);
    if (changes.some(({ uri }) => concernsOthers(server, uri))) {
      forgetFiles(server);
      review.all();
      return;
    }
    const dependents = changes.flatMap(({ uri }) => server.superiors.dependents(uri));
    if (dependents.length === 0) return;
    server.superiors.invalidate();
    review.these([...new Set(dependents)]);
  });
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    server.settings.changed(pushed);
    review.all();
  });
}

function describeClient(client: Client, params: InitializeParams): void {
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  client.locale = localeOf(params.locale);
  client.capabilities = params.capabilities;
  client.pulls = params.capabilities.textDocument?.diagnostic !== undefined;
  client.configures = params.capabilities.workspace?.configuration === true;
  client.folders = params.capabilities.workspace?.workspaceFolders === true;
  const { semanticTokens, codeLens, inlayHint } = params.capabilities.workspace ?? {};
  client.refreshes = {
    semanticTokens: semanticTokens?.refreshSupport === true,
    codeLens: codeLens?.refreshSupport === true,
    inlayHints: inlayHint?.refreshSupport === true,
  };
  client.runsCommands = options.runsCommands === true;
  client.showsRegister = options.showsRegister === true;
  client.readsFiles = options.readsFiles === true;
  client.findsFiles = options.findsFiles === true;
  client.tellsCaret = options.tellsCaret === true;
  client.previews = params.capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  client.watches =
    !client.readsFiles && params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}

function capabilities(pulls: boolean): InitializeResult {
  return {
    serverInfo: { name: 'plandoc' },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      ...Object.assign({}, ...FEATURES.map((feature) => feature.capabilities)),
      ...(pulls && {
        diagnosticProvider: { identifier: 'plandoc', interFileDependencies: false, workspaceDiagnostics: false },
      }),
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
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
