import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';
import type { ReadOptions } from '../protocol';

startServer(createConnection(ProposedFeatures.all), {
  defer: (task) => void setImmediate(task),
  readFile: readRegularFile,
  // Looking for files brings a library, and only editors that do not find them for us need it.
  findPlans: async (folders, names, max) =>
    (require('./find-plans.js') as typeof import('./findPlans')).findPlans(folders, names, max),
  // A bundle of its own: yaml and zod would double the server's start.
  loadYamlFiles: async () => require('./yaml-files.js') as typeof import('../workspace/yamlFiles'),
  loadSheet: async () => require('./sheet.js') as typeof import('../exchange/reviewSheet'),
  loadExport: async () => require('./export.js') as typeof import('../exchange/export'),
  loadImport: async () => require('./import.js') as typeof import('../exchange/import'),
});

/** Bytes of the largest file read for a document: plans and registers are a thousand times smaller. */
const MAX_BYTES = 64 * 1024 * 1024;

/** `null` for what is no plain file: a document may name a device or a pipe, and reading those does not end. */
async function readRegularFile(uri: string, options: ReadOptions = {}): Promise<string | null> {
  if (!uri.startsWith('file:')) return null;
  try {
    const path = fileURLToPath(uri);
    const found = await stat(path);
    if (!found.isFile() || found.size > (options.maxBytes ?? MAX_BYTES)) return null;
    const bytes = await readFile(path);
    return options.anyEncoding ? decode(bytes) : bytes.toString('utf8');
  } catch {
    return null;
  }
}

/** UTF-8 where it is that, else GB18030, as old systems write. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
