import type { FileProblem } from '../core/rules/project';
import { joinRegisters } from '../core/units/joined';
import type { UnitEntry, Register } from '../core/units/model';
import { createRegister, type RegisterContext } from '../core/units/register';
import { folderOf, hasName, sameFormOf } from './addresses';
import type { Environment } from './environment';
import type { FileFound, Files } from './files';

export interface LoadedRegister {
  readonly register: Register;
  /** The file that new units go to, `null` for the base register alone. */
  readonly uri: string | null;
  readonly text: string;
  readonly problems: readonly FileProblem[];
  /** All files it comes from. */
  readonly uris: readonly string[];
}

/** Addresses of registers that a document, a `plandoc.yaml` or the settings name. */
export interface NamedRegisters {
  /** Groups, the one that goes before the others first. */
  readonly instead: readonly (readonly string[])[];
  readonly besides?: readonly string[];
}

export interface Registers {
  /**
   * The register for a document, of all files put together: those of the first group in `instead` of which any can be read,
   * or else the nearest `units.yaml` upwards; and those in `besides`. Else the base register. Never rejects.
   */
  load(uri: string, named: NamedRegisters): Promise<LoadedRegister>;
  /** Forgets what was read from files: something on disk or in an open register changed. */
  invalidate(): void;
  /** Whether a register in use comes from this file. */
  uses(uri: string): boolean;
  /** The base register alone. */
  readonly base: Register;
  /** Where a register for this document would be made. */
  homeFor(uri: string): string | null;
}

const NAMES: readonly string[] = ['units.yaml', 'units.yml'];

export function isRegisterFile(uri: string): boolean {
  return hasName(uri, NAMES);
}

/** One file, read. */
interface Part {
  readonly uri: string;
  readonly text: string;
  readonly entries: readonly UnitEntry[];
  readonly context: RegisterContext;
  readonly problems: readonly FileProblem[];
}

export function createRegisters(files: Files, environment: Environment): Registers {
  const base: LoadedRegister = { register: createRegister(), uri: null, text: '', problems: [], uris: [] };
  let byFolder = new Map<string, Promise<LoadedRegister>>();
  const parsed = new Map<string, Part>();
  // The same files unchanged give the same object, so that nothing is checked again for them.
  const made = new Map<string, { readonly parts: readonly Part[]; readonly loaded: LoadedRegister }>();

  async function parse({ uri, text }: FileFound): Promise<Part> {
    const key = sameFormOf(uri);
    const known = parsed.get(key);
    if (known?.text === text) return known;
    const { readUnitsFile } = await environment.loadYamlFiles();
    const part = { uri, text, ...readUnitsFile(text, uri) };
    parsed.set(key, part);
    return part;
  }

  async function search(uri: string, named: NamedRegisters): Promise<LoadedRegister> {
    const parts = await Promise.all((await find(uri, named, files)).map(parse));
    const [first] = parts;
    if (!first) return base;
    const key = parts.map((part) => part.uri).join('\n');
    const known = made.get(key);
    if (known?.parts.every((part, at) => part === parts[at])) return known.loaded;
    const { text, problems } = first;
    const uris = parts.map((part) => part.uri);
    const loaded = { register: joinRegisters(parts), uri: first.uri, text, problems, uris };
    made.set(key, { parts, loaded });
    return loaded;
  }

  return {
    base: base.register,
    load(uri, named) {
      const key = [folderOf(uri), ...named.instead.flatMap((group) => [...group, '']), ...(named.besides ?? [])].join(
        '\n',
      );
      let loading = byFolder.get(key);
      if (!loading) {
        loading = search(uri, named);
        byFolder.set(key, loading);
      }
      return loading;
    },
    invalidate() {
      byFolder = new Map();
    },
    uses: (uri) => parsed.has(sameFormOf(uri)),
    homeFor(uri) {
      const home = files.homeOf(uri);
      return home === null ? null : `${home}/${NAMES[0]}`;
    },
  };
}

async function readAll(addresses: readonly string[], files: Files): Promise<FileFound[]> {
  const found: FileFound[] = [];
  for (const uri of addresses) {
    const text = await files.read(uri);
    if (text !== null) found.push({ uri, text });
  }
  return found;
}

async function find(
  uri: string,
  { instead, besides = [] }: NamedRegisters,
  files: Files,
): Promise<readonly FileFound[]> {
  let found: FileFound[] = [];
  for (const group of instead) if (found.length === 0) found = await readAll(group, files);
  const nearest = found.length > 0 ? null : await files.nearest(uri, NAMES);
  if (nearest) found.push(nearest);
  const others = besides.filter((other) => !found.some((one) => sameFormOf(one.uri) === sameFormOf(other)));
  return [...found, ...(await readAll(others, files))];
}
