/** What somebody sees who writes a plan: findings that follow the text, completion, hover, fixes. */
import * as vscode from 'vscode';
import { answer, equal, finding, insert, ok, rangeOf, ruleOf, showPlan, until } from './helpers';

const head = '临湖县养老服务工作实施方案（2024—2026年）\n\n一、重点任务\n';

describe('写作 writing', () => {
  it('a finding comes and goes with what is typed', async () => {
    const { document, caret } = await showPlan(`${head}（一）建立台账。2025年底前完成。（牵头单位：县财政局$0）\n`);
    const unknown = (): readonly vscode.Diagnostic[] =>
      vscode.languages.getDiagnostics(document.uri).filter((one) => ruleOf(one) === 'unknown-unit');
    await insert(document, caret, '、县不存在的局');
    const seen = await finding(document, 'unknown-unit', '县不存在的局');
    equal(document.getText(seen.range), '县不存在的局', 'underlined text');
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, rangeOf(document, '、县不存在的局'));
    await vscode.workspace.applyEdit(edit);
    await until('the finding to go', () => unknown().length === 0);
  });

  it('findings stay where they belong when lines are put above them', async () => {
    const { document } = await showPlan(`${head}（一）建立台账。（牵头单位：县不存在的局）\n`);
    const line = (await finding(document, 'unknown-unit')).range.start.line;
    await insert(document, new vscode.Position(0, 0), '临政办发〔2024〕11号\n\n');
    await until('the finding two lines lower', () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some((one) => ruleOf(one) === 'unknown-unit' && one.range.start.line === line + 2),
    );
  });

  it('completion inside the brackets offers units', async () => {
    const { document, caret } = await showPlan(`${head}（一）建立台账。（牵头单位：县司$0）\n`);
    let labels: readonly string[] = [];
    await until('司法局 among the completions', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        caret,
      );
      labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return labels.some((label) => label.includes('司法局'));
    }).catch((error: unknown) => {
      throw new Error(`${String(error)}; there were: ${labels.slice(0, 8).join(' ')}`);
    });
  });

  it('hover on a unit says who it is', async () => {
    const { document } = await showPlan(`${head}（一）建立台账。（牵头单位：县司法局）\n`);
    const place = rangeOf(document, '县司法局').start.translate(0, 1);
    const hovers = await answer<vscode.Hover>('a hover', 'vscode.executeHoverProvider', document.uri, place);
    const text = hovers
      .flatMap((hover) => hover.contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    ok(text.includes('司法局'), `the hover names the unit: ${text}`);
  });

  it('a misspelt unit has a fix that puts it right', async () => {
    const { document } = await showPlan(`${head}（一）建立台账。（牵头单位：县司发局）\n`);
    const wrong = await finding(document, 'unit-misspelled', '县司发局');
    const actions = await answer<vscode.CodeAction>(
      'a fix',
      'vscode.executeCodeActionProvider',
      document.uri,
      wrong.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find((action) => action.title.includes('县司法局'));
    ok(fix, `a fix to 县司法局 among: ${actions.map(({ title }) => title).join(' | ')}`);
    if (fix.edit) await vscode.workspace.applyEdit(fix.edit);
    if (fix.command) await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    await until('the text to be put right', () => document.getText().includes('（牵头单位：县司法局）'));
  });
});
