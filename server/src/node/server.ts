import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';

startServer(createConnection(ProposedFeatures.all), {
  defer: (task) => void setImmediate(task),
  readFile: async (uri) => (uri.startsWith('file:') ? readFile(fileURLToPath(uri), 'utf8').catch(() => null) : null),
  // A bundle of its own: yaml and zod would double the server's start.
  loadYamlFiles: async () => require('./yaml-files.js') as typeof import('../workspace/yamlFiles'),
  loadSheet: async () => require('./sheet.js') as typeof import('../exchange/reviewSheet'),
});
