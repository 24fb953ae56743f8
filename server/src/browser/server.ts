import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import * as exporters from '../exchange/export';
import * as imports from '../exchange/import';
import * as reviewSheet from '../exchange/reviewSheet';
import { startServer } from '../lsp/server';
import * as yamlFiles from '../workspace/yamlFiles';

declare const self: DedicatedWorkerGlobalScope;

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, {
  // After the messages that have arrived, and without the delay timers have.
  defer: (task) => {
    waiting.push(task);
    channel.port2.postMessage(null);
  },
  loadYamlFiles: async () => yamlFiles,
  loadSheet: async () => reviewSheet,
  loadExport: async () => exporters,
  loadImport: async () => imports,
});
