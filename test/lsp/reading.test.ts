import assert from 'node:assert/strict';
import {
  SymbolKind,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type SemanticTokens,
} from 'vscode-languageserver/node';
import { sharedEditor, startEditor, type Editor, type OpenText } from './editor';
import { textIn } from '../support/marks';

const PLAN = `云溪区数字政府建设实施方案（2021—2025年）

一、总体要求
坚持统筹规划。
二、主要任务
（一）健全制度。修订管理办法，2024年底前完成。（牵头单位：区司法局；责任单位：区财政局、区审计局）
（二）强化监督。开展年度检查。（牵头单位：区审计局；责任单位：区各部门）

三、组织保障
加强领导。
`;

const TABLE = `云溪区重点任务清单（2021—2025年）
序号\t主要任务\t牵头单位\t责任单位\t完成时间
1\t完善决策程序\t区司法局\t区财政局\t2024年底前
2\t开展检查\t$0\t区财政局\t2023年
`;

const outline = (nodes: readonly DocumentSymbol[]): unknown[] =>
  nodes.map(({ name, detail, kind, children = [] }) => [
    name,
    ...(detail ? [detail] : []),
    kind,
    ...(children.length > 0 ? [outline(children)] : []),
  ]);

describe('outline and folding', () => {
  const editor = sharedEditor();

  it('has sections and their tasks, with who leads', async () => {
    const plan = editor().open(PLAN);
    const symbols = await editor().ask<DocumentSymbol[]>('textDocument/documentSymbol', plan);
    const { Namespace, Method } = SymbolKind;
    assert.deepEqual(outline(symbols), [
      ['一、总体要求', Namespace],
      [
        '二、主要任务',
        Namespace,
        [
          ['（一）健全制度', '区司法局', Method],
          ['（二）强化监督', '区审计局', Method],
        ],
      ],
      ['三、组织保障', Namespace],
    ]);
    for (const { name, selectionRange } of symbols) assert.ok(name.endsWith(textIn(plan.text, selectionRange)), name);
  });

  it('covers below each node what belongs to it, as the protocol asks', async () => {
    for (const text of [PLAN, TABLE.replace('$0', '')]) {
      const symbols = await editor().ask<DocumentSymbol[]>('textDocument/documentSymbol', editor().open(text));
      const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
        const inside = (inner: DocumentSymbol['range']): boolean =>
          range.start.line <= inner.start.line && inner.end.line <= range.end.line;
        assert.ok(inside(selectionRange) && children.every((child) => inside(child.range)));
        children.forEach(check);
      };
      symbols.forEach(check);
    }
  });

  it('folds sections, front matter and comments', async () => {
    const text = `---\n标题: 某方案\n期间: 2021-2025\n---\n${PLAN}<!--\n批注\n-->\n`;
    const folds = await editor().ask<FoldingRange[]>('textDocument/foldingRange', editor().open(text));
    assert.deepEqual(
      folds.map(({ startLine, endLine, kind }) => [startLine, endLine, kind ?? 'region']),
      [
        [0, 3, 'region'],
        [6, 7, 'region'],
        [8, 10, 'region'],
        [12, 16, 'region'],
        [14, 16, 'comment'],
      ],
    );
  });
});

describe('hover', () => {
  const editor = sharedEditor();

  async function checkHover(of: Editor, marked: string, shown: string, ...words: RegExp[]): Promise<void> {
    const plan = of.open(marked);
    const hover = await of.ask<Hover | null>('textDocument/hover', plan, { position: plan.caret });
    assert.ok(hover?.range, 'no card');
    assert.equal(textIn(plan.text, hover.range), shown);
    for (const word of words) assert.match((hover.contents as { value: string }).value, word);
  }

  it('tells who a unit is and what it does in the document', () =>
    checkHover(
      editor(),
      PLAN.replace('：区司法局', '：区司$0法局'),
      '区司法局',
      /政府(?:工作)?部门/,
      /本文牵头 1 项，参加 0 项/,
    ));

  it('tells what a deadline means', () =>
    checkHover(editor(), PLAN.replace('2024年', '20$024年'), '2024年底前', /截止 2024\\?-12\\?-31（含当日）/));

  it('works in the cells of a table', () =>
    checkHover(editor(), TABLE.replace('$0', '').replace('\t区司法局', '\t区$0司法局'), '区司法局', /本文牵头 1 项/));

  it('speaks English to an English editor', async () => {
    const english = await startEditor({ locale: 'en-GB' });
    await checkHover(
      english,
      PLAN.replace('：区司法局', '：区司$0法局'),
      '区司法局',
      /government department/,
      /Leads 1 tasks here/,
    );
    await checkHover(english, PLAN.replace('2024年', '20$024年'), '2024年底前', /until 2024\\?-12\\?-31, included/);
    await english.end();
  });

  it('says nothing of plain words', async () => {
    const plan = editor().open(PLAN.replace('坚持', '坚$0持'));
    assert.equal(await editor().ask('textDocument/hover', plan, { position: plan.caret }), null);
  });
});

describe('semantic tokens', () => {
  const editor = sharedEditor();

  /** The tokens as `type.modifiers text`. */
  function spell(plan: OpenText, { data }: SemanticTokens): string[] {
    const { legend } = editor().initialized.capabilities.semanticTokensProvider!;
    const words: string[] = [];
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
      [line, character] = down > 0 ? [line + down, right] : [line, character + right];
      const text = textIn(plan.text, { start: { line, character }, end: { line, character: character + length } });
      assert.equal(text.length, length, 'a token reaches past its line');
      const names = legend.tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
      words.push(`${[legend.tokenTypes[type], ...names].join('.')} ${text}`);
    }
    return words;
  }

  it('colour numbers, labels, units, collectives and deadlines', async () => {
    const plan = editor().open(PLAN);
    const tokens = spell(plan, await editor().ask('textDocument/semanticTokens/full', plan));
    assert.deepEqual(tokens.slice(tokens.indexOf('planNumber （一）'), -1), [
      'planNumber （一）',
      'planDeadline 2024年底前',
      'planLabel 牵头单位',
      'planUnit.lead 区司法局',
      'planLabel 责任单位',
      'planUnit.participant 区财政局',
      'planUnit.participant 区审计局',
      'planNumber （二）',
      'planLabel 牵头单位',
      'planUnit.lead 区审计局',
      'planLabel 责任单位',
      'planCollective 区各部门',
    ]);
  });

  it('colour a part as they colour the whole', async () => {
    const plan = editor().open(`${PLAN}${PLAN.repeat(20)}`);
    const whole = spell(plan, await editor().ask('textDocument/semanticTokens/full', plan));
    const range = { start: { line: 40, character: 0 }, end: { line: 60, character: 0 } };
    const part = spell(plan, await editor().ask('textDocument/semanticTokens/range', plan, { range }));
    assert.ok(part.length > 0 && part.length < whole.length);
    const joined = part.join('\n');
    assert.ok(whole.join('\n').includes(joined));
  });
});
