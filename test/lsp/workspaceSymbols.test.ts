import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SymbolInformation } from 'vscode-languageserver/node';
import { inTime, startEditor, type Editor } from './editor';

const planOf = (title: string, unit: string): string =>
  `云溪区${title}实施方案\n一、主要任务\n（一）办理${title}。开展工作。（牵头单位：${unit}）\n`;

describe('the index of the workspace', () => {
  let folder: string;
  let editor: Editor;
  const uriOf = (name: string): string => pathToFileURL(join(folder, ...name.split('/'))).href;
  const write = (name: string, text: string): void => writeFileSync(join(folder, ...name.split('/')), text);
  const told = (name: string, type: 1 | 2 | 3): void =>
    void editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(name), type }],
    });
  const symbols = async (query: string): Promise<readonly string[]> => {
    const found = await inTime(
      'workspace/symbol',
      editor.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query }),
    );
    return found.map(({ name, location }) => `${name} @${decodeURIComponent(location.uri.split('/').pop()!)}`).sort();
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plandoc-index-'));
    mkdirSync(join(folder, '分册'));
    mkdirSync(join(folder, '归档'));
    write('甲.plan', planOf('养老服务', '区民政局'));
    write('分册/乙实施方案.txt', planOf('数据共享', '区数据局'));
    write('归档/丙.plan', planOf('旧城改造', '区住建局'));
    write('说明.txt', planOf('无关文件', '区司法局'));
    write('.gitignore', '归档/\n');
    editor = await startEditor({ folders: [{ uri: pathToFileURL(folder).href, name: '工作区' }] });
  });
  afterEach(async () => {
    await editor.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds measures and units in plans that are not open, and leaves out what git ignores', async () => {
    assert.deepEqual(
      await symbols('办理'),
      ['（一）办理养老服务 @甲.plan', '（一）办理数据共享 @乙实施方案.txt'].sort(),
    );
    assert.deepEqual(await symbols('民政'), ['区民政局 @甲.plan']);
    assert.deepEqual(await symbols('qmzj'), ['区民政局 @甲.plan']);
    assert.deepEqual(await symbols('旧城'), []);
    assert.deepEqual(await symbols('无关'), []);
  });

  it('has open plans as they are typed, untitled ones too, and as saved once they are closed', async () => {
    const plan = editor.open(planOf('儿童关爱', '区妇联'), { uri: uriOf('甲.plan') });
    editor.open(planOf('夜间经济', '区商务局'), { uri: 'untitled:Untitled-1' });
    assert.deepEqual(await symbols('办理儿童'), ['（一）办理儿童关爱 @甲.plan']);
    assert.deepEqual(await symbols('办理夜间'), ['（一）办理夜间经济 @untitled:Untitled-1']);
    assert.deepEqual(await symbols('办理养老'), []);
    editor.close(plan);
    assert.deepEqual(await symbols('办理养老'), ['（一）办理养老服务 @甲.plan']);
  });

  it('follows files that are made, changed and deleted', async () => {
    assert.deepEqual(await symbols('办理养老'), ['（一）办理养老服务 @甲.plan']);
    write('甲.plan', planOf('托育服务', '区卫健局'));
    told('甲.plan', 2);
    write('丁.plan', planOf('社区食堂', '区民政局'));
    told('丁.plan', 1);
    rmSync(join(folder, '分册', '乙实施方案.txt'));
    told('分册/乙实施方案.txt', 3);
    assert.deepEqual(await symbols('办理'), ['（一）办理社区食堂 @丁.plan', '（一）办理托育服务 @甲.plan'].sort());
  });

  it('works where no folder is open', async () => {
    const alone = await startEditor();
    alone.open(planOf('冬季供暖', '区城管局'));
    const found = await alone.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '办理' });
    assert.equal(found.length, 1);
    await alone.end();
  });
});

describe('the index through an editor that finds and reads files', () => {
  it('asks the editor, as in a virtual workspace', async () => {
    const editor = await startEditor({ initializationOptions: { readsFiles: true, findsFiles: true } });
    const asked: unknown[] = [];
    editor.connection.onRequest('plandoc/findPlans', () => ({ uris: ['memfs:/a.plan', 'memfs:/gone.plan'] }));
    editor.connection.onRequest('plandoc/readFile', (params: { uri: string }) => {
      asked.push(params);
      return { text: params.uri === 'memfs:/a.plan' ? planOf('虚拟文件', '区司法局') : null };
    });
    const find = (): Promise<SymbolInformation[]> =>
      editor.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query: '办理' });
    assert.deepEqual(
      (await find()).map(({ location }) => location.uri),
      ['memfs:/a.plan'],
    );
    const before = asked.length;
    await find();
    assert.equal(asked.length, before, 'files were read again');
    await editor.end();
  });
});
