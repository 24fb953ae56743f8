/** Workspace symbols found by pinyin: the editor filters them once more by their names, which pinyin is not in. */
import * as vscode from 'vscode';
import type { ProvideWorkspaceSymbolsSignature } from 'vscode-languageclient';

/** What the server found, each with what was typed behind its name where the name alone would be filtered out. */
export async function provideWorkspaceSymbols(
  query: string,
  token: vscode.CancellationToken,
  next: ProvideWorkspaceSymbolsSignature,
): Promise<vscode.SymbolInformation[] | null | undefined> {
  const found = await next(query, token);
  const words = query.replace(/\s+/g, '').toLowerCase();
  return found?.map((symbol) =>
    isWithin(words, symbol.name.toLowerCase())
      ? symbol
      : new vscode.SymbolInformation(`${symbol.name}　${query}`, symbol.kind, symbol.containerName, symbol.location),
  );
}

function isWithin(words: string, name: string): boolean {
  let at = 0;
  for (const char of words) {
    at = name.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
