import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';

startServer(createConnection(ProposedFeatures.all), {
  defer: (task) => void setImmediate(task),
  readFile: readRegularFile,
  // A bundle of its own: yaml and zod would double the server's start.
  loadYamlFiles: async () => require('./yaml-files.js') as typeof import('../workspace/yamlFiles'),
  loadSheet: async () => require('./sheet.js') as typeof import('../exchange/reviewSheet'),
  loadExport: async () => require('./export.js') as typeof import('../exchange/export'),
  loadImport: async () => require('./import.js') as typeof import('../exchange/import'),
});

/** Bytes of the largest file read for a document: plans and registers are a thousand times smaller. */
const MAX_BYTES = 64 * 1024 * 1024;

/** `null` for what is no plain file: a document may name a device or a pipe, and reading those does not end. */
async function readRegularFile(uri: string): Promise<string | null> {
  if (!uri.startsWith('file:')) return null;
  try {
    const path = fileURLToPath(uri);
    const found = await stat(path);
    return found.isFile() && found.size <= MAX_BYTES ? await readFile(path, 'utf8') : null;
  } catch {
    return null;
  }
}
