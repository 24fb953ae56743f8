/** The view of units in the side bar: which plan it shows, when it asks again, and its commands. */
import * as vscode from 'vscode';
import { STATUS_CHANGED, type UnitDuty, type UnitItem, type UnitPlace } from '../../../server/src/protocol';
import type { ServerController } from '../server';
import { editRegister, say } from './edits';
import { mergeUnits, type MergeOptions } from './merge';
import { UnitsTree, type Scope, type UnitNode } from './tree';

export const UNITS_VIEW = 'plandoc.units';

/** Milliseconds after the last check of a plan in which the list is asked for again. */
const PAUSE = 400;

export interface UnitsView extends vscode.Disposable {
  readonly tree: UnitsTree;
}

export function registerUnits(server: ServerController, log: vscode.LogOutputChannel): UnitsView {
  const tree = new UnitsTree(server, log);
  const view = vscode.window.createTreeView<UnitNode>(UNITS_VIEW, { treeDataProvider: tree, showCollapseAll: true });
  const follower = followPlans(tree, view, server);
  const disposable = vscode.Disposable.from(tree, view, follower, registerViewCommands(tree, server, log));
  return { tree, dispose: () => disposable.dispose() };
}

/** The list shows the plan that was active last, as long as it is open. */
function followPlans(tree: UnitsTree, view: vscode.TreeView<UnitNode>, server: ServerController): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stale = false;
  const look = (): void => {
    clearTimeout(timer);
    stale = !view.visible;
    if (view.visible) timer = setTimeout(() => void tree.refresh(), PAUSE);
  };
  const follow = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const open = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === tree.uri?.toString());
    const uri = document?.languageId === 'plan' ? document.uri : open ? tree.uri : undefined;
    tree.show(uri, tree.scope);
    void vscode.commands.executeCommand('setContext', 'plandoc.units.hasPlan', uri !== undefined);
  };
  follow();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.workspace.onDidOpenTextDocument(follow),
    vscode.workspace.onDidCloseTextDocument(follow),
    // Sent after each check, so also when a register changed.
    server.onNotification(STATUS_CHANGED, look),
    server.onDidChangeState(look),
    view.onDidChangeVisibility(() => {
      if (view.visible && stale) look();
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

function registerViewCommands(
  tree: UnitsTree,
  server: ServerController,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const show = (scope: Scope): void => {
    tree.show(tree.uri, scope);
    void vscode.commands.executeCommand('setContext', 'plandoc.units.scope', scope);
  };
  show('document');
  const onUnit = (id: string, run: (unit: UnitItem, node: UnitNode) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(id, (node?: UnitNode) => {
      if (node?.kind === 'unit' || node?.kind === 'duty') return run(node.unit, node);
      say(vscode.l10n.t('Choose a unit in the view “Units” first.'));
      return undefined;
    });
  return vscode.Disposable.from(
    vscode.commands.registerCommand('plandoc.unitsOfWorkspace', () => show('workspace')),
    vscode.commands.registerCommand('plandoc.unitsOfDocument', () => show('document')),
    vscode.commands.registerCommand('plandoc.openRegister', () => openRegister(tree)),
    vscode.commands.registerCommand('plandoc.collectUnits', (scope?: unknown) => collect(tree, server, log, scope)),
    vscode.commands.registerCommand('plandoc.mergeUnits', (options?: unknown) =>
      mergeUnits(tree, server, log, isOptions(options) ? options : {}),
    ),
    vscode.commands.registerCommand('plandoc.showUnit', (uri: unknown, at: unknown, body: unknown) =>
      typeof uri === 'string' && isPosition(at) && typeof body === 'string'
        ? peek(tree, { body }, 'workspace', { uri: vscode.Uri.parse(uri), position: at })
        : undefined,
    ),
    onUnit('plandoc.revealUnit', (unit, node) => reveal(tree, unit, node)),
    onUnit('plandoc.findUnit', (unit) => peek(tree, unit, tree.scope)),
    onUnit('plandoc.openUnitEntry', ({ entry }) => entry && open(entry)),
    onUnit('plandoc.renameUnit', (unit) => rename(tree, unit)),
    onUnit('plandoc.addUnit', ({ name }) => {
      const uri = tree.uri?.toString() ?? '';
      return editRegister(server, log, { uri, scope: tree.scope, edit: { kind: 'add', name } });
    }),
    onUnit('plandoc.mergeUnitInto', ({ names }) => mergeUnits(tree, server, log, { others: names, elsewhere: true })),
  );
}

// The title bar of the view passes what is selected in it.
const isOptions = (value: unknown): value is MergeOptions =>
  typeof value === 'object' && value !== null && ('into' in value || 'others' in value);

const isPosition = (value: unknown): value is { readonly line: number; readonly character: number } =>
  typeof value === 'object' && value !== null && 'line' in value && 'character' in value;

async function collect(
  tree: UnitsTree,
  server: ServerController,
  log: vscode.LogOutputChannel,
  given: unknown,
): Promise<boolean> {
  const uri = tree.uri?.toString();
  if (uri === undefined) {
    say(vscode.l10n.t('Open a plan first; its register is the one that is changed.'));
    return false;
  }
  const scope = given === 'document' || given === 'workspace' ? given : await askScope();
  return scope ? editRegister(server, log, { uri, scope, edit: { kind: 'collect' } }) : false;
}

async function askScope(): Promise<Scope | undefined> {
  if (!vscode.workspace.workspaceFolders?.length) return 'document';
  const choice: (vscode.QuickPickItem & { readonly scope: Scope })[] = [
    { label: vscode.l10n.t('From this plan'), scope: 'document' },
    { label: vscode.l10n.t('From all plans that share its register'), scope: 'workspace' },
  ];
  const title = vscode.l10n.t('Collect Units into the Register');
  return (await vscode.window.showQuickPick(choice, { title }))?.scope;
}

async function openRegister(tree: UnitsTree): Promise<void> {
  await tree.load();
  const { register } = tree;
  if (register) await vscode.window.showTextDocument(register);
  else say(vscode.l10n.t('There is no register yet. “Collect Units” makes one.'));
}

/** The first place, or the entry of a unit that nobody names; of a task the place as it is now. */
async function reveal(tree: UnitsTree, unit: UnitItem, node: UnitNode): Promise<void> {
  const duties = await tree.dutiesOf(unit);
  const place = node.kind === 'duty' ? whereNow(node.duty, node.index, duties) : duties[0];
  if (place) await open(place);
  else if (unit.entry) await open(unit.entry);
}

/** The text may have moved since the list was drawn. */
function whereNow(duty: UnitDuty, index: number, now: readonly UnitDuty[]): UnitDuty | undefined {
  const same = (other: UnitDuty | undefined): boolean =>
    other?.uri === duty.uri && other.role === duty.role && other.label === duty.label && other.task === duty.task;
  return same(now[index]) ? now[index] : now.find(same);
}

async function open({ uri, range }: UnitPlace): Promise<vscode.TextEditor> {
  const selection = toRange(range);
  return vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection, preserveFocus: true });
}

const toRange = ({ start, end }: UnitPlace['range']): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

/** All places in the editor's own list of references. */
async function peek(
  tree: UnitsTree,
  unit: Pick<UnitItem, 'body'>,
  scope: Scope,
  at?: { readonly uri: vscode.Uri; readonly position: { readonly line: number; readonly character: number } },
): Promise<void> {
  const duties = await tree.dutiesOf(unit, scope);
  const places = duties.map(({ uri, range }) => new vscode.Location(vscode.Uri.parse(uri), toRange(range)));
  const [first] = places;
  if (!first) {
    say(vscode.l10n.t('No plan names this unit.'));
    return;
  }
  const uri = at?.uri ?? first.uri;
  const position = at ? new vscode.Position(at.position.line, at.position.character) : first.range.start;
  await vscode.window.showTextDocument(uri);
  await vscode.commands.executeCommand('editor.action.showReferences', uri, position, places);
}

async function rename(tree: UnitsTree, unit: UnitItem): Promise<void> {
  const [first] = await tree.dutiesOf(unit);
  if (!first) return;
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(first.uri), { selection: toRange(first.range) });
  await vscode.commands.executeCommand('editor.action.rename', [editor.document.uri, editor.selection.start]);
}
