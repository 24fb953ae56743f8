import { SymbolKind, type SymbolInformation } from 'vscode-languageserver';
import { symbolsFor, type WorkspaceSymbol } from '../../workspace/symbols';
import { logFault } from '../guard';
import type { LspFeature } from './feature';

const KINDS: Readonly<Record<WorkspaceSymbol['kind'], SymbolKind>> = {
  plan: SymbolKind.File,
  section: SymbolKind.Namespace,
  task: SymbolKind.Method,
  unit: SymbolKind.Class,
};

/** `workspace/symbol`: plans, sections, measures and units of the workspace by name. */
export const workspaceSymbols: LspFeature = {
  capabilities: { workspaceSymbolProvider: true },
  register(services) {
    const { connection } = services;
    connection.onWorkspaceSymbol(async ({ query }, token): Promise<SymbolInformation[]> => {
      try {
        const plans = await services.index.plans(token);
        if (token.isCancellationRequested) return [];
        return symbolsFor(query, plans, await services.index.units(token)).map(
          ({ kind, name, container, uri, range }) => ({
            kind: KINDS[kind],
            name,
            ...(container !== null && { containerName: container }),
            location: { uri, range },
          }),
        );
      } catch (error) {
        logFault(connection, 'workspaceSymbol', query, error);
        return [];
      }
    });
  },
};
