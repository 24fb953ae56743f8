import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  InsertTextFormat,
  type CompletionItem,
  type CompletionList,
  type InsertReplaceEdit,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver/node';
import { sharedEditor, startEditor, type Editor, type OpenText } from './editor';

const PLAN = `云溪区数字政府建设实施方案（2021—2025年）

一、总体要求
坚持统筹规划。
二、主要任务
（一）健全制度。修订管理办法，2024年底前完成。（牵头单位：区司法局；责任单位：区财政局、区审计局）
（二）强化监督。开展年度检查。（牵头单位：区审计局；责任单位：区各部门）
`;

async function complete(of: Editor, marked: string): Promise<{ plan: OpenText; list: CompletionList | null }> {
  const plan = of.open(marked);
  return { plan, list: await of.ask<CompletionList | null>('textDocument/completion', plan, { position: plan.caret }) };
}

const labels = (list: CompletionList | null): string[] =>
  [...(list?.items ?? [])].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1)).map(({ label }) => label);

describe('补全 completion over the pipe', () => {
  const simple = sharedEditor();
  const able = sharedEditor({ completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } } });

  it('is asked for again whenever more is typed, and passes the editor’s own filter', async () => {
    const { plan, list } = await complete(simple(), `${PLAN}（三）检查。（牵头单位：<|qsfj|>$0）`);
    assert.equal(list?.isIncomplete, true);
    assert.equal(labels(list)[0], '区司法局');
    for (const { filterText, textEdit } of list.items) {
      assert.ok(filterText?.startsWith('qsfj'), filterText);
      assert.deepEqual((textEdit as TextEdit).range, plan.ranges[0]);
    }
  });

  it('an old list goes on to fit as more is typed, until the new one is there', async () => {
    const { list } = await complete(simple(), `${PLAN}（三）检查。（牵头单位：区$0）`);
    const { filterText = '' } = list!.items.find(({ label }) => label === '区司法局')!;
    for (const typed of ['区s', '区sf', '区司', '区sifaju']) {
      const rest = [...typed].reduce((from, char) => (from < 0 ? from : filterText.indexOf(char, from) + 1 || -1), 0);
      assert.ok(rest > 0, `${typed} in ${filterText}`);
    }
  });

  it('answers nothing in the middle of a sentence', async () => {
    assert.equal((await complete(simple(), PLAN.replace('坚持', '坚$0持'))).list, null);
  });

  it('gives plain text to an editor without tab stops', async () => {
    const { list } = await complete(simple(), `${PLAN}（三）强化监督，每年开展检查。$0`);
    const [first] = list!.items;
    assert.equal(first!.insertTextFormat, InsertTextFormat.PlainText);
    assert.equal((first!.textEdit as TextEdit).newText, '（牵头单位：；责任单位：）');
  });

  it('gives tab stops to one that has them', async () => {
    const { list } = await complete(able(), `${PLAN}（三）强化监督，每年开展检查。$0`);
    const [first] = list!.items;
    assert.equal(first!.insertTextFormat, InsertTextFormat.Snippet);
    assert.equal((first!.textEdit as InsertReplaceEdit).newText, '（牵头单位：${1}；责任单位：${2}）$0');
    const clause = (await complete(able(), `${PLAN}qhdcjc$0`)).list;
    assert.match(
      (clause!.items[0]!.textEdit as InsertReplaceEdit).newText,
      /强化督促检查。\$\{1:区政府督查室\}会同\$\{2:.*\}对/,
    );
  });

  it('tells what to insert from what to replace', async () => {
    const { list } = await complete(able(), `${PLAN}（三）检查。（牵头单位：sf$0局；责任单位：区财政局）`);
    const { insert, replace } = list!.items[0]!.textEdit as InsertReplaceEdit;
    assert.deepEqual(insert.start, replace.start);
    assert.equal(replace.end.character - insert.end.character, '局'.length);
  });

  it('tells more of an item when it is looked at', async () => {
    const { list } = await complete(simple(), `${PLAN}（三）检查。（牵头单位：qsfj$0）`);
    const item = list!.items[0]!;
    assert.match(item.detail ?? '', /政府(?:工作)?部门/);
    assert.equal(item.documentation, undefined);
    const resolved = await simple().connection.sendRequest<CompletionItem>('completionItem/resolve', item);
    assert.match((resolved.documentation as MarkupContent).value, /区司法局[\s\S]*本文牵头 1 项/);
    assert.equal(resolved.label, item.label);
  });

  it('leaves an item alone that it knows nothing more of', async () => {
    for (const item of [
      { label: '甲' },
      { label: '乙', data: { uri: 'untitled:/nothing', about: { kind: 'unit', name: '乙' } } },
    ])
      assert.deepEqual(await simple().connection.sendRequest('completionItem/resolve', item), item);
  });

  it('is asked for behind marks of either width', () => {
    const { triggerCharacters = [], resolveProvider } = simple().initialized.capabilities.completionProvider!;
    for (const mark of '：:，,；;（(《、') assert.ok(triggerCharacters.includes(mark), mark);
    // A tab leaves a cell: what it opened would be accepted by the next one.
    assert.ok(!triggerCharacters.includes('\t'));
    assert.equal(resolveProvider, true);
  });

  it('speaks the language of the editor', async () => {
    const english = await startEditor({ locale: 'en' });
    const { list } = await complete(english, `${PLAN}（三）检查。（牵头单位：qsfj$0）`);
    assert.match(list!.items[0]!.detail ?? '', /government department/);
    await english.end();
  });

  it('cites a superior plan with the number it has', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plandoc-lsp-'));
    const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
    writeFileSync(join(folder, '上级.plan'), '云政发〔2022〕3号\n澄江市法治建设实施方案（2021—2025年）\n\n一、任务\n');
    const editor = await startEditor({ folders: [{ uri: pathToFileURL(folder).href, name: '工作区' }] });
    const plan = editor.open(`---\n上位文件: 上级.plan\n---\n${PLAN}（三）落实《$0》\n`, { uri: uriOf('本级.plan') });
    const list = await editor.ask<CompletionList>('textDocument/completion', plan, { position: plan.caret });
    const { newText } = list.items[0]!.textEdit as TextEdit;
    assert.equal(newText, '《澄江市法治建设实施方案（2021—2025年）》（云政发〔2022〕3号）');
    await editor.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('follows the text as it is typed', async () => {
    const plan = simple().open(`${PLAN}（三）检查。（牵头单位：$0）`);
    let { caret } = plan;
    for (const [typed, found] of [
      ['s', true],
      ['f', true],
      ['x', false],
    ] as const) {
      simple().change(plan, [{ range: { start: caret, end: caret }, text: typed }]);
      caret = { line: caret.line, character: caret.character + 1 };
      const list = await simple().ask<CompletionList | null>('textDocument/completion', plan, { position: caret });
      assert.equal(labels(list).includes('区司法局'), found, typed);
    }
  });
});
