/** What helps a reader besides outline and colours: growing selections, counts above sections, hints. */
import * as vscode from 'vscode';
import { answer, equal, ok, rangeOf, showPlan, until } from './helpers';

const text = `临湖县河湖长制实施方案（2024—2026年）

一、重点任务
（一）清淤。2024年底前清理河道。（牵头单位：县水利局；责任单位：县财政局、县自然资源局）
（二）护坡。加固堤岸。（牵头单位：县水利局；责任单位：县财政局）
二、工作要求
加强统筹。
`;

describe('阅读辅助 reading helps', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('the selection grows from a name to its list and its field', async () => {
    const { document } = await showPlan(text, '选择.plan');
    const [range] = await answer<vscode.SelectionRange>(
      'selection ranges',
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [rangeOf(document, '财政局、县自').start],
    );
    const words: string[] = [];
    for (let at = range; at; at = at.parent) words.push(document.getText(at.range));
    for (const wanted of ['县财政局', '县财政局、县自然资源局', '责任单位：县财政局、县自然资源局'])
      ok(words.includes(wanted), `${wanted} in ${words.join(' | ')}`);
  });

  it('lenses count the tasks of sections, and open the table', async () => {
    const { document } = await showPlan(text, '计数.plan');
    const lens = await until('the lens of 一、', async () => {
      const lenses = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return lenses.find(({ range }) => range.start.line === 2 && document.lineAt(2).text.startsWith('一'));
    });
    ok(/2 .*1 /.test(lens.command?.title ?? ''), `title: ${lens.command?.title}`);
    await vscode.commands.executeCommand(lens.command!.command, ...(lens.command!.arguments ?? []));
    await until('the task table', () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .some((tab) => tab.input instanceof vscode.TabInputWebview && tab.label.includes('计数')),
    );
  });

  it('hints come with their setting', async () => {
    const settings = vscode.workspace.getConfiguration('plandoc');
    await settings.update('inlayHints.deadlines', true, vscode.ConfigurationTarget.Global);
    try {
      const whole = text.replace('加强统筹。', '除有明确时间要求外，各项任务于2025年底前完成。');
      const { document } = await showPlan(whole, '提示.plan');
      const hints = await answer<vscode.InlayHint>(
        'inlay hints',
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
      equal(hints[0]?.position.line, 4, 'behind the measure without a time');
    } finally {
      await settings.update('inlayHints.deadlines', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
