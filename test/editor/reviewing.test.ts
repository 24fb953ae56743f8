/** What a reviewer does: looks at all plans of a folder, fixes, hands back a review sheet. */
import * as vscode from 'vscode';
import { answer, equal, finding, ok, rangeOf, ruleOf, showPlan, until, workspaceFolder } from './helpers';

const plan = (measure: string): string => `临湖县养老服务工作实施方案（2024—2026年）\n\n一、重点任务\n${measure}\n`;
const late = '（一）建立台账。2029年底前完成。（牵头单位：县财政局）';

describe('审查 reviewing', () => {
  it('the review sheet is written as Word, web page and Markdown', async () => {
    const { document } = await showPlan(plan(late));
    await finding(document, 'deadline-out-of-period');
    for (const [ending, begins] of [
      ['docx', 'PK'],
      ['html', '<!DOCTYPE html>'],
      ['md', '# '],
    ] as const) {
      const target = vscode.Uri.joinPath(workspaceFolder(), `意见单.${ending}`);
      await vscode.commands.executeCommand('plandoc.exportReviewSheet', document.uri, target);
      const bytes = await vscode.workspace.fs.readFile(target);
      equal(new TextDecoder().decode(bytes.subarray(0, begins.length)), begins, ending);
      ok(bytes.length > 300, `${ending} has ${bytes.length} bytes`);
    }
  });

  it('all plans of the workspace are checked without opening them', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), '没有打开.plan');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(plan(late)));
    await vscode.commands.executeCommand('plandoc.checkWorkspace');
    const rules = vscode.languages.getDiagnostics(uri).map(ruleOf);
    ok(rules.includes('deadline-out-of-period'), `problems of the file: ${rules.join()}`);
    const isOpen = vscode.workspace.textDocuments.some((one) => one.uri.toString() === uri.toString());
    ok(!isOpen, 'the file stayed closed');
    await vscode.workspace.fs.delete(uri);
  });

  it('a finding is kept with a reason', async () => {
    const { document } = await showPlan(plan(late));
    const { range } = await finding(document, 'deadline-out-of-period');
    const actions = await answer<vscode.CodeAction>(
      'quick fixes',
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const keep = actions.find(({ title }) => title.includes('deadline-out-of-period'));
    ok(keep?.edit, actions.map(({ title }) => title).join(' | '));
    await vscode.workspace.applyEdit(keep.edit);
    ok(rangeOf(document, '<!-- plandoc-ignore deadline-out-of-period').start.character === 0, 'on a line of its own');
    await until('the finding to go', () =>
      vscode.languages.getDiagnostics(document.uri).every((one) => ruleOf(one) !== 'deadline-out-of-period'),
    );
  });
});
