import type { Connection } from 'vscode-languageserver';
import { READ_FILE, type FileText, type ReadFileParams, type ReadOptions } from '../protocol';
import { folderOf, sameFormOf } from './addresses';
import type { Documents, OpenDocument } from './documents';
import type { Environment } from './environment';

/** The files round a document: as they are open in the editor, else as they are on disk. */
export interface Files {
  /** The text of a file, `null` where there is none. Never rejects. */
  read(uri: string, options?: ReadOptions): Promise<string | null>;
  /** The first of these names beside the document or in a folder above it, up to its workspace folder. */
  nearest(uri: string, names: readonly string[]): Promise<FileFound | null>;
  setFolders(uris: readonly string[]): void;
  /** The workspace folders. */
  folders(): readonly string[];
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

  async function read(uri: string, options: ReadOptions = {}): Promise<string | null> {
    const open = openAt(uri, documents);
    if (open?.type === 'other') return open.text.getText();
    try {
      if (!clientReadsFiles()) return (await environment.readFile?.(uri, options)) ?? null;
      const params: ReadFileParams = { uri, ...options };
      return (await connection.sendRequest<FileText>(READ_FILE, params)).text;
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
    folders: () => folders,
    rootOf,
    homeOf: (uri) => rootOf(uri) ?? (uri.startsWith('untitled:') ? (folders[0] ?? null) : folderOf(uri)),
  };
}

/** The open document at an address, however either is written. */
export function openAt(uri: string, documents: Documents): OpenDocument | undefined {
  const open = documents.get(uri);
  if (open) return open;
  const form = sameFormOf(uri);
  return documents.all().find((document) => sameFormOf(document.uri) === form);
}

/** Addresses with folders in them, `file:///folder/name` and `memory:/folder/name` alike; an untitled document has none. */
const WITH_FOLDERS = /^(?!untitled:)[a-z][a-z0-9+.-]*:\//i;
/** Scheme and authority alone. */
const TOP = /^[^/]*:(?:\/\/[^/]*)?$/;

/** These names beside the document and in each folder above it, up to its workspace folder. */
function candidatesFor(uri: string, root: string | null, names: readonly string[]): readonly string[] {
  const found: string[] = [];
  if (!WITH_FOLDERS.test(uri)) return root ? names.map((name) => `${root}/${name}`) : [];
  for (let folder = folderOf(uri), level = 0; level < MAX_LEVELS; level++) {
    found.push(...names.map((name) => `${folder}/${name}`));
    if (folder === root || TOP.test(folder)) break;
    folder = folderOf(folder);
  }
  return found;
}
