import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { NewPlanDefaults, NewPlanResult } from '../../server/src/protocol';
import { inTime, sharedEditor } from './editor';

describe('new plan plandoc/newPlan', () => {
  const editor = sharedEditor();
  const send = <R>(method: string, params: object): Promise<R> =>
    inTime(method, editor().connection.sendRequest<R>(method, params));
  const today = '2026-03-05';

  it('fills a template with what was answered', async () => {
    const answers = { topic: '养老服务提质', region: '云溪区', period: '2026-2027', today };
    const { title, text, snippet } = await send<NewPlanResult>('plandoc/newPlan', { template: 'action-plan', answers });
    assert.equal(title, '云溪区养老服务提质行动计划（2026—2027年）');
    assert.ok(text.startsWith(`${title}\n`) && snippet.includes('${1:'), text);
    const one = { template: 'task-list', answers: { ...answers, period: '2026' } };
    assert.equal((await send<NewPlanResult>('plandoc/newPlan', one)).title, '云溪区2026年养老服务提质重点任务清单');
  });

  it('suggests what plans, register and configuration near by say', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plandoc-new-'));
    const write = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text);
      return pathToFileURL(join(folder, name)).href;
    };
    const plan = write(
      '云溪区养老实施方案.txt',
      '云溪区养老服务实施方案（2025—2027年）\n\n一、任务\n（一）建台账。（牵头单位：区民政局；责任单位：区财政局）\n',
    );
    const ask = (more: object = {}): Promise<NewPlanDefaults> =>
      send('plandoc/newPlanDefaults', { folder: pathToFileURL(folder).href, plans: [plan], today, ...more });
    const near = { region: '云溪区', level: 'county', period: { start: 2025, end: 2027 }, table: 'markdown' };
    assert.deepEqual(await ask(), { ...near, lead: '区民政局' });
    assert.deepEqual(await ask({ region: '澄江市' }), { ...near, region: '澄江市', level: 'city', lead: '市政府办' });
    write('plandoc.yaml', '期间: 2026-2030\n');
    write('units.yaml', '地区: 临湖县\n单位: []\n');
    const other = { folder: `${pathToFileURL(folder).href}/`, plans: [] };
    assert.deepEqual((await ask(other)).period.end >= 2026, true);
  });

  it('has an answer where nothing is near', async () => {
    assert.deepEqual(await send('plandoc/newPlanDefaults', { folder: null, plans: ['file:///没有.txt'], today }), {
      region: null,
      level: 'county',
      period: { start: 2026, end: 2028 },
      lead: '区政府办',
      table: 'markdown',
    });
  });
});
