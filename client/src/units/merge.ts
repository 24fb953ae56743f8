/** Several spellings made one unit: in the register, and if wanted in the plans. */
import * as vscode from 'vscode';
import type { UnitDuty, UnitItem } from '../../../server/src/protocol';
import type { ServerController } from '../server';
import { editRegister, say } from './edits';
import { countsOf, type UnitsTree } from './tree';

interface Spelling extends vscode.QuickPickItem {
  readonly unit: UnitItem;
}

/** Options that a caller may give instead of being asked. */
export interface MergeOptions {
  readonly into?: string;
  readonly others?: readonly string[];
  /** These names go to another unit, which is still to be picked. */
  readonly elsewhere?: boolean;
}

export async function mergeUnits(
  tree: UnitsTree,
  server: ServerController,
  log: vscode.LogOutputChannel,
  given: MergeOptions = {},
): Promise<boolean> {
  const { uri, scope } = tree;
  if (!uri) {
    say(vscode.l10n.t('Open a plan first; its register is the one that is changed.'));
    return false;
  }
  const spellings = spellingsOf((await tree.load()).groups.flatMap(({ units }) => units));
  const others = given.others ?? (await pickSeveral(spellings));
  if (!others || others.length === 0) return false;
  const into = given.into ?? (await pickOne(spellings, others, given.elsewhere === true));
  if (into === undefined) return false;
  const rest = others.filter((name) => name !== into);
  const places = await placesOf(spellings, rest, tree);
  const edit = { kind: 'merge', into, others: rest } as const;
  if (!(await editRegister(server, log, { uri: uri.toString(), scope, edit }))) return false;
  if (places.length > 0) void offerRewriting(into, places);
  return true;
}

function spellingsOf(units: readonly UnitItem[]): readonly Spelling[] {
  return units
    .filter(({ state }) => state !== 'collective')
    .flatMap((unit) =>
      unit.names.map((label) => ({
        label,
        description: [label === unit.name ? '' : unit.name, countsOf(unit)].filter(Boolean).join(' · '),
        unit,
      })),
    );
}

async function pickSeveral(spellings: readonly Spelling[]): Promise<readonly string[] | undefined> {
  const picked = await vscode.window.showQuickPick(spellings, {
    canPickMany: true,
    title: vscode.l10n.t('Merge Aliases (1/2)'),
    placeHolder: vscode.l10n.t('All spellings of one unit, two at least'),
  });
  if (!picked) return undefined;
  if (picked.length >= 2) return picked.map(({ label }) => label);
  say(vscode.l10n.t('Pick two spellings at least.'));
  return undefined;
}

async function pickOne(
  spellings: readonly Spelling[],
  picked: readonly string[],
  elsewhere: boolean,
): Promise<string | undefined> {
  const choice = spellings.filter(({ label }) => picked.includes(label) !== elsewhere);
  const one = await vscode.window.showQuickPick(choice, {
    title: vscode.l10n.t('Merge Aliases (2/2)'),
    placeHolder: vscode.l10n.t('The name it shall have; the others become aliases'),
  });
  return one?.label;
}

async function placesOf(
  spellings: readonly Spelling[],
  names: readonly string[],
  tree: UnitsTree,
): Promise<readonly UnitDuty[]> {
  const units = new Set(spellings.filter(({ label }) => names.includes(label)).map(({ unit }) => unit));
  const duties = await Promise.all([...units].map((unit) => tree.dutiesOf(unit)));
  return duties.flat().filter(({ name }) => names.includes(name));
}

/** The plans may go on writing the aliases; whoever wants one spelling sees every place before it is changed. */
async function offerRewriting(into: string, places: readonly UnitDuty[]): Promise<void> {
  const yes = vscode.l10n.t('Review Each Place…');
  const question = vscode.l10n.t('{0} places are still written otherwise. Write “{1}” there too?', places.length, into);
  if ((await vscode.window.showInformationMessage(question, yes)) !== yes) return;
  const edit = await rewriting(into, places);
  if (edit.size === 0 || !(await vscode.workspace.applyEdit(edit, { isRefactoring: true })))
    say(vscode.l10n.t('The text has just changed, so nothing was done. Try again.'));
}

/** Edits that the editor asks to confirm; places whose words are others by now are left out. */
export async function rewriting(into: string, places: readonly UnitDuty[]): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, range, name } of places) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const place = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
    if (document.getText(place) !== name) continue;
    const label = vscode.l10n.t('“{0}” becomes “{1}”', name, into);
    edit.replace(document.uri, place, into, { label, needsConfirmation: true });
  }
  return edit;
}
