import * as vscode from 'vscode';

/**
 * Runs `work` under a progress bar a person can cancel. Resolves to `undefined` as soon as they do, whatever the work
 * still does: its result is dropped. Rejects as the work does.
 */
export function withCancel<T>(
  title: string,
  work: (token: vscode.CancellationToken) => Promise<T>,
): Promise<T | undefined> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return Promise.resolve(
    vscode.window.withProgress(options, (_, token) => {
      const left = new Promise<undefined>((resolve) => token.onCancellationRequested(() => resolve(undefined)));
      return Promise.race([work(token), left]);
    }),
  );
}
