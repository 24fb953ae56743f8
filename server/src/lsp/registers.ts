import type { Connection } from 'vscode-languageserver';
import { READ_FILE, type FileText } from '../protocol';
import type { Range } from '../core/text/position';
import type { Message } from '../core/text/locale';
import type { Register } from '../core/units/model';
import { createRegister } from '../core/units/register';
import type { Documents } from './documents';
import type { Environment } from './environment';

/** A problem in a `units.yaml`, at its place there. */
export interface RegisterProblem {
  readonly range: Range;
  readonly message: Message;
  readonly severity: 'error' | 'warning';
}

export interface LoadedRegister {
  readonly register: Register;
  /** The file it comes from, `null` for the base register alone. */
  readonly uri: string | null;
  readonly text: string;
  readonly problems: readonly RegisterProblem[];
}

export interface Registers {
  /** The register for a document: the nearest `units.yaml` upwards, else the base register. Never rejects. */
  load(uri: string, extra: string): Promise<LoadedRegister>;
  /** Forgets what was read from files: something on disk or in an open register changed. */
  invalidate(): void;
  setFolders(uris: readonly string[]): void;
  /** The base register alone. */
  readonly base: Register;
  /** Where a register for this document would be made. */
  homeFor(uri: string): string | null;
}

const NAMES = ['units.yaml', 'units.yml'];
const MAX_LEVELS = 32;

export function isRegisterFile(uri: string): boolean {
  return NAMES.some((name) => uri.endsWith(`/${name}`));
}

export function createRegisters(
  connection: Connection,
  documents: Documents,
  environment: Environment,
  clientReadsFiles: () => boolean,
): Registers {
  const base: LoadedRegister = { register: createRegister(), uri: null, text: '', problems: [] };
  let folders: readonly string[] = [];
  let byFolder = new Map<string, Promise<LoadedRegister>>();
  const parsed = new Map<string, LoadedRegister>();

  async function readFile(uri: string): Promise<string | null> {
    const open = documents.get(uri);
    if (open?.type === 'other') return open.text.getText();
    try {
      if (!clientReadsFiles()) return (await environment.readFile?.(uri)) ?? null;
      return (await connection.sendRequest<FileText>(READ_FILE, { uri })).text;
    } catch {
      return null; // No such file is the usual case, and a failing file system must not stop the check.
    }
  }

  async function parse(uri: string, text: string): Promise<LoadedRegister> {
    const known = parsed.get(uri);
    if (known?.text === text) return known;
    const { readUnitsFile } = await environment.loadUnitsFile();
    const { entries, context, problems } = readUnitsFile(text, uri);
    const loaded = { register: createRegister(entries, context), uri, text, problems };
    parsed.set(uri, loaded);
    return loaded;
  }

  async function search(candidates: readonly string[]): Promise<LoadedRegister> {
    for (const uri of candidates) {
      const text = await readFile(uri);
      if (text !== null) return parse(uri, text);
    }
    return base;
  }

  return {
    base: base.register,
    load(uri, extra) {
      const key = `${folderOf(uri)}\n${extra}`;
      const root = rootOf(uri, folders);
      const named = extra === '' ? [] : [addressOf(extra, root ?? folderOf(uri))];
      let loading = byFolder.get(key);
      if (!loading) {
        loading = search([...named, ...candidatesFor(uri, root)]);
        byFolder.set(key, loading);
      }
      return loading;
    },
    invalidate() {
      byFolder = new Map();
    },
    setFolders(uris) {
      folders = uris.map((uri) => uri.replace(/\/$/, ''));
      byFolder = new Map();
    },
    homeFor: (uri) => homeOf(uri, folders),
  };
}

/** Where a register named in the settings lies: an address, or a path from `folder`. */
const addressOf = (named: string, folder: string): string => (named.includes(':/') ? named : `${folder}/${named}`);

/** The register that new units of a document go to; null where there is no folder for one. */
function homeOf(uri: string, folders: readonly string[]): string | null {
  const root = rootOf(uri, folders) ?? (uri.startsWith('untitled:') ? (folders[0] ?? null) : folderOf(uri));
  return root === null ? null : `${root}/${NAMES[0]}`;
}

/** The URI of a path given relative to a document. */
export function besideOf(uri: string, path: string): string {
  return `${folderOf(uri)}/${path.replace(/^\.\//, '')}`;
}

function folderOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

function rootOf(uri: string, folders: readonly string[]): string | null {
  const around = folders.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length);
  return around[0] ?? null;
}

/** `units.yaml` beside the document and in each folder above it, up to its workspace folder. */
function candidatesFor(uri: string, root: string | null): readonly string[] {
  const found: string[] = [];
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(uri)) return root ? NAMES.map((name) => `${root}/${name}`) : [];
  const stop = root ?? '';
  for (let folder = folderOf(uri), level = 0; level < MAX_LEVELS && folder.includes('://'); level++) {
    found.push(...NAMES.map((name) => `${folder}/${name}`));
    if (folder === stop || folder.endsWith('://')) break;
    folder = folderOf(folder);
  }
  return found;
}
