import type { Connection } from 'vscode-languageserver';
import { READ_FILE, type FileText } from '../protocol';
import type { Documents } from './documents';
import type { Environment } from './environment';

/** The files round a document: as they are open in the editor, else as they are on disk. */
export interface Files {
  /** The text of a file, `null` where there is none. Never rejects. */
  read(uri: string): Promise<string | null>;
  /** The first of these names beside the document or in a folder above it, up to its workspace folder. */
  nearest(uri: string, names: readonly string[]): Promise<FileFound | null>;
  setFolders(uris: readonly string[]): void;
  /** The workspace folder of a document; `null` outside of all. */
  rootOf(uri: string): string | null;
  /** The folder for what belongs to a document and has no place yet; `null` where there is none. */
  homeOf(uri: string): string | null;
}

export interface FileFound {
  readonly uri: string;
  readonly text: string;
}

const MAX_LEVELS = 32;

export function createFiles(
  connection: Connection,
  documents: Documents,
  environment: Environment,
  clientReadsFiles: () => boolean,
): Files {
  let folders: readonly string[] = [];
  const rootOf = (uri: string): string | null => {
    const around = folders.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length);
    return around[0] ?? null;
  };

  async function read(uri: string): Promise<string | null> {
    const open = documents.get(uri);
    if (open?.type === 'other') return open.text.getText();
    try {
      if (!clientReadsFiles()) return (await environment.readFile?.(uri)) ?? null;
      return (await connection.sendRequest<FileText>(READ_FILE, { uri })).text;
    } catch {
      return null; // No such file is the usual case, and a failing file system must not stop the check.
    }
  }

  return {
    read,
    async nearest(uri, names) {
      for (const candidate of candidatesFor(uri, rootOf(uri), names)) {
        const text = await read(candidate);
        if (text !== null) return { uri: candidate, text };
      }
      return null;
    },
    setFolders(uris) {
      folders = uris.map((uri) => uri.replace(/\/$/, ''));
    },
    rootOf,
    homeOf: (uri) => rootOf(uri) ?? (uri.startsWith('untitled:') ? (folders[0] ?? null) : folderOf(uri)),
  };
}

export function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

export function hasName(uri: string, names: readonly string[]): boolean {
  return names.some((name) => uri.endsWith(`/${name}`));
}

/** The address of `path` as seen from a folder; an address stays as it is. */
export function addressFrom(folder: string, path: string): string {
  if (/^[a-z][a-z0-9+.-]+:\//i.test(path)) return path;
  const [root = '', ...names] = splitAddress(folder);
  const steps = path.replaceAll('\\', '/').split('/');
  const absolute = steps[0] === '' || /^[a-z]:$/i.test(steps[0]!);
  const found = absolute ? [] : names;
  for (const step of steps) {
    if (step === '..') found.pop();
    else if (step !== '.' && step !== '') found.push(encodeURIComponent(step));
  }
  return [root, ...found].join('/');
}

/** The path of an address as seen from a folder, with its names as people write them. */
export function pathFrom(folder: string, uri: string): string {
  const [from, to] = [splitAddress(folder), splitAddress(uri)].map((parts) => parts.map(decoded));
  let same = 0;
  while (same < from!.length && from![same] === to![same]) same++;
  if (same === 0) return uri;
  return [...from!.slice(same).map(() => '..'), ...to!.slice(same)].join('/');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // A stray % in a name.
  }
}

/** Scheme and authority, then the folders. */
function splitAddress(uri: string): string[] {
  const root = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(uri)?.[0] ?? '';
  return [root, ...uri.slice(root.length).split('/').filter(Boolean)];
}

/** These names beside the document and in each folder above it, up to its workspace folder. */
function candidatesFor(uri: string, root: string | null, names: readonly string[]): readonly string[] {
  const found: string[] = [];
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(uri)) return root ? names.map((name) => `${root}/${name}`) : [];
  const stop = root ?? '';
  for (let folder = folderOf(uri), level = 0; level < MAX_LEVELS && folder.includes('://'); level++) {
    found.push(...names.map((name) => `${folder}/${name}`));
    if (folder === stop || folder.endsWith('://')) break;
    folder = folderOf(folder);
  }
  return found;
}
