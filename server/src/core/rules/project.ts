import type { Period } from '../../protocol';
import type { LayoutChoices } from '../plan/layout';
import type { Message } from '../text/locale';
import type { Range } from '../text/position';
import type { FormatOptions, ReviewConfig } from './config';
import type { Rule } from './rule';

/** Something wrong in a file of the workspace (`units.yaml`, `plandoc.yaml`), at its place there. */
export interface FileProblem {
  readonly range: Range;
  readonly message: Message;
  readonly severity: 'error' | 'warning';
}

/** A file that a `plandoc.yaml` names, by its path from there, and where it is named. */
export interface NamedFile {
  readonly path: string;
  readonly range: Range;
}

/** What a `plandoc.yaml` says; what it does not say, or says wrongly, is left to the settings. */
export interface ProjectFile {
  readonly review: ReviewConfig;
  /** 名录: the registers to use instead of the nearest `units.yaml`. */
  readonly units: readonly NamedFile[];
  readonly period: Period | null;
  /** 基线: what was found before and is not to be shown again. */
  readonly baseline: NamedFile | null;
  readonly run: 'onType' | 'onSave' | null;
  readonly format: FormatOptions;
  /** 版式: what exported documents are to have otherwise than the standard. */
  readonly layout: LayoutChoices;
  readonly problems: readonly FileProblem[];
}

/** What reading a `plandoc.yaml` has to know of a rule. */
export type RuleSpec = Pick<Rule, 'id' | 'title' | 'severity' | 'options'>;

/** The nearest of these above a document is its configuration. */
export const PROJECT_FILE_NAMES: readonly string[] = ['plandoc.yaml', 'plandoc.yml'];

/** The review as the settings have it, with what the file of the workspace says put over it. */
export function overlayReview(settings: ReviewConfig, file: ReviewConfig): ReviewConfig {
  const rules = new Set([...Object.keys(settings.options), ...Object.keys(file.options)]);
  return {
    severities: { ...settings.severities, ...file.severities },
    options: Object.fromEntries([...rules].map((id) => [id, { ...settings.options[id], ...file.options[id] }])),
    words: {
      typos: [...settings.words.typos, ...file.words.typos],
      phrases: [...settings.words.phrases, ...file.words.phrases],
      laws: [...settings.words.laws, ...file.words.laws],
      abbreviations: [...settings.words.abbreviations, ...file.words.abbreviations],
    },
  };
}
