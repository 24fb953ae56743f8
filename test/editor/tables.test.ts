/** Task tables that follow the plan in front, and tables that stay with theirs. */
import * as vscode from 'vscode';
import { equal, ok, showPlan, until } from './helpers';

const PLAN = '云溪区养老服务实施方案（2024—2026年）\n\n（一）建立台账。（牵头单位：区财政局）\n';

const tables = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('plandoc.taskTable'));

const titles = (): string[] => tables().map(({ label }) => label);

/** Waits until the tables of the window are those of these files, `!` before one that is locked. */
function shows(...files: readonly string[]): Promise<unknown> {
  const wanted = files.map((file) => [file.replace('!', ''), file.startsWith('!')] as const);
  return until(`tables of ${files.join()}`, () => {
    const found = titles();
    if (found.length !== wanted.length) return false;
    return wanted.every(([file, locked]) =>
      found.some((title) => title.endsWith(file) && /锁定|locked/.test(title) === locked),
    );
  });
}

/** Puts the keyboard into the table with this title. */
async function go(file: string): Promise<void> {
  const group = tables().find(({ label }) => label.endsWith(file))!.group;
  const commands = ['First', 'Second', 'Third', 'Fourth'].map((name) => `workbench.action.focus${name}EditorGroup`);
  await vscode.commands.executeCommand(commands[group.viewColumn - 1]!);
  await until(`${file} in front`, () => vscode.window.tabGroups.activeTabGroup.activeTab?.label.endsWith(file));
}

describe('任务分解表的锁定 locked task tables', () => {
  beforeEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('a table follows the plan in front', async () => {
    await showPlan(PLAN, '甲.plan');
    await vscode.commands.executeCommand('plandoc.openTaskTable');
    await shows('甲.plan');
    await showPlan(PLAN, '乙.plan');
    await shows('乙.plan');
    const notes = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# 笔记' });
    await vscode.window.showTextDocument(notes, { viewColumn: vscode.ViewColumn.One });
    await shows('乙.plan');
  });

  it('a locked one stays, and others are opened beside it', async () => {
    await showPlan(PLAN, '甲.plan');
    await vscode.commands.executeCommand('plandoc.openLockedTaskTable');
    await shows('!甲.plan');
    await vscode.window.showTextDocument(
      vscode.workspace.textDocuments.find((one) => one.uri.path.endsWith('甲.plan'))!,
      {
        viewColumn: vscode.ViewColumn.One,
      },
    );
    await showPlan(PLAN, '乙.plan');
    await vscode.commands.executeCommand('plandoc.openTaskTable');
    await shows('!甲.plan', '乙.plan');
    await showPlan(PLAN, '丙.plan');
    await shows('!甲.plan', '丙.plan');
  });

  it('is locked and let go; one at most follows', async () => {
    await showPlan(PLAN, '甲.plan');
    await vscode.commands.executeCommand('plandoc.openTaskTable');
    await shows('甲.plan');
    await go('甲.plan');
    await vscode.commands.executeCommand('plandoc.lockTaskTable');
    await shows('!甲.plan');
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    const { document } = await showPlan(PLAN, '乙.plan');
    await shows('!甲.plan');
    await vscode.commands.executeCommand('plandoc.openTaskTable', document.uri);
    await shows('!甲.plan', '乙.plan');
    const locked = tables().find(({ label }) => label.endsWith('甲.plan'))!;
    equal(locked.group.viewColumn, tables().find(({ label }) => label.endsWith('乙.plan'))!.group.viewColumn, 'group');
    await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await vscode.commands.executeCommand('workbench.action.openEditorAtIndex1');
    await until('the locked one in front', () =>
      vscode.window.tabGroups.activeTabGroup.activeTab?.label.endsWith('甲.plan'),
    );
    await vscode.commands.executeCommand('plandoc.unlockTaskTable');
    await shows('甲.plan', '!乙.plan');
  });
});

describe('打印任务分解表 printing the task table', () => {
  const { openExternal } = vscode.env;
  const { showInformationMessage } = vscode.window;
  afterEach(async () => {
    Object.assign(vscode.env, { openExternal });
    Object.assign(vscode.window, { showInformationMessage });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens a page that prints itself in the browser, or has it downloaded where the host is one', async () => {
    const opened: vscode.Uri[] = [];
    const said: string[] = [];
    Object.assign(vscode.env, { openExternal: async (uri: vscode.Uri) => opened.push(uri) > 0 });
    Object.assign(vscode.window, { showInformationMessage: async (text: string) => void said.push(text) });
    await showPlan(PLAN, '打印.plan');
    await vscode.commands.executeCommand('plandoc.printTaskTable');
    if (typeof process === 'object' && process.versions?.node !== undefined) {
      // The same host is asked here that the browser would ask, by whatever way to it the editor has.
      const [uri] = opened;
      const { pathname } = new URL(uri!.toString());
      const port = /\/proxy\/(\d+)\//.exec(pathname)?.[1] ?? new URL(uri!.toString()).port;
      const at = `http://127.0.0.1:${port}`;
      const page = await fetch(`${at}/${pathname.split('/').at(-1)}`);
      const html = await page.text();
      ok(/<table data-print/.test(html) && html.includes('建立台账'), html.slice(0, 300));
      equal((await fetch(`${at}/`)).status, 404, 'any other address');
    } else {
      ok(
        said.some((text) => text.includes('打印') || text.includes('print')),
        said.join(),
      );
      await shows('打印.plan');
    }
  });
});
