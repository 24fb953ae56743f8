/** Entry point in the web extension host: the server runs in a worker. */
import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type Message,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { readBytes } from '../bytes';
import { startPlandoc, type PlandocApi } from '../extension';

export { deactivate } from '../extension';

export function activate(context: vscode.ExtensionContext): PlandocApi {
  const address = (name: string): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, 'dist', `${name}.js`);
  const script = address('server-web');
  let worker: Worker | undefined;
  // Stopping a client does not end its worker, so the last one is ended by hand before another starts.
  const release = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  // The library would take a worker itself, but tells one by its class, and hosts put another class in its place.
  const start = async (): Promise<MessageTransports> => {
    release();
    worker = new Worker(await workerUrl(script), { name: 'plandoc' });
    return { reader: new BrowserMessageReader(worker), writer: new JsonWriter(worker) };
  };
  return startPlandoc(context, {
    create: (id, name, options) => new LanguageClient(id, name, start, options),
    release,
    readPart: async (name) => new TextDecoder().decode(await readBytes(address(name))),
  });
}

/**
 * Messages as Node's channel carries them. A worker's own would copy the fields of objects and not what their `toJSON` says,
 * so that the editor's positions, whose numbers stand behind getters, would arrive without any.
 */
class JsonWriter extends BrowserMessageWriter {
  override write(message: Message): Promise<void> {
    return super.write(JSON.parse(JSON.stringify(message)) as Message);
  }
}

/**
 * An address a worker may be started from. Only http(s) is accepted as it stands: hosts refuse workers from their own
 * schemes (`vscode-remote:`, `vscode-test-web:` …), so there the script is read and handed over as a Blob.
 */
async function workerUrl(script: vscode.Uri): Promise<string> {
  if (script.scheme === 'http' || script.scheme === 'https') return script.toString(true);
  const bytes = await readBytes(script);
  return URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' }));
}
