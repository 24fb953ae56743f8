/** Going from name to entry and renaming over files, as the editor's own commands do it. */
import * as vscode from 'vscode';
import { answer, equal, ok, rangeOf, replaceAll, showPlan, until, workspaceFolder } from './helpers';

const PLAN = `临湖县河湖长制实施方案（2024—2026年）

一、重点任务
（一）清淤。2024年底前清理河道。（牵头单位：县河湖中心；责任单位：县财政局）
（二）护坡。按第一项由县河湖中心加固堤岸。（牵头单位：临湖县河湖中心）
`;
const OTHER = `临湖县湿地保护实施方案（2024—2026年）

一、重点任务
（一）巡护。开展巡护。（牵头单位：县林业局；责任单位：县河湖中心）
`;
const UNITS = `# 本县的单位
地区: 临湖县
级别: 县级
单位:
  - 名称: 县河湖中心
    全称: 临湖县河湖中心
`;

type Place = vscode.Location | vscode.LocationLink;
const uriOf = (place: Place): vscode.Uri => ('targetUri' in place ? place.targetUri : place.uri);
const rangeIn = (place: Place): vscode.Range => ('targetUri' in place ? place.targetRange : place.range);

describe('跳转和重命名 navigation', () => {
  let units: vscode.Uri;

  before(async () => {
    units = vscode.Uri.joinPath(workspaceFolder(), 'units.yaml');
    await vscode.workspace.fs.writeFile(units, new TextEncoder().encode(UNITS));
  });
  after(async () => {
    await vscode.workspace.fs.delete(units);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** Waits until the definition at `words` is in the file named. */
  const definition = (document: vscode.TextDocument, words: string, file: string): Promise<Place> =>
    until(`the definition of ${words} in ${file}`, async () => {
      const places = await vscode.commands.executeCommand<readonly Place[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        rangeOf(document, words).start.translate(0, 1),
      );
      return places.find((place) => decodeURIComponent(uriOf(place).path).endsWith(file));
    });

  it('a unit leads to its line in units.yaml', async () => {
    const { document } = await showPlan(PLAN, '河湖.plan');
    const place = await definition(document, '县河湖中心；', 'units.yaml');
    equal(rangeIn(place).start.line, 4, 'line');
    const register = await vscode.workspace.openTextDocument(uriOf(place));
    equal(register.getText(rangeIn(place)), '县河湖中心', 'name');
  });

  it('a unit of the base register leads to a page, a number to its measure', async () => {
    const { document } = await showPlan(PLAN, '河湖.plan');
    const place = await definition(document, '县财政局', '单位名录.md');
    const page = await vscode.workspace.openTextDocument(uriOf(place));
    equal(page.getText(rangeIn(place)), '财政局', 'entry');
    const measure = await definition(document, '第一项', '河湖.plan');
    ok(document.getText(rangeIn(measure)).startsWith('（一）清淤'), document.getText(rangeIn(measure)));
  });

  it('renames a unit in two plans and the register, and undo takes it back', async () => {
    const { document: other } = await showPlan(OTHER, '湿地.plan');
    const { document } = await showPlan(PLAN, '河湖.plan');
    await definition(document, '县河湖中心；', 'units.yaml');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      rangeOf(document, '县河湖中心；').start,
      '县河长服务中心',
    );
    const files = edit.entries();
    equal(files.length, 3, 'files');
    // One edit for each file: for all at once the editor would ask before undoing.
    for (const [uri, edits] of files) {
      const own = new vscode.WorkspaceEdit();
      own.set(
        uri,
        edits.filter(({ newText }) => !newText.includes('别名')),
      );
      ok(await vscode.workspace.applyEdit(own), `the edit of ${uri.path}`);
    }
    const renamed = (text: string): string => text.replaceAll('县河湖中心', '县河长服务中心');
    equal(document.getText(), renamed(PLAN), 'the plan');
    equal(other.getText(), renamed(OTHER), 'the other plan');
    const register = await vscode.workspace.openTextDocument(units);
    equal(register.getText(), renamed(UNITS), 'the register');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    await until('the plan as it was', () => document.getText() === PLAN);
    await replaceAll(register, UNITS);
    await register.save();
  });

  it('all names of a unit are found in the workspace', async () => {
    const { document } = await showPlan(PLAN, '河湖.plan');
    await definition(document, '县河湖中心；', 'units.yaml');
    const places = await answer<vscode.Location>(
      'references',
      'vscode.executeReferenceProvider',
      document.uri,
      rangeOf(document, '县河湖中心；').start,
    );
    const own = places.filter(({ uri }) => uri.toString() === document.uri.toString());
    equal(
      own
        .map(({ range }) => document.getText(range))
        .sort()
        .join(' '),
      '临湖县河湖中心 县河湖中心 县河湖中心',
      'names',
    );
  });

  it('finds a unit of the workspace by pinyin, under a name the editor keeps', async () => {
    await showPlan(PLAN, '河湖.plan');
    const found = await until('县河湖中心 by xhhzx', async () => {
      const symbols = await vscode.commands.executeCommand<readonly vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'xhhzx',
      );
      return symbols.find(({ name }) => name.startsWith('县河湖中心'));
    });
    ok(found.name.endsWith('xhhzx'), found.name);
  });
});
