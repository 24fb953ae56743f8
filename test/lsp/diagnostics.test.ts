import assert from 'node:assert/strict';
import { LSPErrorCodes, type Diagnostic, type DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { sharedEditor, startEditor } from './editor';
import { endOf, textIn } from '../support/marks';

const PLAN = `云溪区数字政府建设实施方案（2021—2025年）
一、主要任务
（一）健全制度。修订管理办法，<|2027年底前|>完成。（牵头单位：区司法局；责任单位：区财政局）
（二）强化监督。开展年度检查。<|（责任单位：区审计局、区人社局）|>
`;

const byRule = (findings: readonly Diagnostic[], rule: string): Diagnostic[] =>
  findings.filter(({ code }) => code === rule);

describe('findings that are sent', () => {
  const editor = sharedEditor();

  it('carry the version, the rule, the severity and the place', async () => {
    const plan = editor().open(PLAN);
    const findings = await editor().findings(plan, 1);
    const [late] = byRule(findings, 'deadline-out-of-period');
    const [leaderless] = byRule(findings, 'missing-lead');
    assert.deepEqual(late?.range, plan.ranges[0]);
    assert.equal(late?.severity, 1);
    assert.equal(late?.source, 'plandoc');
    assert.deepEqual(leaderless?.range, plan.ranges[1]);
    assert.equal(leaderless?.severity, 2);
    for (const { message, range } of findings) assert.ok(message && textIn(plan.text, range) !== '', String(message));
  });

  it('are in the language of the editor', async () => {
    const english = await startEditor({ locale: 'en' });
    const [late] = byRule(await english.findings(english.open(PLAN)), 'deadline-out-of-period');
    assert.match(String(late!.message), /after the plan’s period 2021–2025/);
    assert.equal(await english.end(), 0);
    const [told] = byRule(await editor().findings(editor().open(PLAN)), 'deadline-out-of-period');
    assert.match(String(told!.message), /晚于规划期/);
  });

  it('are at most a thousand, the gravest, and say how many more there are', async () => {
    const late = '（一）做事。2027年底前完成。（牵头单位：区司法局）\n（二）做事。（责任单位：区审计局、区人社局）\n';
    const plan = editor().open(`云溪区某某实施方案（2021—2025年）\n一、主要任务\n${late.repeat(1100)}`);
    const findings = await editor().findings(plan, 1);
    assert.equal(findings.length, 1001);
    assert.equal(byRule(findings, 'missing-lead').length, 0);
    assert.match(String(findings.at(-1)!.message), /另有 1200 条/);
  });

  it('go when the fault is mended, and come back with it', async () => {
    const plan = editor().open(PLAN);
    assert.equal(byRule(await editor().findings(plan), 'deadline-out-of-period').length, 1);
    const { start, end } = plan.ranges[0]!;
    const year = { start, end: { line: start.line, character: start.character + 4 } };
    const mended = editor().change(plan, [{ range: year, text: '2024' }]);
    assert.equal(byRule(await editor().findings(plan, mended), 'deadline-out-of-period').length, 0);
    const broken = editor().change(plan, [{ range: year, text: '2031' }]);
    const [late] = byRule(await editor().findings(plan, broken), 'deadline-out-of-period');
    assert.deepEqual(late?.range, { start, end });
  });

  it('are looked for once after a burst of changes', async () => {
    const plan = editor().open(PLAN);
    await editor().findings(plan);
    const end = endOf(plan.text);
    const typed = Array.from({ length: 20 }, () => ({ range: { start: end, end }, text: '的' }));
    await editor().findings(plan, editor().burst(plan, typed));
    const sent = editor().waiting<{ uri: string }>('textDocument/publishDiagnostics');
    assert.deepEqual(
      sent.filter(({ uri }) => uri === plan.uri),
      [],
      'superseded versions were checked',
    );
  });

  it('follow several changes in one message, each upon the one before', async () => {
    const plan = editor().open('一、任务\n');
    await editor().findings(plan);
    const at = (line: number, character: number) => ({ line, character });
    const version = editor().change(plan, [
      { text: '云溪区某项工作实施方案（2021—2025年）\n一、任务\n' },
      { range: { start: at(2, 0), end: at(2, 0) }, text: '（一）办事。年底前完成。（牵头单位：区司法局）\n' },
      { range: { start: at(2, 6), end: at(2, 6) }, text: '2029' },
      { range: { start: at(2, 10), end: at(2, 10) }, text: '年' },
      { range: { start: at(2, 11), end: at(2, 12) }, text: '' },
    ]);
    const findings = await editor().findings(plan, version);
    assert.deepEqual(
      findings.map(({ code, range }) => [code, range.start, range.end]),
      [['deadline-out-of-period', at(2, 6), at(2, 13)]],
    );
  });
});

describe('findings that are asked for', () => {
  const editor = sharedEditor({ pulls: true });
  const pull = (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    editor().ask('textDocument/diagnostic', { uri }, { identifier: 'plandoc', previousResultId });

  it('are not sent as well', async () => {
    const plan = editor().open(PLAN);
    const report = await pull(plan.uri);
    assert.ok(report.kind === 'full' && report.items.length > 0);
    editor().change(plan, [{ range: { start: endOf(plan.text), end: endOf(plan.text) }, text: '（三）再办。\n' }]);
    await pull(plan.uri);
    await editor().roundTrip();
    assert.deepEqual(editor().waiting('textDocument/publishDiagnostics'), []);
  });

  it('are unchanged as long as nothing changed', async () => {
    const plan = editor().open(PLAN);
    const first = await pull(plan.uri);
    const second = await pull(plan.uri, first.resultId);
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
    const end = endOf(plan.text);
    editor().change(plan, [{ range: { start: end, end }, text: '再看。' }]);
    const third = await pull(plan.uri, first.resultId);
    assert.equal(third.kind, 'full');
    assert.notEqual(third.resultId, first.resultId);
  });

  it('are asked for again when the request was superseded', async () => {
    const plan = editor().open(PLAN);
    await pull(plan.uri);
    const answered = editor().answerTo(7001);
    // Request and cancellation arrive together, so the server knows before it begins.
    editor().write([
      {
        id: 7001,
        method: 'textDocument/diagnostic',
        params: { textDocument: { uri: plan.uri }, identifier: 'plandoc' },
      },
      { method: '$/cancelRequest', params: { id: 7001 } },
    ]);
    const { error } = await answered;
    assert.equal(error?.code, LSPErrorCodes.ServerCancelled);
    assert.deepEqual(error.data, { retriggerRequest: true });
  });

  it('are empty, not missing, for what is no plan', async () => {
    const note = editor().open('随便写写', { name: 'b.txt', language: 'plaintext' });
    const report = await pull(note.uri);
    assert.ok(report.kind === 'full' && report.items.length === 0);
    assert.deepEqual(await pull('untitled:/nobody'), { kind: 'full', items: [] });
  });
});
