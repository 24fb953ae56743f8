import { SymbolKind, type SymbolInformation } from 'vscode-languageserver';
import { createSpeller, fitOf, TOGETHER, type Spelled } from '../../core/lexicon/pinyin';
import { matchInOrder, symbolsFor, type Match, type WorkspaceSymbol } from '../../workspace/symbols';
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
    const match = createMatch();
    connection.onWorkspaceSymbol(async ({ query }, token): Promise<SymbolInformation[]> => {
      try {
        const plans = await services.index.plans(token);
        if (token.isCancellationRequested) return [];
        return symbolsFor(query, plans, await services.index.units(token), match).map(
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

/** A name of a unit; what is longer is a sentence. */
const LONGEST_NAME = 14;
/** Spellings are kept, but of so many names that is enough. */
const MAX_SPELLED = 20_000;

/** By characters in order, or by pinyin where letters were typed (ylfw finds 养老服务). */
function createMatch(): Match {
  const spell = createSpeller();
  const spelled = new Map<string, Spelled>();
  return (name, query) => {
    const plain = matchInOrder(name, query);
    if (plain !== null || !/[a-z]/i.test(query)) return plain;
    let known = spelled.get(name);
    if (!known) {
      if (spelled.size >= MAX_SPELLED) spelled.clear();
      spelled.set(name, (known = spell(name)));
    }
    const fit = fitOf(query, known);
    // Letters that begin syllables here and there are in every longer sentence.
    return fit === null || (fit > TOGETHER && name.length > LONGEST_NAME) ? null : fit;
  };
}
