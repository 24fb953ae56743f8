/** Files in memory under a scheme of their own: what virtual workspaces are made of, so far as an extension can tell. */
import * as vscode from 'vscode';

export interface MemoryFiles extends vscode.Disposable {
  /** The address of a file. */
  uri(path: string): vscode.Uri;
  /** The text of a file as it is now, or undefined. */
  text(path: string): string | undefined;
}

/** Serves `files` (text by path, as `/folder/name`); folders are those that the paths imply. */
export function memoryFiles(
  scheme: string,
  files: Readonly<Record<string, string>>,
  options: { readonly isReadonly?: boolean } = {},
): MemoryFiles {
  const contents = new Map<string, Uint8Array>(
    Object.entries(files).map(([path, text]): [string, Uint8Array] => [path, new TextEncoder().encode(text)]),
  );
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const find = ({ path }: vscode.Uri): Uint8Array => {
    const bytes = contents.get(path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(path);
    return bytes;
  };
  const below = (path: string): readonly string[] => {
    const folder = path.endsWith('/') ? path : `${path}/`;
    return [...contents.keys()].filter((name) => name.startsWith(folder)).map((name) => name.slice(folder.length));
  };
  const change = (uri: vscode.Uri, apply: () => void, type: vscode.FileChangeType): void => {
    if (options.isReadonly) throw vscode.FileSystemError.NoPermissions(uri);
    apply();
    changed.fire([{ type, uri }]);
  };
  const { Changed, Created, Deleted } = vscode.FileChangeType;
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) =>
      below(uri.path).length > 0
        ? { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
        : { type: vscode.FileType.File, ctime: 0, mtime: contents.size, size: find(uri).length },
    readDirectory: ({ path }) =>
      [...new Set(below(path).map((name) => name.split('/')[0]!))].map((name) => [
        name,
        below(`${path.replace(/\/$/, '')}/${name}`).length > 0 ? vscode.FileType.Directory : vscode.FileType.File,
      ]),
    readFile: find,
    writeFile: (uri, bytes) =>
      change(uri, () => contents.set(uri.path, bytes), contents.has(uri.path) ? Changed : Created),
    delete: (uri) => change(uri, () => contents.delete(uri.path), Deleted),
    createDirectory: (uri) => change(uri, () => undefined, Created),
    rename: (from, to) => {
      change(to, () => contents.set(to.path, find(from)), Created);
      change(from, () => contents.delete(from.path), Deleted);
    },
  };
  const registration = vscode.workspace.registerFileSystemProvider(scheme, provider, options);
  return {
    uri: (path) => vscode.Uri.from({ scheme, path }),
    text: (path) => {
      const bytes = contents.get(path);
      return bytes && new TextDecoder().decode(bytes);
    },
    dispose: () => vscode.Disposable.from(registration, changed).dispose(),
  };
}
