/**
 * The view 方案结构: sections and measures of the plan in front, to be walked, dragged to another place, and followed by the
 * caret. The editor's own outline takes no drops. What it shows is asked for only while it can be seen.
 */
import * as vscode from 'vscode';
import { runPlanEdit } from './planEdits';
import { reasonOf } from './reason';
import type { ServerController } from './server';

const VIEW = 'plandoc.structure';
const MIME = `application/vnd.code.tree.${VIEW}`;
/** Milliseconds without a change after which the view is asked for anew. */
const PAUSE = 300;

/** A section, measure or row; `place` is where its title stands, which is how commands of its menu find it. */
export interface StructureNode {
  readonly id: string;
  readonly uri: vscode.Uri;
  /** The version of the document the places belong to. */
  readonly version: number;
  readonly symbol: vscode.DocumentSymbol;
  readonly place: vscode.Position;
  readonly parent: StructureNode | undefined;
  readonly children: StructureNode[];
}

export function registerStructureView(server: ServerController, log: vscode.LogOutputChannel): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let roots: readonly StructureNode[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const view = vscode.window.createTreeView<StructureNode>(VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (node) => [...(node?.children ?? roots)],
      getParent: (node) => node.parent,
      getTreeItem: itemOf,
    },
    dragAndDropController: {
      dragMimeTypes: [],
      dropMimeTypes: [MIME],
      handleDrag: (nodes, data) => data.set(MIME, new vscode.DataTransferItem(nodes)),
      handleDrop: (target, data) => drop(target, data, server, log),
    },
    showCollapseAll: true,
  });
  const load = async (): Promise<void> => {
    const document = planInFront();
    const found = document && server.state === 'running' ? await nodesOf(document, log) : [];
    // Another editor may have come to the front meanwhile; that has its own turn.
    if (planInFront() !== document) return;
    roots = found;
    changed.fire();
    await follow();
  };
  const follow = async (): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    if (!view.visible || !editor) return;
    const node = nodeAt(roots, editor.document.uri, editor.selection.active);
    // The tree may be drawn anew while it is asked to show a node; it then follows with the next step of the caret.
    if (node) await Promise.resolve(view.reveal(node, { select: true, focus: false })).catch(() => undefined);
  };
  const later = (step: () => Promise<void>): void => {
    clearTimeout(timer);
    if (view.visible) timer = setTimeout(() => void step(), PAUSE);
  };
  let stale = false;
  const reload = (): void => {
    stale = true;
    later(async () => {
      stale = false;
      await load();
    });
  };
  return vscode.Disposable.from(
    view,
    changed,
    view.onDidChangeVisibility(() => reload()),
    server.onDidChangeState(() => reload()),
    vscode.window.onDidChangeActiveTextEditor(() => reload()),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === planInFront()) reload();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (!stale && textEditor.document === planInFront()) later(follow);
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

function planInFront(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'plan' ? document : undefined;
}

async function nodesOf(document: vscode.TextDocument, log: vscode.LogOutputChannel): Promise<readonly StructureNode[]> {
  const { uri, version } = document;
  try {
    const symbols = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    const nodes = (all: readonly vscode.DocumentSymbol[], parent: StructureNode | undefined): StructureNode[] => {
      const seen = new Map<string, number>();
      return all.map((symbol) => {
        // Told apart by name, so that what is open stays open when numbers or lines change elsewhere.
        const count = (seen.get(symbol.name) ?? 0) + 1;
        seen.set(symbol.name, count);
        const id = `${parent?.id ?? uri.toString()}/${symbol.name}#${count}`;
        const place = symbol.selectionRange.start;
        const node: StructureNode = { id, uri, version, symbol, place, parent, children: [] };
        node.children.push(...nodes(symbol.children, node));
        return node;
      });
    };
    return nodes(symbols ?? [], undefined);
  } catch (error) {
    log.warn(`${VIEW}: ${reasonOf(error)}`);
    return [];
  }
}

function itemOf({ id, uri, symbol, children }: StructureNode): vscode.TreeItem {
  const { None, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(symbol.name, children.length > 0 ? Expanded : None);
  item.id = id;
  item.description = symbol.detail;
  item.tooltip = symbol.detail ? `${symbol.name}\n${symbol.detail}` : symbol.name;
  item.iconPath = new vscode.ThemeIcon(symbol.kind === vscode.SymbolKind.Method ? 'tasklist' : 'list-unordered');
  item.contextValue = 'measure';
  const { start } = symbol.selectionRange;
  const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(start, start) };
  item.command = { command: 'vscode.open', title: symbol.name, arguments: [uri, options] };
  return item;
}

/** The innermost node a place stands in. */
function nodeAt(nodes: readonly StructureNode[], uri: vscode.Uri, place: vscode.Position): StructureNode | undefined {
  const node = nodes.find((one) => one.uri.toString() === uri.toString() && one.symbol.range.contains(place));
  return node && (nodeAt(node.children, uri, place) ?? node);
}

async function drop(
  target: StructureNode | undefined,
  data: vscode.DataTransfer,
  server: ServerController,
  log: vscode.LogOutputChannel,
): Promise<void> {
  const [moved, more] = (data.get(MIME)?.value as readonly StructureNode[] | undefined) ?? [];
  const say = (text: string): void => void vscode.window.showInformationMessage(text);
  if (!moved || !target || moved === target) return;
  if (more) return say(vscode.l10n.t('Drag one section or measure at a time.'));
  const document = planInFront();
  if (document?.uri.toString() !== moved.uri.toString() || document.version !== moved.version) {
    return say(vscode.l10n.t('The text has just changed, so nothing was done. Try again.'));
  }
  const [from, to] = [moved, target].map(({ place: { line, character } }) => ({ line, character }));
  await runPlanEdit(server, log, 'moveMeasureTo', { from, to });
}
