/** Asks the server which task the caret is in, never more often than a frame, and never two questions at a time. */
import * as vscode from 'vscode';
import { TASK_AT, type TaskAtParams } from '../../../server/src/protocol';
import type { ServerController } from '../server';
import { visibleEditor } from './textEditors';

const FRAME = 16;

export class CaretFollower implements vscode.Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking = false;
  private again = false;
  private disposed = false;
  /** The place our own reveal put the caret at: news of it is an echo. */
  private expected: vscode.Position | undefined;
  private readonly listener: vscode.Disposable;

  /** `tell` gets the key of the caret's task each time there is an answer. */
  constructor(
    private readonly uri: string,
    private readonly server: ServerController,
    private readonly tell: (key: string | null) => void,
  ) {
    this.listener = vscode.window.onDidChangeTextEditorSelection((event) => {
      if (event.textEditor.document.uri.toString() === this.uri) this.moved(event.selections[0]?.active);
    });
  }

  /** The caret is about to be moved to `position` by the table itself. */
  expect(position: vscode.Position): void {
    this.expected = position;
  }

  /** Asks soon, also without a movement (after the table was read). */
  ask(): void {
    this.timer ??= setTimeout(() => void this.send(), FRAME);
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    this.listener.dispose();
  }

  private moved(position: vscode.Position | undefined): void {
    const echo = position !== undefined && this.expected?.isEqual(position) === true;
    this.expected = undefined;
    if (!echo) this.ask();
  }

  private async send(): Promise<void> {
    this.timer = undefined;
    if (this.asking) {
      this.again = true;
      return;
    }
    const position = visibleEditor(this.uri)?.selection.active;
    if (position === undefined) return;
    this.asking = true;
    try {
      const params: TaskAtParams = {
        uri: this.uri,
        position: { line: position.line, character: position.character },
      };
      const answer = await this.server.request<{ key: string | null } | null>(TASK_AT, params);
      if (!this.disposed) this.tell(answer?.key ?? null);
    } catch {
      // No answer, no highlight: the next movement asks anew.
    } finally {
      this.asking = false;
      if (this.again && !this.disposed) this.ask();
      this.again = false;
    }
  }
}
