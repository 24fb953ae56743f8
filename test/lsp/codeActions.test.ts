import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CreateFile, TextDocumentEdit } from 'vscode-languageserver/node';
import { applyEdits } from '../../server/src/core/text/edits';
import type { TextEdit } from '../../server/src/core/text/position';
import { startEditor, type Editor, type OpenText } from './editor';

const UNITS = '地区: 云溪区\n单位:\n  - 名称: 区数据局\n    别名: [区政务和数据局]\n';
const planFor = (annotation: string): string =>
  `云溪区某项工作实施方案（2021—2025年）\n一、任务\n（一）做好数据归集工作，建立长效机制。（${annotation}）\n（二）开展年度检查。（牵头单位：区司法局）\n`;

describe('quick fixes', () => {
  let folder: string;
  let editor: Editor;
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'plandoc-lsp-'));
  });
  beforeEach(async () => {
    rmSync(join(folder, 'units.yaml'), { force: true });
    editor = await startEditor({ folders: [{ uri: pathToFileURL(folder).href, name: '工作区' }] });
  });
  afterEach(() => editor.end());
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function fixesAt(marked: string, only?: string[]): Promise<{ plan: OpenText; actions: CodeAction[] }> {
    const plan = editor.open(marked, { uri: uriOf('方案.plan') });
    await editor.findings(plan);
    const parameters = {
      range: { start: plan.caret, end: plan.caret },
      context: { diagnostics: [], ...(only && { only }) },
    };
    return { plan, actions: await editor.ask('textDocument/codeAction', plan, parameters) };
  }

  function pick(actions: readonly CodeAction[], title: string): CodeAction {
    const action = actions.find((one) => one.title === title);
    assert.ok(action, `no “${title}” among ${actions.map((one) => one.title).join(' | ')}`);
    return action;
  }

  /** The edits of an action, which must be for the document at `uri`. */
  function editsOf(action: CodeAction, uri: string): readonly TextEdit[] {
    const edits = (action.edit?.documentChanges ?? []).filter(
      (change): change is TextDocumentEdit => 'edits' in change,
    );
    assert.deepEqual(
      edits.map((change) => change.textDocument.uri),
      [uri],
    );
    return edits[0]!.edits as TextEdit[];
  }

  it('put the right name for a misspelt one', async () => {
    writeFileSync(join(folder, 'units.yaml'), UNITS);
    const { plan, actions } = await fixesAt(planFor('牵头单位：区司法$0居'));
    const action = pick(actions, '改为“区司法局”');
    assert.equal(action.kind, 'quickfix');
    assert.equal(action.diagnostics?.[0]?.code, 'unit-misspelled');
    const mended = applyEdits(plan.text, editsOf(action, plan.uri));
    assert.equal(mended, planFor('牵头单位：区司法局'));
  });

  it('add a unit to the register there is', async () => {
    writeFileSync(join(folder, 'units.yaml'), UNITS);
    const { actions } = await fixesAt(planFor('牵头单位：区量子$0通信专班局'));
    const action = pick(actions, '将“区量子通信专班局”登记到单位名录');
    assert.equal(applyEdits(UNITS, editsOf(action, uriOf('units.yaml'))), `${UNITS}  - 区量子通信专班局\n`);
  });

  it('make the register where there is none', async () => {
    const { actions } = await fixesAt(planFor('牵头单位：区量子$0通信专班局'));
    const action = pick(actions, '将“区量子通信专班局”登记到单位名录');
    const [create] = action.edit!.documentChanges as [CreateFile];
    assert.deepEqual(
      [create.kind, create.uri, create.options],
      ['create', uriOf('units.yaml'), { ignoreIfExists: true }],
    );
    assert.match(applyEdits('', editsOf(action, uriOf('units.yaml'))), /^单位:\n {2}- 区量子通信专班局\n$/);
  });

  it('add another writing as an alias', async () => {
    writeFileSync(join(folder, 'units.yaml'), UNITS);
    const { actions } = await fixesAt(planFor('牵头单位：区数剧$0局'));
    const action = pick(actions, '将“区数剧局”登记为“区数据局”的别名');
    assert.match(applyEdits(UNITS, editsOf(action, uriOf('units.yaml'))), /别名: \[区政务和数据局, 区数剧局\]/);
  });

  it('make the first unit the one that leads', async () => {
    const { plan, actions } = await fixesAt(planFor('责任单位：区司$0法局、区财政局、区审计局'));
    const action = pick(actions, '将“区司法局”改为牵头单位');
    assert.equal(action.isPreferred, true);
    const mended = applyEdits(plan.text, editsOf(action, plan.uri));
    assert.equal(mended, planFor('牵头单位：区司法局；责任单位：区财政局、区审计局'));
  });

  it('carry the version they belong to, and are none where nothing is wrong or another kind is wanted', async () => {
    const { plan, actions } = await fixesAt(planFor('责任单位：区司$0法局、区财政局'));
    const [change] = actions[0]!.edit!.documentChanges as [TextDocumentEdit];
    assert.equal(change.textDocument.version, 1);
    const start = { line: 0, character: 0 };
    const parameters = { range: { start, end: start }, context: { diagnostics: [] } };
    assert.deepEqual(await editor.ask('textDocument/codeAction', plan, parameters), []);
    const refactor = {
      range: { start: plan.caret, end: plan.caret },
      context: { diagnostics: [], only: ['refactor'] },
    };
    assert.deepEqual(await editor.ask('textDocument/codeAction', plan, refactor), []);
  });
});
