import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { registerOf } from '../core/plan/plan';
import { say } from '../core/text/locale';
import { CARET_MOVED, type CaretParams } from '../protocol';
import { addressFrom, folderOf } from './addresses';
import { createCaretHold } from './caret';
import { clientInfo, type ClientInfo } from './clientInfo';
import { createConfigs, isConfigFile, type Configs } from './configs';
import { registerPull, registerPush, type Diagnostics } from './diagnostics';
import { createDocuments } from './documents';
import type { Environment } from './environment';
import { FEATURES } from './features/index';
import { createFiles, type Files } from './files';
import { logFault } from './guard';
import { createRegisters, isRegisterFile, type NamedRegisters } from './registers';
import { registerImports } from './imports';
import { registerRequests } from './requests';
import { createReviewing, type Listener, type Reviewing } from './reviewing';
import type { Services } from './services';
import { createSuperiors, type Superiors } from './superiors';
import { createSessions } from './sessions';
import { createOverlay, type Settings } from './settings';
import { createSettings, type SettingsStore } from './settingsStore';
import { registerStatus } from './status';
import { registerTaskTable } from './taskTable';
import { warmUp } from './warmUp';
import { createWorkspaceIndex, INDEX_SAYS, WATCHED, type WorkspaceIndex } from './workspaceIndex';

/** All that lives as long as the connection. */
interface Server {
  client: ClientInfo;
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

/** Runs the language server on a connection until the client leaves. */
export function startServer(connection: Connection, environment: Environment): void {
  const server = createServer(connection, environment);
  const { services } = server;
  const review = createReviewing(server);

  connection.onInitialize((params) => {
    server.client = clientInfo(params);
    server.files.setFolders((params.workspaceFolders ?? []).map((folder) => folder.uri));
    const { pulls } = server.client;
    server.diagnostics = pulls ? registerPull(services) : registerPush(services);
    return capabilities(pulls);
  });
  connection.onInitialized(() => {
    // An editor that starts the server for a document opens it at once and must not wait; others leave time to warm up.
    setTimeout(() => {
      if (services.documents.keys().length === 0) warmUp(services.registers.base);
    }, IDLE);
    const { client } = server;
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
  const documents = createDocuments();
  const sessions = createSessions();
  const files = createFiles(connection, documents, environment, () => server.client.readsFiles);
  const registers = createRegisters(files, environment);
  const configs = createConfigs(files, environment);
  const superiors = createSuperiors(files, documents);
  const settings = createSettings(connection, () => server.client.configures);
  const overlay = createOverlay();
  const listeners: Listener[] = [];
  const services: Services = {
    connection,
    documents,
    environment,
    sessions,
    registers,
    caret: createCaretHold(() => server.client.tellsCaret),
    locale: () => server.client.locale,
    client: () => server.client,
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
  const client = clientInfo({ capabilities: {} });
  const server: Server = { client, services, settings, files, configs, superiors, listeners, diagnostics: null };
  return server;
}

/** The index over all plans, made when somebody first asks for it. */
function indexOf({ services, settings, files, configs }: Server): WorkspaceIndex {
  const { connection, documents, environment, sessions, registers } = services;
  const overlay = createOverlay();
  return createWorkspaceIndex({
    connection,
    documents,
    environment,
    files,
    clientFindsFiles: () => services.client().findsFiles,
    planOf: async (document) => sessions.planOf(document, await services.settings(document.uri)),
    async registerFor(uri, register) {
      // Settings of a folder count for the files in it: asking for those of a thousand files would take long.
      const [own, config] = await Promise.all([settings.get(files.rootOf(uri) ?? uri), configs.load(uri)]);
      return (await registers.load(uri, registersNamed(uri, register, overlay(own, config), files))).register;
    },
    say: (key, args) => connection.console.warn(say(INDEX_SAYS[key], services.locale(), args)),
    progressTitle: () => say(INDEX_SAYS.reading, services.locale()),
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

function followDocuments(server: Server, review: Reviewing): void {
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

function followSurroundings(server: Server, review: Reviewing): void {
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
