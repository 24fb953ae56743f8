import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Plan } from '../core/plan/plan';
import {
  baselineText,
  createBaselineFilter,
  EMPTY_BASELINE,
  readBaseline,
  updateBaseline,
  type Baseline,
  type BaselineEntry,
} from '../core/rules/baseline';
import type { Finding } from '../core/rules/rule';
import { say } from '../core/text/locale';
import { readUtf8File } from './decode';
import { writeFile } from './files';
import type { Projects } from './project';
import { SAYS, UsageError, type Terminal } from './terms';

export interface BaselineOptions {
  /** A baseline to use instead of the one that `plandoc.yaml` names. */
  readonly baseline?: string;
  /** Write down what is found instead of showing it. */
  readonly updateBaseline?: boolean;
}

/** Leaves out what baselines know, or writes down what they are to know. */
export interface Baselines {
  unknown(file: string, findings: readonly Finding[], plan: Plan): readonly Finding[];
  /** Writes the baselines that were to be updated. */
  save(): void;
}

export function createBaselines(options: BaselineOptions, projects: Projects, terminal: Terminal): Baselines {
  const read = new Map<string, Baseline>();
  const updates = new Map<string, Map<string, readonly BaselineEntry[]>>();
  const pathFor = (file: string): string | null =>
    options.baseline === undefined ? projects.of(file).baseline : resolve(terminal.cwd, options.baseline);
  const load = (path: string): Baseline => {
    let baseline = read.get(path);
    if (!baseline) read.set(path, (baseline = loadBaseline(path, options, terminal)));
    return baseline;
  };
  return {
    unknown(file, findings, plan) {
      const path = pathFor(file);
      if (path === null) {
        if (options.updateBaseline) throw new UsageError(SAYS.noBaseline, { file });
        return findings;
      }
      const name = relative(dirname(path), resolve(terminal.cwd, file)).replaceAll('\\', '/');
      const filter = createBaselineFilter();
      if (!options.updateBaseline) return filter.unknown(findings, plan, load(path).files[name] ?? []);
      const files = updates.get(path) ?? new Map<string, readonly BaselineEntry[]>();
      updates.set(path, files.set(name, filter.entries(findings, plan)));
      return [];
    },
    save() {
      for (const [path, files] of updates) {
        const entries = [...files.values()].flat();
        const count = entries.reduce((sum, entry) => sum + entry.count, 0);
        writeFile(path, baselineText(updateBaseline(load(path), files)));
        terminal.note(say(SAYS.baselineWritten, terminal.locale, { file: path, count, files: files.size }));
      }
    },
  };
}

function loadBaseline(
  path: string,
  { baseline, updateBaseline: updates }: BaselineOptions,
  terminal: Terminal,
): Baseline {
  if (!existsSync(path)) {
    if (updates) return EMPTY_BASELINE;
    if (baseline !== undefined) throw new UsageError(SAYS.noFile, { file: baseline });
    terminal.note(say(SAYS.baselineMissing, terminal.locale, { file: path }));
    return EMPTY_BASELINE;
  }
  const found = readBaseline(readUtf8File(path));
  // An old one is not thrown away for a new one unless it can be read.
  if (!found) throw new UsageError(SAYS.badBaseline, { file: path });
  return found;
}
