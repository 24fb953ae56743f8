import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Period } from '../protocol';
import type { LayoutChoices } from '../core/plan/layout';
import { DEFAULT_CONFIG, DEFAULT_FORMAT, type FormatOptions, type ReviewConfig } from '../core/rules/config';
import { RULES } from '../core/rules/index';
import { PROJECT_FILE_NAMES, type FileProblem, type ProjectFile, type RuleSpec } from '../core/rules/project';
import { say } from '../core/text/locale';
import { readUtf8File } from './decode';
import { UsageError, type Terminal } from './terms';

/** What holds for a file by the `plandoc.yaml` above it. Paths are absolute. */
export interface Project {
  readonly review: ReviewConfig;
  readonly format: FormatOptions;
  readonly period: Period | null;
  readonly registers: readonly string[];
  readonly baseline: string | null;
  readonly layout: LayoutChoices;
}

/** Gives what holds for a file. Each `plandoc.yaml` is read once a run, and what is wrong in it is told once. */
export interface Projects {
  of(file: string): Project;
  /**
   * The text of a file that holds for others; `null` where it cannot be read, which is told: what depends on it goes on
   * without it.
   */
  textOf(path: string): string | null;
  /** Whether something was wrong somewhere. */
  readonly failed: boolean;
}

const NONE: Project = {
  review: DEFAULT_CONFIG,
  format: DEFAULT_FORMAT,
  period: null,
  registers: [],
  baseline: null,
  layout: {},
};

/** The nearest of these names in a folder or above it, not past the root of a repository. */
export function nearestFile(folder: string, names: readonly string[]): string | null {
  for (let at = folder; ; at = dirname(at)) {
    for (const name of names) if (existsSync(join(at, name))) return join(at, name);
    if (existsSync(join(at, '.git')) || dirname(at) === at) return null;
  }
}

/** The lazily loaded reader of `plandoc.yaml` (`workspace/yamlFiles.ts`, a bundle of its own). */
interface YamlFilesModule {
  readonly readProjectFile: (text: string, rules: readonly RuleSpec[]) => ProjectFile;
}

export function createProjects(terminal: Terminal): Projects {
  const byPath = new Map<string, Project>();
  const byFolder = new Map<string, string | null>();
  let failed = false;

  function textOf(path: string): string | null {
    try {
      return readUtf8File(path);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      terminal.note(say(error.sentence, terminal.locale, error.args));
      failed = true;
      return null;
    }
  }

  function load(path: string): Project {
    const text = textOf(path);
    if (text === null) return NONE;
    // Loaded only when there is such a file.
    const { readProjectFile } = require('./yaml-files.js') as YamlFilesModule;
    const file = readProjectFile(text, RULES);
    const lost = file.units.filter((one) => !existsSync(resolve(dirname(path), one.path)));
    const problems: readonly FileProblem[] = [
      ...file.problems,
      ...lost.map(({ path: name, range }) => ({ range, message: noFile(name), severity: 'error' as const })),
    ];
    tellProblems(path, problems, terminal);
    failed ||= problems.some(({ severity }) => severity === 'error');
    return {
      review: file.review,
      format: file.format,
      period: file.period,
      registers: file.units.filter((one) => !lost.includes(one)).map((one) => resolve(dirname(path), one.path)),
      baseline: file.baseline && resolve(dirname(path), file.baseline.path),
      layout: file.layout,
    };
  }

  return {
    of(file) {
      const folder = dirname(resolve(terminal.cwd, file));
      let path = byFolder.get(folder);
      if (path === undefined) byFolder.set(folder, (path = nearestFile(folder, PROJECT_FILE_NAMES)));
      if (path === null) return NONE;
      let project = byPath.get(path);
      if (!project) byPath.set(path, (project = load(path)));
      return project;
    },
    textOf,
    get failed() {
      return failed;
    },
  };
}

const noFile = (name: string): FileProblem['message'] => ({
  zh: `没有“${name}”这个文件。`,
  en: `There is no file “${name}”.`,
});

/** `file:line:column`, as editors and terminals make it a link, and what is wrong there. */
export function tellProblems(path: string, problems: readonly FileProblem[], terminal: Terminal): void {
  for (const { range, message } of problems) {
    const { line, character } = range.start;
    terminal.note(`${path}:${line + 1}:${character + 1} ${message[terminal.locale]}`);
  }
}
