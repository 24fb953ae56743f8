import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import { FAULTY, SOUND, workspace } from './program';

describe('plandoc check --format', () => {
  const { write, plandoc } = workspace();

  describe('sarif', () => {
    const sarif = (...args: readonly string[]): Log =>
      JSON.parse(plandoc(['check', '--format', 'sarif', ...args]).stdout) as Log;

    it('lists every rule with its page, and each result by its index', () => {
      write({ 'b.plan': FAULTY });
      const [run] = sarif('b.plan').runs;
      const rules = run!.tool.driver.rules!;
      assert.ok(rules.length >= 4);
      for (const rule of rules) {
        assert.match(rule.id, /^[a-z][a-z-]+$/);
        assert.ok(rule.help?.markdown?.startsWith(`# ${rule.id} `), `${rule.id} without its page`);
      }
      assert.ok(run!.results!.length >= 2);
      for (const { ruleId, ruleIndex } of run!.results!) assert.equal(rules[ruleIndex!]!.id, ruleId);
    });

    it('counts lines and columns from 1, in UTF-16 units', () => {
      write({ 'b.plan': FAULTY });
      const [run] = sarif('b.plan').runs;
      assert.equal(run!.columnKind, 'utf16CodeUnits');
      const late = run!.results!.find(({ ruleId }) => ruleId === 'deadline-out-of-period')!;
      assert.equal(late.level, 'error');
      assert.deepEqual(late.locations![0]!.physicalLocation!.region, {
        startLine: 3,
        startColumn: 7,
        endLine: 3,
        endColumn: 14,
      });
    });

    it('writes all that RFC 3986 reserves in names encoded', () => {
      write({ "甲(1)!'.plan": FAULTY });
      const [run] = sarif("甲(1)!'.plan").runs;
      const { uri } = run!.results![0]!.locations![0]!.physicalLocation!.artifactLocation!;
      assert.equal(uri, '%E7%94%B2%281%29%21%27.plan');
    });

    it('writes paths as URIs', () => {
      write({ '方案 草稿/甲#1.plan': FAULTY });
      const [run] = sarif('方案 草稿/甲#1.plan').runs;
      const { uri, uriBaseId } = run!.results![0]!.locations![0]!.physicalLocation!.artifactLocation!;
      assert.equal(uri, '%E6%96%B9%E6%A1%88%20%E8%8D%89%E7%A8%BF/%E7%94%B2%231.plan');
      assert.ok(run!.originalUriBaseIds![uriBaseId!]!.uri!.startsWith('file:///'));
      assert.ok(run!.originalUriBaseIds![uriBaseId!]!.uri!.endsWith('/'));
    });

    it('gives fixes as replacements and fingerprints that outlive edits elsewhere', () => {
      write({ 'b.plan': FAULTY });
      const before = sarif('b.plan').runs[0]!.results!;
      const fix = before.find(({ fixes }) => fixes)!.fixes![0]!;
      assert.ok(fix.description!.text);
      assert.ok(fix.artifactChanges[0]!.replacements.every(({ deletedRegion }) => deletedRegion.startLine! > 0));
      write({ 'b.plan': FAULTY.replace('一、任务\n', '一、任务\n\n另起一段说明。\n\n') });
      const prints = (results: typeof before): readonly unknown[] => results.map((one) => one.partialFingerprints);
      assert.deepEqual(prints(sarif('b.plan').runs[0]!.results!), prints(before));
    });

    it('tells what could not be read', () => {
      write({ 'a.plan': SOUND });
      const [run] = sarif('a.plan', 'none.plan').runs;
      const [invocation] = run!.invocations!;
      assert.equal(invocation!.executionSuccessful, false);
      assert.match(invocation!.toolExecutionNotifications![0]!.message.text!, /none\.plan/);
      assert.equal(sarif('a.plan').runs[0]!.invocations![0]!.executionSuccessful, true);
    });
  });

  it('github: one command a finding, whatever its words hold', () => {
    write({ '甲,乙.plan': FAULTY });
    const lines = plandoc(['check', '--format', 'github', '甲,乙.plan']).stdout.trimEnd().split('\n');
    assert.match(
      lines[0]!,
      /^::error file=甲%2C乙\.plan,line=3,endLine=3,col=7,endColumn=13,title=deadline-out-of-period::“2029年底前”/,
    );
    for (const line of lines) assert.match(line, /^::(?:error|warning|notice) file=/);
  });

  it('text: nothing in a document or a name drives the terminal', () => {
    // `plandoc` itself fails on any escape character in what was printed.
    write({ 'b.plan': FAULTY.replace('区财政局', '区\u001b]0;标题\u0007财务局').replace('2029', '\u001b[2J2029') });
    for (const args of [
      ['check', 'b.plan'],
      ['units', 'b.plan'],
      ['outline', 'b.plan'],
      ['check', '\u001b[31m无.plan'],
    ]) {
      const { stdout, stderr } = plandoc(args);
      assert.doesNotMatch(stdout + stderr, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      assert.ok((stdout + stderr).length > 0);
    }
  });

  it('html: one page for all files, in which a hostile document stays text', () => {
    write({ 'a.plan': SOUND, 'b.plan': FAULTY.replace('某项', '<script>alert(1)</script>') });
    const { stdout } = plandoc(['check', '--format', 'html', 'a.plan', 'b.plan']);
    assert.ok(stdout.startsWith('<!DOCTYPE html>'));
    assert.doesNotMatch(stdout, /<script/);
    assert.match(stdout, /&#60;script&#62;alert/);
    assert.equal(stdout.match(/<h1>/g)?.length, 2);
  });

  it('--timing tells what each rule took, beside the data', () => {
    write({ 'b.plan': FAULTY });
    const { stdout, stderr } = plandoc(['check', '--timing', '--format', 'json', 'b.plan']);
    assert.doesNotThrow(() => JSON.parse(stdout) as unknown);
    assert.match(stderr, /missing-lead +\d+\.\d ms +\d+\.\d %/);
  });
});
