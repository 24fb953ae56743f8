import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// Both are written for CommonJS, which is why they are required rather than imported.
const require = createRequire(import.meta.url);
const textmate = require('vscode-textmate') as typeof import('vscode-textmate');
const oniguruma = require('vscode-oniguruma') as typeof import('vscode-oniguruma');

const file = 'syntaxes/plan.tmLanguage.json';

async function loadGrammar() {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) =>
      Promise.resolve(scope === 'source.plan' ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file) : null),
  });
  const grammar = await registry.loadGrammar('source.plan');
  assert.ok(grammar);
  return grammar;
}

const grammar = loadGrammar();

/** The coloured pieces of the last line, as `text → innermost scope without “.plan”`; plain text is left out. */
async function pieces(text: string): Promise<string[]> {
  const loaded = await grammar;
  let state = textmate.INITIAL;
  let found: string[] = [];
  for (const line of text.split('\n')) {
    const result = loaded.tokenizeLine(line, state);
    state = result.ruleStack;
    found = result.tokens
      .map(({ startIndex, endIndex, scopes }) => [line.slice(startIndex, endIndex), scopes.at(-1) ?? ''] as const)
      .filter(([, scope]) => !/^(?:source|meta|punctuation)\./.test(scope))
      .map(([piece, scope]) => `${piece} → ${scope.replace(/\.plan$/, '')}`);
  }
  return found;
}

/** Checks the coloured pieces of the last line of `text`. */
async function checkColours(text: string, expected: readonly string[]): Promise<void> {
  assert.deepEqual(await pieces(text), expected);
}

const number = 'keyword.other.number';
const label = 'keyword.control.label';
const lead = 'entity.name.function.unit';
const unit = 'entity.name.type.unit';
const collective = 'variable.other.collective';
const deadline = 'constant.numeric.deadline';

describe('着色 TextMate grammar', () => {
  it('is what its source writes', async () => {
    const source = (await import(pathToFileURL(resolve('syntaxes/grammar.mjs')).href)) as { grammarText: () => string };
    assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), JSON.parse(source.grammarText()));
  });

  it('numbers of all levels, headings and run-in headings', async () => {
    await checkColours('一、总体要求', [`一、 → ${number}`, '总体要求 → markup.heading.1']);
    await checkColours('（二）推进数据共享', [`（二） → ${number}`, '推进数据共享 → markup.heading.2']);
    await checkColours('**（三）严格执法责任。**按照要求', [
      `（三） → ${number}`,
      '严格执法责任。 → markup.bold.runin',
    ]);
    await checkColours('12.规范办事流程。减少环节', [`12. → ${number}`, '规范办事流程。 → markup.bold.runin']);
    await checkColours('（1）明确分工', [`（1） → ${number}`, '明确分工 → markup.heading.4']);
    await checkColours('①建立台账', [`① → ${number}`, '建立台账 → markup.heading.5']);
    await checkColours('1.2025年底前建成平台，完善制度；', [
      `1. → ${number}`,
      '2025年底前 → constant.numeric.deadline',
    ]);
    await checkColours('1.25个百分点', []);
  });

  it('labelled annotations: the units behind the lead label are leads', async () => {
    await checkColours('做好工作。（牵头单位：区司法局、区财政局；责任单位：区政府各部门）', [
      `牵头单位 → ${label}`,
      `区司法局 → ${lead}`,
      `区财政局 → ${lead}`,
      `责任单位 → ${label}`,
      `区政府各部门 → ${collective}`,
    ]);
    await checkColours('责任单位：区司法局，各县（市、区）政府', [
      `责任单位 → ${label}`,
      `区司法局 → ${unit}`,
      `各县（市、区）政府 → ${collective}`,
    ]);
  });

  it('annotations in words', async () => {
    await checkColours('做好工作。（区司法局牵头，区财政局、区人社局配合）', [
      `区司法局 → ${lead}`,
      '牵头 → keyword.control.role',
      `区财政局 → ${unit}`,
      `区人社局 → ${unit}`,
      '配合 → keyword.control.role',
    ]);
    await checkColours('（区住建局、区水利局按职责分工负责）', [
      `区住建局 → ${unit}`,
      `区水利局 → ${unit}`,
      '按职责分工负责 → keyword.control.role',
    ]);
  });

  it('an annotation that is never closed ends with its line', async () => {
    await checkColours('做好工作。（责任单位：区司法局\n区财政局负责', []);
  });

  it('and before the next item or the next sentence of its line', async () => {
    const coloured = ['责任单位 → keyword.control.label', `区司法局 → ${unit}`];
    await checkColours('出台规定。（责任单位：区司法局 2.协助企业办理', coloured);
    await checkColours('出台规定。（责任单位：区司法局。协助企业办理', coloured);
    await checkColours('出台规定。（责任单位：区司法局。）协助企业办理', coloured);
  });

  it('deadlines, citations and document numbers', async () => {
    await checkColours('到2025年，印发《某某办法》（云政发〔2021〕3号），每年3月1日前报送。', [
      `到2025年 → ${deadline}`,
      '《某某办法》 → string.other.citation',
      '云政发〔2021〕3号 → constant.other.document-number',
      `每年3月1日前 → ${deadline}`,
    ]);
  });

  it('task tables, separated by tabs or by bars', async () => {
    await checkColours('序号\t主要任务\t牵头单位\t完成时限', [
      '序号 → markup.bold.column',
      '主要任务 → markup.bold.column',
      '牵头单位 → markup.bold.column',
      '完成时限 → markup.bold.column',
    ]);
    await checkColours('一、某某行动\t1\t任务', [`一、 → ${number}`, '某某行动 → markup.heading.1', `1 → ${number}`]);
    await checkColours('| 1 | 任务 | 区司法局 | 2023年底前 |', [`2023年底前 → ${deadline}`]);
  });

  it('comments and the rule that is ignored', async () => {
    await checkColours('<!-- plandoc-ignore missing-lead -->', [
      '  → comment.block',
      'plandoc-ignore → keyword.control.directive',
      '  → comment.block',
      'missing-lead → variable.other.rule',
      '  → comment.block',
    ]);
  });

  it('takes a line of 100,000 characters, however it is made, in time', async () => {
    const loaded = await grammar;
    for (const part of [
      '（区司法局、',
      '（牵头单位：区司法局',
      '各',
      '《',
      '（一）规范流程。做好工作，到2023年底前完成。（区司法局负责）',
    ]) {
      const line = part.repeat(Math.ceil(100_000 / part.length));
      const start = performance.now();
      loaded.tokenizeLine(line, textmate.INITIAL);
      const time = performance.now() - start;
      assert.ok(time < 5000, `${part}… took ${time.toFixed(0)} ms`);
    }
  }).timeout(30_000);
});
