/** The language status item: what kind of document this is and what was found in it, or why nothing is known. */
import * as vscode from 'vscode';
import { STATUS_CHANGED, type PlanKind, type StatusParams } from '../../server/src/protocol';
import { isStatus } from './preview/messages';
import type { ServerController } from './server';

export function registerStatus(server: ServerController): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('plandoc.status', { language: 'plan' });
  item.name = vscode.l10n.t('Plandoc');
  const known = new Map<string, StatusParams>();
  const show = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    render(item, server, uri === undefined ? undefined : known.get(uri));
  };
  show();
  return vscode.Disposable.from(
    item,
    server.onNotification(STATUS_CHANGED, (params) => {
      if (!isStatus(params)) return;
      // The server may write an address with other escapes than the editor does.
      const uri = vscode.Uri.parse(params.uri).toString();
      known.set(uri, params);
      if (uri === vscode.window.activeTextEditor?.document.uri.toString()) show();
    }),
    server.onDidChangeState((state) => {
      if (state !== 'running') known.clear();
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument((document) => known.delete(document.uri.toString())),
  );
}

function render(item: vscode.LanguageStatusItem, server: ServerController, status: StatusParams | undefined): void {
  item.busy = server.state === 'starting' || (server.state === 'running' && status === undefined);
  if (server.state === 'crashed' || server.state === 'stopped') {
    item.severity = vscode.LanguageStatusSeverity.Error;
    item.text = vscode.l10n.t('Plandoc is not running');
    item.detail = vscode.l10n.t('The reason is in the log (command “Show Log”).');
    item.command = { command: 'plandoc.restartServer', title: vscode.l10n.t('Restart') };
    return;
  }
  item.command = { command: 'plandoc.openTaskTable', title: vscode.l10n.t('Task Table') };
  item.severity = severityOf(status);
  item.text = status ? headline(status) : vscode.l10n.t('Plan');
  item.detail = status ? details(status) : '';
}

function severityOf(status: StatusParams | undefined): vscode.LanguageStatusSeverity {
  if (status && status.counts.error > 0) return vscode.LanguageStatusSeverity.Error;
  const troubled =
    status && (status.counts.warning > 0 || status.faults.length > 0 || (status.config?.problems ?? 0) > 0);
  if (troubled) return vscode.LanguageStatusSeverity.Warning;
  return vscode.LanguageStatusSeverity.Information;
}

function headline(status: StatusParams): string {
  const parts = [kindName(status.kind)];
  if (takesTasks(status.kind)) parts.push(vscode.l10n.t('{0} tasks', status.tasks));
  if (status.period) parts.push(`${status.period.start}—${status.period.end}`);
  return parts.join(' · ');
}

function details(status: StatusParams): string {
  const { error, warning, info, hint } = status.counts;
  const found = [
    error > 0 ? vscode.l10n.t('{0} errors', error) : '',
    warning > 0 ? vscode.l10n.t('{0} warnings', warning) : '',
    info + hint > 0 ? vscode.l10n.t('{0} hints', info + hint) : '',
  ].filter((part) => part !== '');
  const parts = [found.length > 0 ? found.join(vscode.l10n.t(', ')) : vscode.l10n.t('no problems found')];
  if (!takesTasks(status.kind)) parts.push(vscode.l10n.t('not a plan, so the rules about tasks do not apply'));
  else parts.push(reason(status.kindReason));
  if (status.known > 0) parts.push(vscode.l10n.t('{0} more are in the baseline', status.known));
  if (status.config) {
    const name = fileName(status.config.uri);
    parts.push(
      status.config.problems > 0
        ? vscode.l10n.t('configuration: {0}, with {1} mistakes', name, status.config.problems)
        : vscode.l10n.t('configuration: {0}', name),
    );
  }
  if (status.registers.length > 0) {
    parts.push(vscode.l10n.t('register: {0}', status.registers.map(fileName).join(vscode.l10n.t(', '))));
  }
  if (status.faults.length > 0)
    parts.push(vscode.l10n.t('rules that failed (see the log): {0}', status.faults.join(' ')));
  if (status.slow !== null) parts.push(vscode.l10n.t('checking took {0} ms', status.slow));
  return parts.join(vscode.l10n.t('; '));
}

/** Why the document counts as a plan. */
function reason(kindReason: StatusParams['kindReason']): string {
  switch (kindReason) {
    case 'title':
      return vscode.l10n.t('known by its title');
    case 'table':
      return vscode.l10n.t('known by its task table');
    case 'annotations':
      return vscode.l10n.t('known by the units it names as responsible');
    case 'numbers':
      return vscode.l10n.t('known by its numbered measures');
    case 'none':
      return vscode.l10n.t('nothing tells its kind');
  }
}

function fileName(path: string): string {
  return vscode.workspace.asRelativePath(path.includes(':') ? vscode.Uri.parse(path) : path, false);
}

/** Whether tasks are expected in such a document at all. */
function takesTasks(kind: PlanKind): boolean {
  return kind === 'plan' || kind === 'task-list' || kind === 'notice';
}

/** The kind of a document in the words of the office. */
export function kindName(kind: PlanKind): string {
  switch (kind) {
    case 'plan':
      return vscode.l10n.t('Plan');
    case 'task-list':
      return vscode.l10n.t('Task list');
    case 'notice':
      return vscode.l10n.t('Notice');
    case 'report':
      return vscode.l10n.t('Report');
    case 'other':
      return vscode.l10n.t('Other document');
  }
}
