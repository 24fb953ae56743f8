// The address of a workbench: which folder it opens and what it is told to load.

const encodePath = (path) => path.split('/').map(encodeURIComponent).join('/');

/** A file of the server's disk as the workbench names it. */
export const remoteUri = (port, path) => `vscode-remote://127.0.0.1:${port}${encodePath(path)}`;

/**
 * @param {{ port: number, folder?: string, open?: string, token?: string, extensions?: readonly string[], tests?: string }} options
 *   `open`: a file to show; `extensions`, `tests`: paths under development, heeded only by a server with `testDriver`
 */
export function workbenchUrl(options) {
  const { port } = options;
  const payload = [['skipWelcome', 'true']];
  for (const path of options.extensions ?? []) payload.push(['extensionDevelopmentPath', remoteUri(port, path)]);
  if (options.tests) payload.push(['extensionTestsPath', remoteUri(port, options.tests)]);
  if (options.open) payload.push(['openFile', remoteUri(port, options.open)]);
  const query = [
    ...(options.token ? [`tkn=${encodeURIComponent(options.token)}`] : []),
    placeQuery(options.folder),
    `payload=${encodeURIComponent(JSON.stringify(payload))}`,
  ];
  return `http://127.0.0.1:${port}/?${query.join('&')}`;
}

function placeQuery(folder) {
  if (!folder) return 'ew=true';
  return `${folder.endsWith('.code-workspace') ? 'workspace' : 'folder'}=${encodeURIComponent(folder)}`;
}
