import assert from 'node:assert/strict';
import { inTime, sharedEditor, startEditor } from './editor';

const PLAN = '云溪区某项工作实施方案（2021—2025年）\n一、任务\n（一）归集，2029年底前完成。（牵头单位：区司法局）\n';

describe('requests of commands', () => {
  const editor = sharedEditor();
  const ask = <R>(method: string, params: object): Promise<R> =>
    inTime(method, editor().connection.sendRequest<R>(method, params));

  it('the review sheet of an open plan, as the bytes of a file', async () => {
    const plan = editor().open(PLAN);
    const sheet = async (format: string): Promise<Buffer> => {
      const params = { uri: plan.uri, name: '方案.plan', format };
      const { base64, count } = await ask<{ base64: string; count: number }>('plandoc/reviewSheet', params);
      assert.equal(count, 1);
      return Buffer.from(base64, 'base64');
    };
    assert.match((await sheet('md')).toString(), /^# 审查意见单\n[\s\S]*方案\.plan[\s\S]*2029年底前/);
    assert.match((await sheet('html')).toString(), /^<!DOCTYPE html>/);
    assert.equal((await sheet('docx')).subarray(0, 2).toString(), 'PK');
  });

  it('no sheet of what is not open', async () => {
    const params = { uri: 'untitled:/nothing.plan', name: 'a', format: 'md' };
    await assert.rejects(ask('plandoc/reviewSheet', params), /not an open plan/);
  });

  it('of a text that is not open keep nothing: settings are asked for again', async () => {
    const asking = await startEditor({ settings: { rules: { 'deadline-out-of-period': 'off' } } });
    const check = async (): Promise<number> => {
      const params = { uri: 'file:///工作/甲.plan', text: PLAN };
      const found = asking.connection.sendRequest<{ diagnostics: unknown[] }>('plandoc/checkText', params);
      return (await inTime('checkText', found)).diagnostics.length;
    };
    assert.equal(await check(), 0);
    asking.settings = {};
    assert.equal(await check(), 1);
    await asking.end();
  });

  it('the findings of a text that is not open', async () => {
    const { diagnostics } = await ask<{ diagnostics: { code: string }[] }>('plandoc/checkText', {
      uri: 'file:///工作/甲.plan',
      text: PLAN,
    });
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['deadline-out-of-period'],
    );
  });
});
