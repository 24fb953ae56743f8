/** What somebody sees who types a unit by its pinyin: the real list, the real keys. */
import * as vscode from 'vscode';
import { ok, showPlan, until } from './helpers';

const head = '云溪区养老服务工作实施方案（2024—2026年）\n\n一、重点任务\n';

describe('输入 typing', () => {
  async function caretAt(text: string): Promise<vscode.TextDocument> {
    const { document, caret } = await showPlan(text);
    const editor = vscode.window.activeTextEditor;
    ok(editor?.document === document, 'the plan is shown');
    editor.selection = new vscode.Selection(caret, caret);
    return document;
  }

  /** Types one key after the other, as a person does. */
  async function type(keys: string): Promise<void> {
    for (const key of keys) await vscode.commands.executeCommand('type', { text: key });
  }

  /**
   * Asks for the list and takes what is first. What opened while keys came faster than a person types is put away, as it
   * may be that of an earlier key. There is no way to see the list from here: asking again does no harm until it is taken.
   */
  async function take(document: vscode.TextDocument, wanted: string): Promise<void> {
    await vscode.commands.executeCommand('hideSuggestWidget');
    const before = document.getText();
    await until(`${wanted} in the text`, async () => {
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await new Promise((done) => setTimeout(done, 300));
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText() !== before;
    });
    ok(document.getText().includes(wanted), `${wanted} was first; the text is ${document.getText()}`);
  }

  it('qsfj in an annotation becomes 区司法局', async () => {
    const document = await caretAt(`${head}（一）建立台账。2025年底前完成。（牵头单位：$0；责任单位：区财政局）\n`);
    await type('qsfj');
    ok(document.getText().includes('牵头单位：qsfj'), 'the letters are typed');
    await take(document, '牵头单位：区司法局；责任单位');
  });

  it('a mixture of characters and pinyin in the cell of a table', async () => {
    const document = await caretAt(
      '云溪区养老服务任务清单（2024—2026年）\n序号\t主要任务\t牵头单位\t责任单位\t完成时间\n1\t建立台账\t$0\t区财政局\t2025年底前\n',
    );
    await type('区shenj');
    await take(document, '\t区审计局\t区财政局');
  });
});
