import type { Period } from '../protocol';
import { readPeriod } from '../core/plan/period';
import { TYPING_HELPS } from '../core/features/typing/index';
import type { TypingHelpName } from '../core/features/typing/typing';
import type { HintOptions } from '../core/features/hints';
import { DEFAULT_CONFIG, NO_WORDS, type ReviewConfig } from '../core/rules/config';
import { overlayReview } from '../core/rules/project';
import type { Severity } from '../core/rules/rule';
import type { LoadedConfig } from './configs';

/** The settings the server acts on (package.json, `contributes.configuration`). */
export interface Settings {
  readonly period: Period | null;
  /** Path of a register to use besides the nearest `units.yaml`; relative to the workspace folder. */
  readonly units: string;
  readonly run: 'onType' | 'onSave';
  /** Whether each help while writing is wanted; those that are not named are. */
  readonly typing: ReadonlyMap<TypingHelpName, boolean>;
  /** What is shown besides the text. */
  readonly shown: Shown;
  /** Levels and options of the rules. */
  readonly review: ReviewConfig;
  /** The `plandoc.yaml` that is already part of the above; `null` where there is none. */
  readonly config: LoadedConfig | null;
}

export interface Shown {
  readonly codeLens: boolean;
  readonly hints: HintOptions;
}

const DEFAULT_SHOWN: Shown = { codeLens: true, hints: { deadlines: false, fullNames: false } };

export const DEFAULT_SETTINGS: Settings = {
  period: null,
  units: '',
  run: 'onType',
  typing: new Map(),
  shown: DEFAULT_SHOWN,
  review: DEFAULT_CONFIG,
  config: null,
};

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
    typing: readTyping(settings['typing']),
    shown: readShown(settings),
    review: { severities, options: {}, words: NO_WORDS },
    config: null,
  };
}

function readTyping(value: unknown): Settings['typing'] {
  const typing = asRecord(value);
  return new Map(TYPING_HELPS.flatMap(({ name }) => (typeof typing[name] === 'boolean' ? [[name, typing[name]]] : [])));
}

function readShown(settings: Readonly<Record<string, unknown>>): Shown {
  const hints = asRecord(settings['inlayHints']);
  return {
    codeLens: settings['codeLens'] !== false,
    hints: { deadlines: hints['deadlines'] === true, fullNames: hints['fullNames'] === true },
  };
}

/**
 * Puts what a `plandoc.yaml` says over the settings: what is agreed for a folder holds for everybody who works in it. The
 * same two give the same object, so that nothing is checked again for them.
 */
export function createOverlay(): (settings: Settings, config: LoadedConfig | null) => Settings {
  const made = new WeakMap<Settings, WeakMap<LoadedConfig, Settings>>();
  return (settings, config) => {
    if (!config) return settings;
    const bySettings = made.get(settings) ?? new WeakMap<LoadedConfig, Settings>();
    made.set(settings, bySettings);
    const { file } = config;
    const over = bySettings.get(config) ?? {
      period: file.period ?? settings.period,
      units: settings.units,
      run: file.run ?? settings.run,
      typing: settings.typing,
      shown: settings.shown,
      review: overlayReview(settings.review, file.review),
      config,
    };
    bySettings.set(config, over);
    return over;
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
