import type { Period } from '../protocol';
import { readPeriod } from '../core/plan/period';
import { DEFAULT_CONFIG, NO_WORDS, type ReviewConfig } from '../core/rules/config';
import type { Severity } from '../core/rules/rule';

/** The settings the server acts on (package.json, `contributes.configuration`). */
export interface Settings {
  readonly period: Period | null;
  /** Path of a register to use besides the nearest `units.yaml`; relative to the workspace folder. */
  readonly units: string;
  readonly run: 'onType' | 'onSave';
  /** Levels and options of the rules. */
  readonly review: ReviewConfig;
}

export const DEFAULT_SETTINGS: Settings = { period: null, units: '', run: 'onType', review: DEFAULT_CONFIG };

const LEVELS: readonly (Severity | 'off')[] = ['off', 'hint', 'info', 'warning', 'error'];

/** Reads what the client sends; whatever is not as it should be counts as not set. */
export function readSettings(value: unknown): Settings {
  const settings = asRecord(value);
  const severities: Record<string, Severity | 'off'> = {};
  for (const [rule, level] of Object.entries(asRecord(settings['rules']))) {
    const known = LEVELS.find((one) => one === level);
    if (known) severities[rule] = known;
  }
  const period = typeof settings['period'] === 'string' ? readPeriod(settings['period']) : null;
  return {
    period,
    units: typeof settings['units'] === 'string' ? settings['units'] : '',
    run: asRecord(settings['diagnostics'])['run'] === 'onSave' ? 'onSave' : 'onType',
    review: { severities, options: {}, words: NO_WORDS },
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
