/** A whole morning's work on a plan as it came: read, write, move, rename, look at the table, and take all of it back. */
import * as vscode from 'vscode';
import { equal, finding, ok, rangeOf, symbols, until, workspaceFolder } from './helpers';

const NAME = '云溪区基层应急能力提升实施方案（网页复制）.txt';

const flatten = (all: readonly vscode.DocumentSymbol[]): readonly string[] =>
  all.flatMap((symbol) => [symbol.name, ...flatten(symbol.children)]);

describe('从头到尾 the whole journey', () => {
  let document: vscode.TextDocument;
  let editor: vscode.TextEditor;
  /** The text after each step, the one on disk first. */
  const texts: string[] = [];

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** The text has changed by a step; it is what undo has to come back to. */
  function done(...parts: readonly string[]): void {
    const text = document.getText();
    for (const part of parts)
      ok(text.includes(part), `${part} in ${text.slice(text.indexOf('三、'), text.indexOf('四、'))}`);
    texts.push(text);
  }

  function putCaret(after: string): void {
    const { end } = rangeOf(document, after);
    editor.selection = new vscode.Selection(end, end);
  }

  const lineOf = (words: string): string => document.lineAt(rangeOf(document, words).start).text;

  /** Runs a command until it changes the text: the server may be busy with what came before. */
  async function change(command: string): Promise<void> {
    const before = document.getText();
    await until(`${command} to change the text`, async () => {
      await vscode.commands.executeCommand(command);
      return document.getText() !== before;
    });
  }

  async function type(text: string): Promise<void> {
    for (const key of text) await vscode.commands.executeCommand('type', { text: key });
  }

  it('the file opens as it came, as a plan, with outline and findings', async () => {
    document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(workspaceFolder(), NAME));
    editor = await vscode.window.showTextDocument(document, { preview: false });
    equal(document.languageId, 'plan', 'language');
    equal(document.isDirty, false, 'nothing is changed by opening');
    const names = flatten(await symbols(document));
    for (const heading of ['健全组织指挥体系', '加强风险隐患治理', '推进灾害整治']) {
      ok(
        names.some((name) => name.includes(heading)),
        `${heading} in the outline: ${names.join(' | ')}`,
      );
    }
    await finding(document, 'unknown-unit', '区应急保障局');
    done();
  });

  it('Enter after a measure writes the next number, and the others move on', async () => {
    putCaret(lineOf('（七）推进灾害整治'));
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until('（九）规范群众举报', () => document.getText().includes('（九）规范群众举报'));
    await until(
      'the caret behind the new number',
      () => document.lineAt(editor.selection.active.line).text.trim() === '（八）',
    );
    done('（七）推进灾害整治', '（十）开展隐患闭环治理');
  });

  it('a measure is typed, its unit by pinyin', async () => {
    await type('建立台账。对照“（七）”建立台账');
    await vscode.commands.executeCommand('type', { text: '。（牵头单位：' });
    await type('qsfj');
    let shown = 200;
    await until('区司法局', async () => {
      await vscode.commands.executeCommand('hideSuggestWidget');
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await new Promise((next) => setTimeout(next, (shown += 100)));
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return !lineOf('（八）建立台账').includes('qsfj');
    });
    const line = lineOf('（八）建立台账');
    ok(line.trim().startsWith('（八）建立台账。对照“（七）”建立台账。（牵头单位：区司法局'), line);
    done();
  });

  it('the measure moves up by its command, and what refers to it and to others follows', async () => {
    putCaret('（八）建立台账');
    await change('plandoc.moveMeasureUp');
    done('（七）建立台账。对照“（八）”建立台账。', '（八）推进灾害整治', '（九）规范群众举报');
    await until(
      'the caret to go along',
      () => editor.selection.active.line === rangeOf(document, '（七）建').start.line,
    );
  });

  it('a unit is renamed in all its places', async () => {
    const count = (name: string): number => document.getText().split(name).length - 1;
    const before = count('区应急局');
    ok(before > 5, `区应急局 stands in ${before} places`);
    const { start } = rangeOf(document, '区应急局');
    const edit = await until('the rename', () =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        start.translate(0, 1),
        '区应急管理局',
      ),
    );
    // Other plans of the folder name it too; what is to be changed there the editor would ask.
    const here = new vscode.WorkspaceEdit();
    here.set(document.uri, edit.get(document.uri));
    ok(await vscode.workspace.applyEdit(here), 'the edit was applied');
    equal([count('区应急局'), count('区应急管理局')], [0, before], 'old and new names');
    done();
  });

  it('the task table opens beside the text', async () => {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('plandoc.openTaskTable');
    await until('the tab of the task table', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('plandoc.taskTable')),
    );
    equal(document.getText(), texts.at(-1), 'the text, which nobody asked to change');
  });

  it('undo takes each step back, in order, to the text as it came', async () => {
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    const seen = new Set([document.getText()]);
    for (let steps = 0; steps < 60 && document.getText() !== texts[0]; steps++) {
      const before = document.getText();
      await vscode.commands.executeCommand('undo');
      await until('undo to change the text', () => document.getText() !== before);
      seen.add(document.getText());
    }
    equal(document.getText(), texts[0], 'the text after all is undone');
    equal(
      texts.map((text) => seen.has(text)),
      texts.map(() => true),
      'undo came by the text of every step',
    );
  });
});
