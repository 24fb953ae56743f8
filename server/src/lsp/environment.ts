import type { Connection } from 'vscode-languageserver';
import type { ReadOptions } from '../protocol';

/** What differs between the hosts of the server: Node, a worker in a browser. */
export interface Environment {
  /** Runs `task` when messages that have already arrived have been taken in. */
  defer(task: () => void): void;
  /** The text of a file, `null` when it cannot be read; absent where the host has no files. */
  readonly readFile?: (uri: string, options?: ReadOptions) => Promise<string | null>;
  /** Addresses of the plans below folders, by these names, at most `max`; absent where the host has no files. */
  readonly findPlans?: (
    folders: readonly string[],
    names: readonly string[],
    max: number,
  ) => Promise<readonly string[]>;
  /** Loads the readers of `units.yaml` and `plandoc.yaml`; they bring yaml and zod, so only when there is such a file. */
  loadYamlFiles(): Promise<typeof import('../workspace/yamlFiles')>;
  /** Loads the writer of review sheets. */
  loadSheet(): Promise<typeof import('../exchange/reviewSheet')>;
  /** Loads the exporters; they bring the libraries of calendars and delimited text. */
  loadExport(): Promise<typeof import('../exchange/export')>;
  /** Loads the readers of Word, Excel and web pages. */
  loadImport(): Promise<typeof import('../exchange/import')>;
}

export type { Connection };
