/** What somebody sees who reads a plan: outline, folding, colours, the task table. */
import * as vscode from 'vscode';
import { equal, ok, showPlan, symbols, until } from './helpers';

const text = `临湖县养老服务工作实施方案（2024—2026年）

一、总体要求
坚持普惠均衡。
二、重点任务
（一）建设设施。新建社区养老设施十处，2025年底前完成。（牵头单位：县民政局；责任单位：县财政局、县自然资源局）
（二）培养队伍。培训护理员二百人。（牵头单位：县人力资源社会保障局）
三、工作要求
加强统筹。
`;

describe('阅读 reading', () => {
  it('the outline follows the headings', async () => {
    const { document } = await showPlan(text);
    const names = await until('the outline of the new text', async () => {
      const outline = await symbols(document);
      const found = (function flatten(all: readonly vscode.DocumentSymbol[]): readonly string[] {
        return all.flatMap((symbol) => [symbol.name, ...flatten(symbol.children)]);
      })(outline);
      return found.some((name) => name.includes('工作要求')) ? found : undefined;
    });
    for (const heading of ['总体要求', '重点任务', '工作要求']) {
      ok(
        names.some((name) => name.includes(heading)),
        `${heading} in the outline: ${names.join(' | ')}`,
      );
    }
  });

  it('sections fold', async () => {
    const { document } = await showPlan(text);
    const folds = await until('folding of 二、', async () => {
      const ranges = await vscode.commands.executeCommand<readonly vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      return ranges.some(({ start }) => start === 4) ? ranges : undefined;
    });
    equal(folds.find(({ start }) => start === 4)?.end, 6, 'last line of 二、');
  });

  it('units and deadlines have colours of their own', async () => {
    const { document } = await showPlan(text);
    const legend = await until('the legend', () =>
      vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      ),
    );
    const types = await until('coloured units', async () => {
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      const found = new Set<string>();
      for (let at = 3; tokens && at < tokens.data.length; at += 5) {
        found.add(legend.tokenTypes[tokens.data[at] ?? -1] ?? '?');
      }
      return found.has('planUnit') ? found : undefined;
    });
    ok(types.has('planDeadline'), `deadlines are coloured: ${[...types].join(' ')}`);
  });
});

describe('任务分解表 task table', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const tableTabs = (): readonly vscode.Tab[] =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter((tab) => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.includes('plandoc.taskTable'));

  it('opens beside the text', async () => {
    await showPlan(text);
    await vscode.commands.executeCommand('plandoc.openTaskTable');
    await until('the tab of the task table', () => tableTabs().length === 1);
    ok(vscode.window.tabGroups.all.length >= 2, 'a group of its own');
  });

  it('opens once for a document', async () => {
    const { document } = await showPlan(text);
    await vscode.commands.executeCommand('plandoc.openTaskTable', document.uri);
    await vscode.commands.executeCommand('plandoc.openTaskTable', document.uri);
    await until('one tab', () => tableTabs().length === 1);
  });
});
