import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server';
import { createParts } from './parts';

declare const self: DedicatedWorkerGlobalScope;

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const load = createParts(connection);
startServer(connection, {
  // After the messages that have arrived, and without the delay timers have.
  defer: (task) => {
    waiting.push(task);
    channel.port2.postMessage(null);
  },
  loadYamlFiles: () => load('yaml-files'),
  loadSheet: () => load('sheet'),
  loadExport: () => load('export'),
  loadImport: () => load('import'),
});
