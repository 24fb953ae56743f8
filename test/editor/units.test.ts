/** The list of units in the side bar, and the changes of a register. */
import * as vscode from 'vscode';
import type { UnitNode, UnitsTree } from '../../client/src/units/tree';
import { rewriting } from '../../client/src/units/merge';
import { equal, extensionId, ok, rangeOf, replaceAll, showPlan, until, workspaceFolder } from './helpers';

const text = `---
单位名录: units.yaml
---
临湖县河湖长制实施方案（2024—2026年）
一、重点任务
（一）清淤。清理河道。（牵头单位：县水利局；责任单位：县量子专班局、县财政局）
（二）护坡。加固堤岸。（牵头单位：县水利局；责任单位：县河长制专班局）
`;

/** The list as lines: groups, and units below them. */
async function list(tree: UnitsTree): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const group of await tree.getChildren()) {
    lines.push(labelOf(tree, group));
    for (const unit of await tree.getChildren(group)) lines.push(`  ${labelOf(tree, unit)}`);
  }
  return lines;
}

function labelOf(tree: UnitsTree, node: UnitNode): string {
  const { label, description } = tree.getTreeItem(node);
  return [label, description].filter(Boolean).join(' ');
}

describe('单位名录 the register', () => {
  const folder = '名录测试';
  const file = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), folder, name);
  let tree: UnitsTree;

  before(async () => {
    const extension = vscode.extensions.getExtension<{ readonly units: { readonly tree: UnitsTree } }>(extensionId);
    tree = (await extension!.activate()).units.tree;
    await vscode.workspace.fs.createDirectory(file(''));
    const comment = '# 本地单位\n单位:\n  - 县河长办 # 设在水利局\n';
    await vscode.workspace.fs.writeFile(file('units.yaml'), new TextEncoder().encode(comment));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file(''), { recursive: true });
  });

  it('lists who does what, and who is in no register', async () => {
    await showPlan(text, `${folder}/甲.plan`);
    const lines = await until('units of the plan', async () => {
      await tree.refresh();
      const found = await list(tree);
      return found.some((line) => line.includes('县水利局')) ? found : undefined;
    });
    ok(
      lines.some((line) => /县水利局 .*2/.test(line)),
      lines.join('\n'),
    );
    ok(/县(?:量子|河长制)专班局/.test(lines[1] ?? ''), `unknown ones first: ${lines.join('\n')}`);
    ok(
      lines.some((line) => line.includes('县河长办')),
      'the unused entry is listed',
    );
  });

  it('shows the places of a unit when it is chosen', async () => {
    const { document } = await showPlan(text, `${folder}/甲.plan`);
    const groups = await tree.getChildren();
    const units = (await Promise.all(groups.map((group) => tree.getChildren(group)))).flat();
    const unit = units.find((node) => node.kind === 'unit' && node.unit.name === '县财政局');
    ok(unit, 'the unit is listed');
    const [duty] = await tree.getChildren(unit);
    ok(duty && labelOf(tree, duty).includes('清淤'), 'its task is below it');
    await vscode.commands.executeCommand('plandoc.revealUnit', duty);
    const selection = await until('the place', () => {
      const editor = vscode.window.activeTextEditor;
      return editor && !editor.selection.isEmpty ? editor.selection : undefined;
    });
    equal(document.getText(selection), '县财政局');
  });

  it('collects what the register lacks, as an edit to be seen and undone', async () => {
    await showPlan(text, `${folder}/甲.plan`);
    ok(await vscode.commands.executeCommand('plandoc.collectUnits', 'document'), 'collected');
    const register = await vscode.workspace.openTextDocument(file('units.yaml'));
    ok(register.isDirty, 'not saved by itself');
    ok(register.getText().startsWith('# 本地单位\n单位:\n  - 县河长办 # 设在水利局\n'), 'what was there stays');
    ok(/- 名称: 县量子专班局\n {4}类别: /.test(register.getText()), register.getText());
    equal(vscode.window.activeTextEditor?.document.uri.toString(), register.uri.toString());
    await vscode.commands.executeCommand('undo');
    ok(!register.getText().includes('县量子专班局'), 'one undo takes it back');
  });

  it('merges spellings, and rewrites them where each is confirmed', async () => {
    const { document } = await showPlan(text, `${folder}/甲.plan`);
    const options = { into: '县河长办', others: ['县河长制专班局'] };
    ok(await vscode.commands.executeCommand('plandoc.mergeUnits', options), 'merged');
    const register = await vscode.workspace.openTextDocument(file('units.yaml'));
    ok(register.getText().includes('{名称: 县河长办, 别名: [县河长制专班局]} # 设在水利局'), register.getText());
    const range = rangeOf(document, '县河长制专班局');
    const place = { uri: document.uri.toString(), range, name: '县河长制专班局' } as const;
    const duty = { ...place, role: 'lead', label: null, task: '', plan: null } as const;
    equal((await rewriting('县河长办', [duty])).size, 1);
    await replaceAll(document, '改过的文稿\n');
    equal((await rewriting('县河长办', [duty])).size, 0, 'places that changed meanwhile');
  });

  it('offers the text where the register cannot be written', async () => {
    const scheme = 'plandoc-readonly';
    const files = new Map([
      ['/units.yaml', '单位:\n  - 县河长办\n'],
      ['/甲.plan', text],
    ]);
    const provider = vscode.workspace.registerFileSystemProvider(scheme, readOnlyFiles(files), { isReadonly: true });
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path: '/甲.plan' }));
      await vscode.languages.setTextDocumentLanguage(document, 'plan');
      await vscode.window.showTextDocument(document);
      await until('the read-only plan in the list', () => tree.uri?.scheme === scheme);
      ok(await vscode.commands.executeCommand('plandoc.collectUnits', 'document'), 'offered');
      const offered = vscode.window.activeTextEditor?.document;
      ok(offered?.isUntitled && offered.languageId === 'yaml', 'a new YAML text');
      ok(/县量子专班局/.test(offered.getText()), offered.getText());
    } finally {
      provider.dispose();
    }
  });
});

function readOnlyFiles(files: ReadonlyMap<string, string>): vscode.FileSystemProvider {
  const bytes = ({ path }: vscode.Uri): Uint8Array => {
    const text = files.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  };
  const refuse = (): never => {
    throw vscode.FileSystemError.NoPermissions();
  };
  return {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => undefined),
    stat(uri) {
      if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes(uri).length };
    },
    readDirectory: () => [...files.keys()].map((path) => [path.slice(1), vscode.FileType.File]),
    readFile: bytes,
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}
