/** All task tables of the window: at most one per document, opened beside the text, brought back after a reload. */
import * as vscode from 'vscode';
import { TASK_TABLE_CHANGED } from '../../../server/src/protocol';
import type { ServerController } from '../server';
import { readPageState } from './messages';
import { TaskTablePanel, type PanelServices } from './panel';

export const VIEW_TYPE = 'plandoc.taskTable';

export class TaskTableManager implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private readonly panels = new Map<string, TaskTablePanel>();
  private readonly services: PanelServices;
  private readonly disposable: vscode.Disposable;

  constructor(extensionUri: vscode.Uri, server: ServerController, log: vscode.LogOutputChannel) {
    this.services = { extensionUri, server, log };
    this.disposable = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      server.onNotification(TASK_TABLE_CHANGED, (change) => this.changed(change)),
    );
  }

  /** Opens the table of `uri` beside its text, or shows the one that is there; with `query` only what holds its words. */
  open(uri: vscode.Uri, query?: string): void {
    let table = this.panels.get(uri.toString());
    if (table) table.panel.reveal(undefined, true);
    else {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      table = this.adopt(vscode.window.createWebviewPanel(VIEW_TYPE, '', column, { enableFindWidget: true }), uri);
    }
    if (query !== undefined) table.filter(query);
  }

  /** Called by the editor for each table that was open when the window was reloaded. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = readPageState(state);
    const uri = kept && vscode.Uri.parse(kept.uri);
    // Without its document, or beside a second table of it, there is nothing to show.
    if (uri === undefined || this.panels.has(uri.toString())) panel.dispose();
    else this.adopt(panel, uri);
  }

  dispose(): void {
    this.disposable.dispose();
    for (const panel of this.panels.values()) panel.panel.dispose();
  }

  private adopt(panel: vscode.WebviewPanel, uri: vscode.Uri): TaskTablePanel {
    const key = uri.toString();
    const table = new TaskTablePanel(panel, uri, this.services);
    this.panels.set(key, table);
    panel.onDidDispose(() => {
      this.panels.delete(key);
      table.dispose();
    });
    return table;
  }

  private changed(change: unknown): void {
    const uri = (change as { readonly uri?: unknown } | null)?.uri;
    if (typeof uri === 'string') this.panels.get(vscode.Uri.parse(uri).toString())?.applyChange(change);
  }
}
