/** Finding the text a table belongs to, and showing a place in it without covering the table. */
import * as vscode from 'vscode';
import type { TaskLocation } from '../../../server/src/protocol';

/** The text editor of `uri` that can be seen now; the active one first. */
export function visibleEditor(uri: string): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active?.document.uri.toString() === uri) return active;
  return vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri);
}

/** Puts the caret at the start of `range` in the text of `uri` and brings the whole of it into view. */
export async function revealRange(
  uri: vscode.Uri,
  range: TaskLocation['range'],
  options: { readonly focus: boolean; readonly tableColumn: vscode.ViewColumn | undefined },
): Promise<vscode.TextEditor> {
  const editor = await showText(uri, options);
  const start = new vscode.Position(range.start.line, range.start.character);
  editor.selection = new vscode.Selection(start, start);
  const end = new vscode.Position(range.end.line, range.end.character);
  editor.revealRange(new vscode.Range(start, end), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return editor;
}

/** Shows the text of `uri`, where it is already open if it is, else beside the table. */
export async function showText(
  uri: vscode.Uri,
  options: { readonly focus: boolean; readonly tableColumn: vscode.ViewColumn | undefined },
): Promise<vscode.TextEditor> {
  const shown = visibleEditor(uri.toString());
  if (shown && !options.focus) return shown;
  const viewColumn = shown?.viewColumn ?? tabColumn(uri) ?? freeColumn(options.tableColumn);
  return vscode.window.showTextDocument(uri, { viewColumn, preserveFocus: !options.focus });
}

function tabColumn(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const wanted = uri.toString();
  for (const group of vscode.window.tabGroups.all) {
    const found = group.tabs.some(
      (tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === wanted,
    );
    if (found) return group.viewColumn;
  }
  return undefined;
}

function freeColumn(tableColumn: vscode.ViewColumn | undefined): vscode.ViewColumn {
  return tableColumn === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;
}
