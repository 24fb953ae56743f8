/** Documents of every kind a window may hold: in memory, read-only, without a file, of another language, in a second folder. */
import * as vscode from 'vscode';
import {
  equal,
  extensionId,
  finding,
  insert,
  ok,
  rangeOf,
  replaceAll,
  ruleOf,
  showPlan,
  until,
  workspaceFolder,
} from './helpers';
import { memoryFiles, type MemoryFiles } from './memoryFiles';

const PLAN = `云溪区养老服务工作实施方案（2024—2026年）

一、重点任务
（一）建立台账。2025年底前完成。（牵头单位：区量子专班局；责任单位：区财政局）
（二）开展检查。2025年底前完成。（牵头单位：区财政局）
`;
const REGISTER = '地区: 云溪区\n单位:\n  - 区量子专班局\n  - 区节水中心\n';

async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uri);
  return vscode.window.showTextDocument(document, { preview: false });
}

function putCaret(editor: vscode.TextEditor, words: string): void {
  const { end } = rangeOf(editor.document, words);
  editor.selection = new vscode.Selection(end, end);
}

/** What completion proposes at a place, once it proposes `wanted`. */
function proposed(document: vscode.TextDocument, at: vscode.Position, wanted: string): Promise<boolean> {
  return until(`${wanted} among the proposals`, async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    return list.items.some(({ label }) => (typeof label === 'string' ? label : label.label).includes(wanted));
  });
}

/** Runs a command with every message caught, questions answered by leaving them; what was said. */
async function said(command: string, ...args: readonly unknown[]): Promise<readonly string[]> {
  const messages: string[] = [];
  const { window } = vscode;
  const names = ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const;
  const kept = names.map((name) => window[name]);
  const note = (text: string): Promise<undefined> => {
    messages.push(text);
    return Promise.resolve(undefined);
  };
  names.forEach((name) => Object.assign(window, { [name]: note }));
  try {
    let ended = false;
    const run = Promise.resolve(vscode.commands.executeCommand(command, ...args)).finally(() => (ended = true));
    run.catch(() => undefined);
    await until(`${command} to end`, async () => {
      // A question may not be there yet when it is to be closed.
      if (!ended) await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return ended;
    });
    await run;
  } finally {
    names.forEach((name, at) => Object.assign(window, { [name]: kept[at] }));
  }
  return messages;
}

describe('别的文件 documents that are no plans', () => {
  /**
   * Commands that do not need a plan in front, those of the side bar since it shows a plan as long as it is open anywhere. The
   * rest has to say that it needs one.
   */
  const ANYWHERE =
    /^plandoc\.(newPlan|importFile|checkWorkspace|restartServer|showLog|unitsOf\w+|collectUnits|mergeUnits|openRegister)$/;
  /** They ask for a file, and the editor shows no dialogs under test. */
  const DIALOG = /refused to show dialog in tests/;
  let commands: readonly string[];

  before(async () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as {
      readonly contributes: { readonly commands: readonly { readonly command: string }[] };
    };
    commands = manifest.contributes.commands.map(({ command }) => command);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(async () => {
    await vscode.commands.executeCommand('plandoc.unitsOfDocument');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  async function checkSays(command: string): Promise<void> {
    const messages = await said(command).catch((error: unknown) => {
      if (DIALOG.test(String(error))) return [];
      throw new Error(`${command} failed: ${String(error)}`);
    });
    for (const text of messages)
      ok(!/\n\s+at |Error:|undefined/.test(text), `${command}: a sentence and no fault: ${text}`);
    if (!ANYWHERE.test(command)) ok(messages.length > 0, `${command} says that it needs a plan`);
  }

  it('every command says so, or does what it can, in a text that is no plan', async () => {
    const content = '# notes\n\n区财政局、区司法局\n';
    for (const command of commands) {
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
      await vscode.window.showTextDocument(document, { preview: false });
      await checkSays(command);
      equal(document.getText(), content, `the text after ${command}`);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  it('every command says so, or does what it can, where nothing is open', async () => {
    for (const command of commands) {
      await checkSays(command);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });
});

describe('没有文件的方案 untitled plans', () => {
  after(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('are checked, completed, renamed and edited as files are', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plan', content: PLAN });
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    await finding(document, 'unknown-unit', '区量子专班局');
    await proposed(document, rangeOf(document, '责任单位：').end, '区财政局');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      rangeOf(document, '区财政局').start.translate(0, 1),
      '区财政事务局',
    );
    equal(edit.get(document.uri).length, 2, 'places to rename');
    putCaret(editor, '区量子专班局');
    equal(await said('plandoc.toTable', { form: 'markdown' }), [], 'complaints');
    ok(document.getText().includes('| 2 | 开展检查。'), document.getText());
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), PLAN, 'after undo');
  });
});

describe('虚拟文件系统 virtual file systems', () => {
  const open: MemoryFiles[] = [];
  const files = (scheme: string, isReadonly = false): MemoryFiles => {
    const made = memoryFiles(
      scheme,
      { '/区/甲.plan': PLAN, '/区/units.yaml': REGISTER, '/区/plandoc.yaml': '规则:\n  missing-deadline: off\n' },
      { isReadonly },
    );
    open.push(made);
    return made;
  };
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const made of open.splice(0)) made.dispose();
  });

  it('registers beside a plan are read, and plans edited', async () => {
    const memory = files('plandoc-memory');
    const editor = await show(memory.uri('/区/甲.plan'));
    const { document } = editor;
    equal(document.languageId, 'plan', 'language');
    await proposed(document, rangeOf(document, '责任单位：').end, '区节水中心');
    await until('the unit of the register to be known', () =>
      vscode.languages.getDiagnostics(document.uri).every((one) => ruleOf(one) !== 'unknown-unit'),
    );
    putCaret(editor, '区量子专班局');
    equal(await said('plandoc.pasteAsPlan', '、区人社局'), [], 'complaints');
    ok(document.getText().includes('区量子专班局、区人社局；'), 'pasted');
    await document.save();
    ok(memory.text('/区/甲.plan')?.includes('区量子专班局、区人社局；'), 'saved where it came from');
  });

  it('a new plan of such a folder is a plan without a file', async () => {
    const memory = files('plandoc-memory-new');
    await show(memory.uri('/区/甲.plan'));
    await vscode.commands.executeCommand('plandoc.newPlan', {
      ...{ template: 'notice', topic: '节水', region: '云溪区', level: 'county', period: '2026', lead: '区水务局' },
    });
    const document = vscode.window.activeTextEditor?.document;
    ok(document?.isUntitled && document.languageId === 'plan', 'an untitled plan');
    ok(document.getText().includes('云溪区'), document.getText().slice(0, 60));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('what cannot be written is read all the same, and commands say why they change nothing', async () => {
    const memory = files('plandoc-memory-fixed', true);
    const editor = await show(memory.uri('/区/甲.plan'));
    const { document } = editor;
    await proposed(document, rangeOf(document, '责任单位：').end, '区节水中心');
    for (const command of ['plandoc.toTable', 'plandoc.wrapAnnotation']) {
      putCaret(editor, '区量子专班局');
      const messages = await said(command);
      equal(messages.length, 1, `sentences of ${command}`);
      equal(document.getText(), PLAN, `the text after ${command}`);
    }
    equal((await said('plandoc.pasteAsPlan', '区人社局')).length, 1, 'sentences of pasting');
    equal(document.getText(), PLAN, 'the text after pasting');
  });
});

describe('几个文件夹 several folders', () => {
  it('each folder has its own register and rules', async function () {
    // The suite opens two folders in the Node host and one in the web host, so that both are tried.
    const [, second] = vscode.workspace.workspaceFolders ?? [];
    if (!second) return this.skip();
    const plan = vscode.Uri.joinPath(second.uri, '乙.plan');
    const { document } = await showPlan(PLAN);
    await finding(document, 'unknown-unit', '区量子专班局');
    const other = (await show(plan)).document;
    await proposed(other, rangeOf(other, '责任单位：').end, '区节水中心');
    await replaceAll(document, PLAN.replaceAll('2025年', '2027年'));
    await finding(document, 'deadline-out-of-period');
    // The same words stand in the second plan, where its plandoc.yaml has the rule off; one more fault there shows that it
    // was checked.
    await insert(other, other.lineAt(other.lineCount - 1).range.end, '（三）总结。（牵头单位：区不存在的局）\n');
    await finding(other, 'unknown-unit', '区不存在的局');
    const rules = vscode.languages.getDiagnostics(other.uri).map((one) => `${ruleOf(one)} ${other.getText(one.range)}`);
    ok(!rules.some((rule) => rule.includes('deadline-out-of-period')), `the rule is off there: ${rules.join()}`);
    ok(!rules.some((rule) => rule.includes('区量子专班局')), `its register knows the unit: ${rules.join()}`);
    ok(document.uri.path.startsWith(workspaceFolder().path), 'the first plan is in the first folder');
  });
});
