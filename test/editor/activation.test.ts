import * as vscode from 'vscode';
import { equal, extensionId, finding, ok, showPlan, until } from './helpers';

const plan = '临湖县试点实施方案\n一、总体要求\n（一）推进试点。建立台账。（牵头单位：县不存在的局）\n';

describe('启动 starting', () => {
  it('a plan file activates the extension', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    ok(extension, `${extensionId} is installed`);
    const { document } = await showPlan(plan);
    equal(document.languageId, 'plan');
    await until('activation', () => extension.isActive);
  });

  it('its server starts and checks the text', async () => {
    const { document } = await showPlan(plan);
    await finding(document, 'unknown-unit', '县不存在的局');
  });

  it('every command of the manifest is there', async () => {
    const commands = new Set(await vscode.commands.getCommands(true));
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as {
      readonly contributes: { readonly commands: readonly { readonly command: string }[] };
    };
    const declared = manifest.contributes.commands.map(({ command }) => command);
    equal(
      declared.filter((command) => !commands.has(command)),
      [],
    );
  });

  it('checks again after a restart of the server', async () => {
    const { document } = await showPlan(plan);
    await finding(document, 'unknown-unit');
    await vscode.commands.executeCommand('plandoc.restartServer');
    await finding(document, 'unknown-unit');
    const end = document.lineAt(document.lineCount - 1).range.end;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, end, '（二）再推进。再建台账。（牵头单位：县另一不存在的局）\n');
    await vscode.workspace.applyEdit(edit);
    await finding(document, 'unknown-unit', '县另一不存在的局');
  });
});
