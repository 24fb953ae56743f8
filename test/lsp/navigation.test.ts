import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  DocumentHighlight,
  Hover,
  Location,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { applyEdits } from '../../server/src/core/text/edits';
import { endOf, textIn } from '../support/marks';
import { inTime, startEditor, type Editor, type OpenText } from './editor';

const UNITS = `# 名录
地区: 云溪区
级别: 县级
单位:
  - 名称: 区数据局 # 新设
    全称: 云溪区数据局
    别名: [区政务和数据局]
  - 区热线中心
  - 名称: 区信息中心
    承接: 区数据局
`;
const OTHER = `澄江市数据共享方案
澄政发〔2023〕5号
一、任务
（一）汇总。汇总数据。（牵头单位：市大数据局；责任单位：云溪区数据局）
`;
const LIST = `云溪区重点任务清单
序号\t主要任务\t牵头单位\t责任单位\t完成时间
1\t请区数据局汇总\t数据局\t区财政局\t2024年
`;
const PLAN = `---
标题: 云溪区数据共享实施方案
上位文件: 上级.plan
---
一、任务
（一）共享。按照《澄江市数据共享方案》（澄政发〔2023〕5号）办理。（牵头单位：区数据局；责任单位：区热线中心、区司法局）
（二）汇总。按第一项由区数据局办理。（牵头单位：云溪区数据局；责任单位：区政务和数据局）
`;

describe('going about the workspace', () => {
  let folder: string;
  let editor: Editor;
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  const read = (uri: string): string => readFileSync(new URL(uri), 'utf8');
  const nameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  const open = (marked: string, name = '方案.plan'): OpenText => editor.open(marked, { uri: uriOf(name) });
  const at = (text: string, words: string): string => text.replace(words, `${words[0]}$0${words.slice(1)}`);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'plandoc-nav-'));
    mkdirSync(join(folder, '清单'));
    writeFileSync(join(folder, 'units.yaml'), UNITS);
    writeFileSync(join(folder, '上级.plan'), OTHER);
    writeFileSync(join(folder, '清单', '清单.plan.tsv'), LIST);
    writeFileSync(join(folder, '方案.plan'), PLAN);
  });
  afterEach(async () => {
    await editor.end();
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (options: { previews?: boolean; initializationOptions?: unknown } = {}): Promise<void> => {
    editor = await startEditor({
      folders: [{ uri: pathToFileURL(folder).href, name: '工作区' }],
      ...(options.previews && { previews: true }),
      ...(options.initializationOptions !== undefined && { initializationOptions: options.initializationOptions }),
    });
  };

  async function checkDefinition(words: string, expected: readonly string[]): Promise<void> {
    const plan = open(at(PLAN, words));
    const found = await editor.ask<Location[] | null>('textDocument/definition', plan, { position: plan.caret });
    const places = (found ?? []).map(({ uri, range }) => {
      const text = uri.startsWith('file:') ? read(uri) : '';
      return `${nameOf(uri)} ${textIn(text, range).replace(/\n.*/s, '')}`.trim();
    });
    assert.deepEqual(places, expected);
  }

  it('goes from a unit to its line in the register, under every name', async () => {
    await start();
    await checkDefinition('区数据局；', ['units.yaml 区数据局']);
    await checkDefinition('云溪区数据局；', ['units.yaml 区数据局']);
    await checkDefinition('区政务', ['units.yaml 区数据局']);
    await checkDefinition('区热线', ['units.yaml 区热线中心']);
  });

  it('goes from a citation, a path and a number to what they mean', async () => {
    await start();
    await checkDefinition('《澄江', ['上级.plan 澄江市数据共享方案']);
    await checkDefinition('上级.plan', ['上级.plan']);
    await checkDefinition('第一项', ['方案.plan （一）共享']);
  });

  it('goes to the page of the base register in editors that show it, and nowhere in others', async () => {
    await start({ initializationOptions: { showsRegister: true } });
    const plan = open(at(PLAN, '区司法局'));
    const [place] = await editor.ask<Location[]>('textDocument/definition', plan, { position: plan.caret });
    assert.match(place!.uri, /^plandoc-register:/);
    const { text } = await editor.connection.sendRequest<{ text: string }>('plandoc/registerPage', {});
    assert.equal(textIn(text, place!.range), '司法局');
    await editor.end();
    await start();
    await checkDefinition('区司法局', []);
  });

  it('finds a unit in open plans and in files, from the text and from the register', async () => {
    await start();
    const plan = open(at(PLAN, '区数据局；'));
    const expected = [
      '上级.plan 云溪区数据局',
      '方案.plan 云溪区数据局',
      '方案.plan 区数据局',
      '方案.plan 区数据局',
      '方案.plan 区政务和数据局',
      '清单.plan.tsv 区数据局',
      '清单.plan.tsv 数据局',
    ];
    const say = (found: readonly Location[]): string[] =>
      found.map(({ uri, range }) => `${nameOf(uri)} ${textIn(read(uri), range)}`).sort();
    const fromText = await editor.ask<Location[]>('textDocument/references', plan, {
      position: plan.caret,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(say(fromText), [...expected].sort());
    const register = editor.open(UNITS, { uri: uriOf('units.yaml'), language: 'yaml' });
    const fromRegister = await editor.ask<Location[]>('textDocument/references', register, {
      position: endOf(UNITS.slice(0, UNITS.indexOf('区数据局') + 2)),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(say(fromRegister), [...expected, 'units.yaml 区数据局'].sort());
  });

  it('marks who leads in the highlights', async () => {
    await start();
    const plan = open(at(PLAN, '区数据局；'));
    const found = await editor.ask<DocumentHighlight[]>('textDocument/documentHighlight', plan, {
      position: plan.caret,
    });
    assert.deepEqual(
      found.map(({ range, kind }) => `${textIn(plan.text, range)} ${kind}`),
      ['区数据局 3', '区数据局 1', '云溪区数据局 3', '区政务和数据局 2'].sort(
        (a, b) => order(plan.text, a) - order(plan.text, b),
      ),
    );
  });
  // In order of place: the first task, then the words of the second, then its annotation.
  const order = (_: string, line: string): number =>
    ['区数据局 3', '区数据局 1', '云溪区数据局 3', '区政务和数据局 2'].indexOf(line);

  const editsOf = (edit: WorkspaceEdit): ReadonlyMap<string, readonly TextEdit[]> =>
    new Map(
      ((edit.documentChanges ?? []) as TextDocumentEdit[]).map(({ textDocument, edits }) => [
        nameOf(textDocument.uri),
        edits as TextEdit[],
      ]),
    );

  it('renames a unit in all plans and in the register, each spelling in its own way', async () => {
    await start({ previews: true });
    const plan = open(at(PLAN, '区数据局；'));
    const prepared = await editor.ask<{ placeholder: string }>('textDocument/prepareRename', plan, {
      position: plan.caret,
    });
    assert.equal(prepared.placeholder, '区数据局');
    const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', plan, {
      position: plan.caret,
      newName: '区大数据中心',
    });
    const edits = editsOf(edit);
    const kept = (name: string, text: string, without = ''): string =>
      applyEdits(
        text,
        (edits.get(name) ?? []).filter((one) => (one as { annotationId?: string }).annotationId !== without),
      );
    assert.equal(
      kept('方案.plan', PLAN),
      PLAN.replaceAll('云溪区数据局', '云溪区大数据中心')
        .replaceAll('区数据局', '区大数据中心')
        .replace('区政务和数据局', '区大数据中心'),
    );
    assert.equal(kept('上级.plan', OTHER), OTHER.replace('云溪区数据局', '云溪区大数据中心'));
    assert.equal(
      kept('清单.plan.tsv', LIST),
      LIST.replace('区数据局', '区大数据中心').replace('\t数据局', '\t大数据中心'),
    );
    const register = UNITS.replaceAll('区数据局', '区大数据中心');
    assert.equal(kept('units.yaml', UNITS, 'alias'), register);
    assert.equal(kept('units.yaml', UNITS), register.replace('[区政务和数据局]', '[区政务和数据局, 区数据局]'));
    const { here, register: inRegister, elsewhere, whole, alias } = edit.changeAnnotations!;
    assert.deepEqual(
      [here, inRegister, elsewhere, whole, alias].map((one) => one?.needsConfirmation),
      [false, false, true, true, true],
    );
    const [document] = (edit.documentChanges as TextDocumentEdit[]).filter((one) => one.textDocument.uri === plan.uri);
    assert.equal(document!.textDocument.version, 1);
  });

  it('renames from the register, a plain entry and its alias too', async () => {
    await start({ previews: true });
    const register = editor.open(UNITS, { uri: uriOf('units.yaml'), language: 'yaml' });
    open(PLAN);
    const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', register, {
      position: endOf(UNITS.slice(0, UNITS.indexOf('区热线') + 1)),
      newName: '区服务中心',
    });
    const edits = editsOf(edit);
    assert.equal(applyEdits(PLAN, edits.get('方案.plan')!), PLAN.replace('区热线中心', '区服务中心'));
    const [plain] = edits.get('units.yaml')!;
    assert.equal(applyEdits(UNITS, [plain!]), UNITS.replace('区热线中心', '区服务中心'));
  });

  it('refuses bad names, and names that are taken where it cannot ask', async () => {
    await start();
    const plan = open(at(PLAN, '区数据局；'));
    const rename = (newName: string): Promise<unknown> =>
      editor.ask('textDocument/rename', plan, { position: plan.caret, newName });
    await assert.rejects(rename('区数据局、区司法局'), /单位名称里不能有“、”/);
    await assert.rejects(rename(' '), /不能为空/);
    await assert.rejects(rename('区热线中心'), /已经是另一单位（区热线中心）的名称/);
    const words = open(at(PLAN, '汇总'), '另一.plan');
    await assert.rejects(editor.ask('textDocument/prepareRename', words, { position: words.caret }), /不是单位名称/);
  });

  it('asks before two units become one, where it can', async () => {
    await start({ previews: true });
    const plan = open(at(PLAN, '区数据局；'));
    const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', plan, {
      position: plan.caret,
      newName: '区热线中心',
    });
    for (const one of Object.values(edit.changeAnnotations!)) {
      assert.equal(one.needsConfirmation, true);
      assert.match(one.description!, /两家合为一家/);
    }
  });

  it('tells in the card of a unit what it does in the workspace, once that is known', async () => {
    await start();
    const plan = open(at(PLAN, '区数据局；'));
    await inTime('symbols', editor.connection.sendRequest('workspace/symbol', { query: '' }));
    const { contents } = await editor.ask<Hover>('textDocument/hover', plan, { position: plan.caret });
    const { value } = contents as { value: string };
    assert.match(value, /本文牵头 2 项，参加 1 项/);
    assert.match(value, /工作区 3 个方案里：牵头 3 项，参加 2 项/);
    assert.match(value, /名录：units\\\.yaml/);
    assert.match(value, /\[（一）共享\]\(<file:[^>]+#L6>\)/);
  });
});
