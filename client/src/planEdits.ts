/** The commands that change a plan: the server says what to change, this applies it as one step of undo. */
import * as vscode from 'vscode';
import { PLAN_EDIT, type PlanEditName, type PlanEditParams, type PlanEditResult } from '../../server/src/protocol';
import { reasonOf } from './reason';
import type { ServerController } from './server';
import { isWritable, sayReadOnly } from './writable';

const EDITS: Readonly<Record<PlanEditName, true>> = {
  wrapAnnotation: true,
  toTable: true,
  toProse: true,
  rowToMeasure: true,
  joinLines: true,
  joinLinesOverPages: true,
  joinAllLines: true,
  renumber: true,
  insertMeasure: true,
  deleteMeasure: true,
  moveMeasureUp: true,
  moveMeasureDown: true,
  moveMeasureTo: true,
  promoteMeasure: true,
  demoteMeasure: true,
};

export function registerPlanEdits(server: ServerController, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    ...(Object.keys(EDITS) as PlanEditName[]).map((edit) =>
      vscode.commands.registerCommand(`plandoc.${edit}`, (argument?: unknown) =>
        isPlaced(argument)
          ? runPlanEdit(server, log, edit, undefined, argument)
          : runPlanEdit(server, log, edit, isOptions(argument) ? argument : undefined),
      ),
    ),
  );
}

// A menu passes the file's address where a key press passes nothing and code may pass options.
const isOptions = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !(value instanceof vscode.Uri);

/** A place in a version of a document; what the menu of the structure view passes. */
interface Placed {
  readonly uri: vscode.Uri;
  readonly version: number;
  readonly place: vscode.Position;
}

const isPlaced = (value: unknown): value is Placed =>
  typeof value === 'object' && value !== null && 'place' in value && value.place instanceof vscode.Position;

/** Asks for the edit at the selection, or at a place that was chosen elsewhere, and applies it; whether the text changed. */
export async function runPlanEdit(
  server: ServerController,
  log: vscode.LogOutputChannel,
  edit: PlanEditName,
  options?: Readonly<Record<string, unknown>>,
  placed?: Placed,
): Promise<boolean> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'plan') {
    say(vscode.l10n.t('This command works in a plan document. Open one and put the caret in its text.'));
    return false;
  }
  const { document } = editor;
  if (!(await isWritable(document))) {
    sayReadOnly(document);
    return false;
  }
  if (placed && (placed.uri.toString() !== document.uri.toString() || placed.version !== document.version)) {
    say(vscode.l10n.t('The text has just changed, so nothing was done. Try again.'));
    return false;
  }
  const selection = placed ? new vscode.Range(placed.place, placed.place) : editor.selection;
  const params: PlanEditParams = {
    uri: document.uri.toString(),
    version: document.version,
    edit,
    selection: { start: selection.start, end: selection.end },
    ...(options && { options }),
  };
  let result: PlanEditResult;
  try {
    result = await server.request<PlanEditResult>(PLAN_EDIT, params);
  } catch (error) {
    log.error(`${edit}: ${reasonOf(error)}`);
    say(vscode.l10n.t('The language server gave no answer, so nothing was changed.'));
    return false;
  }
  if ('refused' in result) {
    say(result.refused);
    return false;
  }
  return apply(editor, result);
}

async function apply(
  editor: vscode.TextEditor,
  { version, edits, selection, told }: Exclude<PlanEditResult, { refused: string }>,
): Promise<boolean> {
  if (edits.length === 0) return false;
  // `edit` applies only to the version it was made for: between this check and it no keystroke can come in.
  const done =
    editor.document.version === version &&
    (await editor.edit((builder) => {
      for (const { range, newText } of edits) builder.replace(rangeOf(range), newText);
    }));
  if (!done) {
    say(vscode.l10n.t('The text has just changed, so nothing was done. Try again.'));
    return false;
  }
  if (selection) {
    const { start, end } = rangeOf(selection);
    editor.selection = new vscode.Selection(start, end);
    editor.revealRange(editor.selection);
  }
  if (told !== undefined) say(told);
  return true;
}

function rangeOf({ start, end }: PlanEditParams['selection']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function say(text: string): void {
  void vscode.window.showInformationMessage(text);
}
