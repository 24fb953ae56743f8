/** Files of other kinds opened as plans, and what is said when they cannot be. */
import * as vscode from 'vscode';
import { docxOf, listed, level, list, numberingOf, p, tc, tr } from '../support/ooxml';
import { equal, ok, until, workspaceFolder } from './helpers';

const WORD = docxOf({
  numbering: numberingOf(list(0, level(0, 'chineseCountingThousand', '%1、'), { 1: '' })),
  body: `${p('云溪区某项工作实施方案')}${p('总体要求', listed(1, 0))}<w:tbl>${tr(tc('序号'), tc('主要任务'), tc('牵头单位'))}${tr(tc('1'), tc('甲'), tc('区财政局'))}</w:tbl>`,
});

describe('导入 importing', () => {
  it('a Word file opens as a new plan in the same place, and stays as it was', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), '来稿.docx');
    await vscode.workspace.fs.writeFile(uri, WORD);
    await vscode.commands.executeCommand('plandoc.importFile', uri);
    const document = await until('the new plan', () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.isUntitled && shown.getText().includes('总体要求') ? shown : undefined;
    });
    equal(document.languageId, 'plan', 'language');
    equal(
      document.getText().replaceAll('\r\n', '\n'),
      '云溪区某项工作实施方案\n一、总体要求\n\n序号\t主要任务\t牵头单位\n1\t甲\t区财政局\n',
      'text',
    );
    equal([...(await vscode.workspace.fs.readFile(uri))], [...WORD], 'the file');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(uri);
  });

  it('a file that cannot be imported opens nothing', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), '坏.docx');
    await vscode.workspace.fs.writeFile(uri, WORD.slice(0, 300));
    const before = vscode.workspace.textDocuments.length;
    await vscode.commands.executeCommand('plandoc.importFile', uri);
    ok(vscode.workspace.textDocuments.length === before, 'no document more');
    await vscode.workspace.fs.delete(uri);
  });
});
