import type { Connection } from 'vscode-languageserver/browser';
import { READ_PART, type PartName, type PartText } from '../protocol';

declare const self: DedicatedWorkerGlobalScope & { plandocPart?: unknown };

/**
 * Loads parts of the server in a worker. The worker may have been started from a Blob and then has no address that others
 * could be relative to, so the client reads the script and it is run from a Blob of its own. Each is loaded once; one that
 * could not be loaded is asked for again.
 */
export function createParts(connection: Connection): <T>(name: PartName) => Promise<T> {
  const parts = new Map<PartName, Promise<unknown>>();

  async function load(name: PartName): Promise<unknown> {
    const { text } = await connection.sendRequest<PartText>(READ_PART, { name });
    const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    try {
      self.importScripts(url);
      return self.plandocPart;
    } finally {
      URL.revokeObjectURL(url);
      // Declared by the script with `var`, so it can be emptied but not deleted.
      self.plandocPart = undefined;
    }
  }

  return <T>(name: PartName) => {
    let part = parts.get(name);
    if (!part) {
      part = load(name);
      parts.set(name, part);
      part.catch(() => parts.delete(name));
    }
    return part as Promise<T>;
  };
}
