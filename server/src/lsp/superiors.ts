import { readPlan, superiorsOf, type Plan } from '../core/plan/plan';
import { NO_SUPERIORS, superiorFrom, type Superior } from '../core/rules/superior';
import { readText, type Source } from '../core/syntax/source';
import type { Documents } from './documents';
import { addressFrom, folderOf, type Files } from './files';

/** The superior plans (上位文件) that documents name in their front matter, read for comparison. */
export interface Superiors {
  /** The same array again as long as none of them changed. */
  load(uri: string, plan: Plan): Promise<readonly Superior[]>;
  /** Something on disk changed. */
  invalidate(): void;
}

interface Kept {
  readonly sources: readonly (Source | null)[];
  readonly superiors: readonly Superior[];
}

/** More than this and a front matter is not to be believed. */
const MAX_SUPERIORS = 5;

export function createSuperiors(files: Files, documents: Documents): Superiors {
  let onDisk = new Map<string, Promise<Source | null>>();
  const kept = new Map<string, Kept>();

  async function sourceOf(uri: string): Promise<Source | null> {
    const open = documents.get(uri);
    if (open?.type === 'plan') return open.source;
    let source = onDisk.get(uri);
    if (!source) {
      source = files.read(uri).then((text) => (text === null ? null : readText(text)));
      onDisk.set(uri, source);
    }
    return source;
  }

  return {
    async load(uri, plan) {
      const named = superiorsOf(plan).slice(0, MAX_SUPERIORS);
      if (named.length === 0) return NO_SUPERIORS;
      const uris = named.map((path) => addressFrom(folderOf(uri), path)).filter((one) => one !== uri);
      const sources = await Promise.all(uris.map(sourceOf));
      const known = kept.get(uri);
      if (known?.sources.length === sources.length && known.sources.every((source, at) => source === sources[at]))
        return known.superiors;
      const superiors = sources.flatMap((source, at) => (source ? [superiorFrom(named[at]!, readPlan(source))] : []));
      kept.set(uri, { sources, superiors });
      return superiors;
    },
    invalidate() {
      onDisk = new Map();
    },
  };
}
