/**
 * Tells the server where the caret stands, in pauses: it holds back what is newly found in the words being typed and needs to
 * know when the caret has left them.
 */
import * as vscode from 'vscode';
import { CARET_MOVED, type CaretParams } from '../../server/src/protocol';
import type { ServerController } from './server';

/** Milliseconds the caret has to rest. */
const PAUSE = 150;

export function registerCaret(server: ServerController): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (editor: vscode.TextEditor): void => {
    const { line, character } = editor.selection.active;
    const params: CaretParams = { uri: editor.document.uri.toString(), position: { line, character } };
    server.notify(CARET_MOVED, params);
  };
  const listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
    if (textEditor.document.languageId !== 'plan') return;
    clearTimeout(timer);
    timer = setTimeout(() => tell(textEditor), PAUSE);
  });
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    listener.dispose();
  });
}
