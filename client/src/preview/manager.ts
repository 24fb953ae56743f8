/**
 * All task tables of the window. One at most follows the plan that is worked on; those that are locked stay with theirs, as
 * the editor's own previews do.
 */
import * as vscode from 'vscode';
import { TASK_TABLE_CHANGED } from '../../../server/src/protocol';
import { readKeptState } from './messages';
import { TaskTablePanel, type PanelServices } from './panel';
import { printTable, WHOLE_TABLE } from './printing';

export const VIEW_TYPE = 'plandoc.taskTable';

export class TaskTableManager implements vscode.Disposable, vscode.WebviewPanelSerializer {
  private readonly tables = new Set<TaskTablePanel>();
  private readonly disposable: vscode.Disposable;

  constructor(private readonly services: PanelServices) {
    this.disposable = vscode.Disposable.from(
      vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, this),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document.languageId === 'plan') this.following()?.show(editor.document.uri);
      }),
      services.server.onNotification(TASK_TABLE_CHANGED, (change) => this.changed(change)),
    );
  }

  /** The table the person is in. */
  get active(): TaskTablePanel | undefined {
    return [...this.tables].find(({ panel }) => panel.active);
  }

  /** Shows the table of `uri`, beside its text if it is opened for it; with `query` only what holds its words. */
  open(uri: vscode.Uri, query?: string): TaskTablePanel {
    const following = this.following();
    const table = [...this.tables].find((one) => one.isOf(uri)) ?? following ?? this.create(uri, false);
    table.show(uri);
    table.panel.reveal(undefined, true);
    if (query !== undefined) table.filter(query);
    return table;
  }

  /** Prints the whole table of `uri`. */
  print(uri: vscode.Uri): Promise<void> {
    // Only a page can hand a file to the browser.
    return printTable(this.services, uri, WHOLE_TABLE, (name, html) => this.open(uri).download(name, html));
  }

  /** Opens one more table that stays with `uri`. */
  openLocked(uri: vscode.Uri): void {
    this.create(uri, true);
  }

  /** Locks `table`, or lets it follow; the one that followed so far stays where it is then. */
  setLocked(table: TaskTablePanel, locked: boolean): void {
    if (!locked) this.following()?.setLocked(true);
    table.setLocked(locked);
    this.tellContext();
  }

  /** Called by the editor for each table that was open when the window was reloaded. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = readKeptState(state);
    if (kept) this.adopt(panel, vscode.Uri.parse(kept.uri), kept.locked || this.following() !== undefined);
    else panel.dispose();
  }

  dispose(): void {
    this.disposable.dispose();
    for (const { panel } of this.tables) panel.dispose();
  }

  private following(): TaskTablePanel | undefined {
    return [...this.tables].find((table) => !table.locked);
  }

  private create(uri: vscode.Uri, locked: boolean): TaskTablePanel {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    return this.adopt(vscode.window.createWebviewPanel(VIEW_TYPE, '', column, { enableFindWidget: true }), uri, locked);
  }

  private adopt(panel: vscode.WebviewPanel, uri: vscode.Uri, locked: boolean): TaskTablePanel {
    const table = new TaskTablePanel(panel, uri, locked, this.services);
    this.tables.add(table);
    panel.onDidChangeViewState(() => this.tellContext());
    panel.onDidDispose(() => {
      this.tables.delete(table);
      table.dispose();
    });
    return table;
  }

  /** Which of lock and unlock the title of the editor offers. */
  private tellContext(): void {
    void vscode.commands.executeCommand('setContext', 'plandoc.taskTableLocked', this.active?.locked ?? false);
  }

  private changed(change: unknown): void {
    const uri = (change as { readonly uri?: unknown } | null)?.uri;
    if (typeof uri !== 'string') return;
    const of = vscode.Uri.parse(uri);
    for (const table of this.tables) if (table.isOf(of)) table.applyChange(change);
  }
}
