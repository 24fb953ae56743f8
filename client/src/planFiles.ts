/** The plans of the workspace as files: finding them by name, reading them, also for the server. */
import * as vscode from 'vscode';
import { readBytes } from './bytes';
import { decode } from './decode';
import type { FileText, FindPlansParams, FoundFiles, ReadFileParams } from '../../server/src/protocol';

interface LanguageContribution {
  readonly extensions?: readonly string[];
  readonly filenamePatterns?: readonly string[];
}

/** The names under which plans are known to the editor, as one pattern. */
export function planPattern(): string {
  const extension = vscode.extensions.getExtension('plandoc.plandoc');
  const manifest = extension?.packageJSON as { contributes?: { languages?: LanguageContribution[] } } | undefined;
  const language = manifest?.contributes?.languages?.[0];
  const endings = (language?.extensions ?? ['.plan']).map((ending) => `*${ending}`);
  const names = (language?.filenamePatterns ?? []).flatMap(expandBraces);
  return `**/{${[...endings, ...names].join(',')}}`;
}

/** `*方案*.{txt,md}` as its parts: braces inside braces are not for every finder of files. */
function expandBraces(glob: string): string[] {
  const match = /^(.*)\{([^{}]+)\}(.*)$/.exec(glob);
  return match ? match[2]!.split(',').map((part) => `${match[1]}${part}${match[3]}`) : [glob];
}

/** All plans of the workspace, for the server: its folders may be of any kind, in memory or far away. */
export async function findPlans({ max }: FindPlansParams): Promise<FoundFiles> {
  const uris = await vscode.workspace.findFiles(planPattern(), '**/node_modules/**', max);
  return { uris: uris.map((uri) => uri.toString()) };
}

/** Bytes of the largest file read for the server. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Reads a file for the server through the editor, so that registers and plans in virtual workspaces are found. */
export async function readFile({ uri, maxBytes = MAX_BYTES, anyEncoding }: ReadFileParams): Promise<FileText> {
  try {
    const address = vscode.Uri.parse(uri);
    const { type, size } = await vscode.workspace.fs.stat(address);
    // A document may name a device or a pipe, and reading those does not end.
    if (!(type & vscode.FileType.File) || size > maxBytes) return { text: null };
    const bytes = await readBytes(address);
    return { text: anyEncoding ? decode(bytes) : new TextDecoder().decode(bytes) };
  } catch {
    return { text: null }; // The server asks for every place a register may stand; mostly there is none.
  }
}
