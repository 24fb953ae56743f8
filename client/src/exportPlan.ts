/** The command that writes a plan in another format; the server makes the same file as the command line. */
import * as vscode from 'vscode';
import {
  EXPORT,
  UNITS,
  type ExportParams,
  type ExportResult,
  type UnitsParams,
  type UnitsResult,
} from '../../server/src/protocol';
import { withCancel } from './cancellable';
import { reasonOf } from './reason';
import {
  asFileName,
  askTarget,
  endingOf,
  fileName,
  offerToOpen,
  writeBase64,
  type Asked,
  type FileFormat,
} from './savedFiles';
import type { ServerController } from './server';

export function registerExport(server: ServerController, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.commands.registerCommand('plandoc.export', async (given?: unknown, to?: unknown) => {
    const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
    const document = uri && (await vscode.workspace.openTextDocument(uri));
    if (document?.languageId !== 'plan') {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a plan document first, then export it.'));
      return;
    }
    // Keys and other extensions may name the file; its ending says the format.
    const asked = to instanceof vscode.Uri ? { target: to, format: {} } : await ask(server, document.uri);
    if (asked) await writeExport(server, log, document.uri, asked);
  });
}

interface ExportFormat extends FileFormat<string> {
  /** For Word: the task table alone. */
  readonly table?: boolean;
  /** Of one unit; which one is asked for when it is not said. */
  readonly unit?: string | null;
}

/** The formats in the order of use. */
function formats(): readonly ExportFormat[] {
  const suffix = vscode.l10n.t(' task table');
  return [
    { name: vscode.l10n.t('Word document (GB/T 9704)'), ending: 'docx' },
    { name: vscode.l10n.t('Task table as Word document'), ending: 'docx', table: true, suffix },
    { name: vscode.l10n.t('Tasks of one unit as Word document'), ending: 'docx', unit: null },
    { name: vscode.l10n.t('Task table as Excel workbook'), ending: 'xlsx' },
    { name: vscode.l10n.t('Web page with a filter'), ending: 'html' },
    { name: vscode.l10n.t('Task table as CSV'), ending: 'csv' },
    { name: vscode.l10n.t('Task table as tab-separated text'), ending: 'tsv' },
    { name: vscode.l10n.t('Task table as Markdown'), ending: 'md' },
    { name: vscode.l10n.t('Deadlines as calendar'), ending: 'ics' },
    { name: vscode.l10n.t('Tasks as JSON, for programs'), ending: 'json' },
  ];
}

function ask(server: ServerController, uri: vscode.Uri): Promise<Asked<ExportFormat> | undefined> {
  const texts = { placeHolder: vscode.l10n.t('Format to export to'), title: vscode.l10n.t('Export the Plan') };
  return askTarget(uri, formats(), texts, async (format) => {
    if (format.unit === undefined) return format;
    const unit = await pickUnit(server, uri);
    return unit === undefined ? undefined : { ...format, unit, suffix: `-${asFileName(unit)}` };
  });
}

/** A unit of the plan by a name that stands in it, those with most to do first. */
async function pickUnit(server: ServerController, uri: vscode.Uri): Promise<string | undefined> {
  const params: UnitsParams = { uri: uri.toString(), scope: 'document' };
  const { groups } = await server.request<UnitsResult>(UNITS, params);
  const units = groups
    .flatMap((group) => group.units)
    .filter(({ lead, participants }) => lead + participants > 0)
    .sort((a, b) => b.lead - a.lead || b.participants - a.participants);
  if (units.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No task names a unit.'));
    return undefined;
  }
  const items = units.flatMap(({ names, lead, participants }) =>
    names.map((label) => ({ label, description: vscode.l10n.t('leads {0}, joins {1}', lead, participants) })),
  );
  const picked = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Unit to show') });
  return picked?.label;
}

/** Has the server export the open plan `uri` to `target`, in the format its ending says. */
export async function writeExport(
  server: ServerController,
  log: vscode.LogOutputChannel,
  uri: vscode.Uri,
  { target, format }: { readonly target: vscode.Uri; readonly format: Partial<ExportFormat> },
): Promise<void> {
  const { table = false, unit = null } = format;
  const params: ExportParams = { uri: uri.toString(), name: fileName(uri), format: endingOf(target), table, unit };
  try {
    const made = await withCancel(vscode.l10n.t('Exporting {0}', fileName(target)), (token) =>
      server.request<ExportResult>(EXPORT, params, token),
    );
    if (!made) return;
    await writeBase64(target, made.base64);
    tell(log, target, made.remarks);
  } catch (error) {
    const reason = reasonOf(error);
    log.error(`export: ${reason}`);
    void vscode.window.showErrorMessage(vscode.l10n.t('The plan could not be exported: {0}', reason));
  }
}

/** What is not in the file, or not as the standard has it, is never left unsaid: one in the message, more in the log. */
function tell(log: vscode.LogOutputChannel, target: vscode.Uri, remarks: readonly string[]): void {
  const name = fileName(target);
  for (const remark of remarks) log.info(`${name}: ${remark}`);
  const [first] = remarks;
  if (first === undefined) offerToOpen(target, vscode.l10n.t('The plan was exported to {0}.', name));
  else if (remarks.length === 1) offerToOpen(target, vscode.l10n.t('The plan was exported to {0}. {1}', name, first));
  else {
    const text = vscode.l10n.t('The plan was exported to {0}, with {1} remarks.', name, remarks.length);
    offerToOpen(target, text, () => log.show(true));
  }
}
