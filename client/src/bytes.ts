import * as vscode from 'vscode';

/**
 * The bytes of a file. A copy, because in a worker the host's bytes may lie in shared memory, which neither a decoder nor a
 * Blob takes.
 */
export async function readBytes(uri: vscode.Uri): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await vscode.workspace.fs.readFile(uri));
}
