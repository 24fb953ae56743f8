import type { Connection } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, readSettings, type Settings } from './settings';

/** The settings as the client has them, without what a `plandoc.yaml` says. */
export interface SettingsStore {
  get(uri: string): Promise<Settings>;
  changed(pushed: unknown): void;
  forget(uri: string): void;
}

/** Settings per document, asked for once; from clients that cannot be asked, what they push counts for all. */
export function createSettings(connection: Connection, canBeAsked: () => boolean): SettingsStore {
  let known = new Map<string, Promise<Settings>>();
  let pushed: Settings = DEFAULT_SETTINGS;
  return {
    get(uri) {
      let settings = known.get(uri);
      if (!settings) {
        settings = canBeAsked()
          ? connection.workspace
              .getConfiguration({ scopeUri: uri, section: 'plandoc' })
              .then(readSettings, () => pushed)
          : Promise.resolve(pushed);
        known.set(uri, settings);
      }
      return settings;
    },
    changed(value) {
      if (value && typeof value === 'object' && 'plandoc' in value) pushed = readSettings(value.plandoc);
      known = new Map();
    },
    forget: (uri) => void known.delete(uri),
  };
}
