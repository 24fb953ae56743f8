/**
 * Tells the server where the caret stands, in pauses: it holds back what is newly found in the words being typed and needs to
 * know when the caret has left them, or was never there, as with edits by a command.
 */
import * as vscode from 'vscode';
import { CARET_MOVED, type CaretParams } from '../../server/src/protocol';
import type { ServerController } from './server';

/** Milliseconds the caret has to rest. */
const PAUSE = 150;

export function registerCaret(server: ServerController): vscode.Disposable {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const tell = (document: vscode.TextDocument): void => {
    const uri = document.uri.toString();
    timers.delete(uri);
    const active = vscode.window.activeTextEditor;
    const caret = active?.document === document ? active.selection.active : undefined;
    // A document nobody types in has its caret nowhere.
    const position = caret ? { line: caret.line, character: caret.character } : { line: -1, character: 0 };
    server.notify(CARET_MOVED, { uri, position } satisfies CaretParams);
  };
  const schedule = (document: vscode.TextDocument): void => {
    if (document.languageId !== 'plan') return;
    const uri = document.uri.toString();
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => tell(document), PAUSE),
    );
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => schedule(textEditor.document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => schedule(document)),
    new vscode.Disposable(() => timers.forEach((timer) => clearTimeout(timer))),
  );
}
