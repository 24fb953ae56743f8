import { readBaseline, type Baseline, type BaselineEntry } from '../core/rules/baseline';
import { RULES } from '../core/rules/index';
import { PROJECT_FILE_NAMES, type FileProblem, type NamedFile, type ProjectFile } from '../core/rules/project';
import { addressFrom, folderOf, hasName, pathFrom, sameFormOf } from './addresses';
import type { Environment } from './environment';
import type { FileFound, Files } from './files';

/** The `plandoc.yaml` that holds for a document, with the addresses of the files it names. */
export interface LoadedConfig {
  readonly uri: string;
  readonly file: ProjectFile;
  readonly registers: readonly string[];
  readonly baseline: { readonly uri: string; readonly content: Baseline } | null;
  /** What is wrong in it, files it names that are not there included. */
  readonly problems: readonly FileProblem[];
}

export interface Configs {
  /** The nearest `plandoc.yaml` upwards; `null` where there is none. Never rejects. */
  load(uri: string): Promise<LoadedConfig | null>;
  /** Forgets what was read from files: something on disk or in an open configuration changed. */
  invalidate(): void;
  /** Whether a configuration in use is this file or names it. */
  uses(uri: string): boolean;
}

export function isConfigFile(uri: string): boolean {
  return hasName(uri, PROJECT_FILE_NAMES);
}

export function createConfigs(files: Files, environment: Environment): Configs {
  let byFolder = new Map<string, Promise<LoadedConfig | null>>();
  // The same files unchanged give the same object, so that nothing is checked again for them.
  const made = new Map<string, { readonly parts: readonly unknown[]; readonly config: LoadedConfig }>();
  const named = new Set<string>();

  async function search(uri: string): Promise<LoadedConfig | null> {
    const found = await files.nearest(uri, PROJECT_FILE_NAMES);
    return found && load(found);
  }

  async function load({ uri, text }: FileFound): Promise<LoadedConfig> {
    const known = made.get(uri);
    const file = known?.parts[0] === text ? known.config.file : await read(text);
    const address = (one: NamedFile): string | null => addressFrom(folderOf(uri), one.path);
    const textOf = async (at: string | null): Promise<string | null> => {
      if (at === null) return null;
      named.add(sameFormOf(at));
      return files.read(at);
    };
    const there = await Promise.all(file.units.map(async (one) => (await textOf(address(one))) !== null));
    const from = file.baseline ? address(file.baseline) : null;
    const old = await textOf(from);
    const parts = [text, old, ...there];
    if (known?.parts.length === parts.length && known.parts.every((part, at) => part === parts[at]))
      return known.config;
    const content = typeof old === 'string' ? readBaseline(old) : null;
    const config = {
      uri,
      file,
      registers: file.units.map(address).filter((one) => one !== null),
      baseline: from !== null && content ? { uri: from, content } : null,
      problems: [
        ...file.problems,
        ...file.units.filter((_, at) => !there[at]).map(missing),
        ...(file.baseline && !content ? [noBaseline(file.baseline, old === null)] : []),
      ],
    };
    made.set(uri, { parts, config });
    return config;
  }

  async function read(text: string): Promise<ProjectFile> {
    const { readProjectFile } = await environment.loadYamlFiles();
    return readProjectFile(text, RULES);
  }

  return {
    load(uri) {
      const key = folderOf(uri);
      let loading = byFolder.get(key);
      if (!loading) {
        loading = search(uri);
        byFolder.set(key, loading);
      }
      return loading;
    },
    invalidate() {
      byFolder = new Map();
    },
    uses: (uri) => isConfigFile(uri) || named.has(sameFormOf(uri)),
  };
}

function missing({ path, range }: NamedFile): FileProblem {
  return {
    range,
    severity: 'error',
    message: { zh: `没有“${path}”这个文件。`, en: `There is no file “${path}”.` },
  };
}

function noBaseline({ path, range }: NamedFile, missing: boolean): FileProblem {
  return missing
    ? {
        range,
        severity: 'warning',
        message: {
          zh: `还没有“${path}”这个基线文件。用 plandoc check --update-baseline 生成。`,
          en: `There is no baseline “${path}” yet. Write it with plandoc check --update-baseline.`,
        },
      }
    : {
        range,
        severity: 'error',
        message: {
          zh: `“${path}”不是基线文件，或者已经损坏，现在不起作用。`,
          en: `“${path}” is not a baseline, or is damaged; it does nothing now.`,
        },
      };
}

/** What the baseline holds of a document. */
export function knownIn(config: LoadedConfig | null, uri: string): readonly BaselineEntry[] {
  if (!config?.baseline) return [];
  const { uri: from, content } = config.baseline;
  return content.files[pathFrom(folderOf(from), uri)] ?? [];
}
