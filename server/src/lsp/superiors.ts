import { readPlan, superiorsOf, type Plan } from '../core/plan/plan';
import { MAX_SUPERIORS, NO_SUPERIORS, superiorFrom, type Superior } from '../core/rules/superior';
import { readText, type Source } from '../core/syntax/source';
import { addressFrom, folderOf, sameFormOf } from './addresses';
import type { Documents } from './documents';
import { openAt, type Files } from './files';

/** The superior plans (上位文件) that documents name in their front matter, read for comparison. */
export interface Superiors {
  /** The same array again as long as none of them changed. */
  load(uri: string, plan: Plan): Promise<readonly Superior[]>;
  /** The documents that were held against this file; they have to be reviewed again when it changes. */
  dependents(uri: string): readonly string[];
  /** Something on disk changed. */
  invalidate(): void;
  /** Nobody asks for the superior plans of this document any more. */
  forget(uri: string): void;
}

interface Kept {
  /** `sameFormOf` the addresses, those where no file is included: one may be put there. */
  readonly addresses: readonly string[];
  readonly sources: readonly (Source | null)[];
  readonly superiors: readonly Superior[];
}

export function createSuperiors(files: Files, documents: Documents): Superiors {
  let onDisk = new Map<string, Promise<Source | null>>();
  const kept = new Map<string, Kept>();

  async function sourceOf(uri: string): Promise<Source | null> {
    const open = openAt(uri, documents);
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
      const self = sameFormOf(uri);
      const named = superiorsOf(plan)
        .slice(0, MAX_SUPERIORS)
        .flatMap((name) => {
          const address = addressFrom(folderOf(uri), name);
          return address === null ? [] : [{ name, address, form: sameFormOf(address) }];
        })
        .filter(({ form }) => form !== self);
      if (named.length === 0) {
        kept.delete(uri);
        return NO_SUPERIORS;
      }
      const sources = await Promise.all(named.map(({ address }) => sourceOf(address)));
      const known = kept.get(uri);
      const addresses = named.map(({ form }) => form);
      const same =
        known?.sources.length === sources.length &&
        sources.every((source, at) => source === known.sources[at] && addresses[at] === known.addresses[at]);
      if (same) return known.superiors;
      const superiors = sources.flatMap((source, at) =>
        source ? [superiorFrom(named[at]!.name, readPlan(source))] : [],
      );
      kept.set(uri, { addresses, sources, superiors });
      return superiors;
    },
    dependents(uri) {
      if (kept.size === 0) return [];
      const form = sameFormOf(uri);
      return [...kept].filter(([, { addresses }]) => addresses.includes(form)).map(([dependent]) => dependent);
    },
    invalidate() {
      onDisk = new Map();
    },
    forget: (uri) => void kept.delete(uri),
  };
}
