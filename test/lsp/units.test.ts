import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeLens } from 'vscode-languageserver/node';
import { applyEdits } from '../../server/src/core/text/edits';
import {
  REGISTER_EDIT,
  UNIT_DUTIES,
  UNITS,
  type RegisterEdit,
  type RegisterEditResult,
  type UnitDutiesResult,
  type UnitsResult,
} from '../../server/src/protocol';
import { textIn } from '../support/marks';
import { startEditor, type Editor, type OpenText } from './editor';

const REGISTER = `# 云溪区的名录
地区: 云溪区
级别: 区
单位:
  - 名称: 区河长办 # 设在区水利局
    全称: 云溪区河长制办公室
    类别: 议事协调机构
    别名: [河长办]
  - 区渔政站
`;

const plan = (tasks: string): string => `云溪区河湖长制实施方案（2021—2025年）\n一、主要任务\n${tasks}`;

const FIRST = plan(
  `（一）巡河。（牵头单位：区河长办；责任单位：区水利局、区量子专班局）
（二）清淤。（牵头单位：区水利局；责任单位：河长办、各镇街、区司发局）
`,
);
const SECOND = plan('（一）护坡。（牵头单位：区水利局；责任单位：区河长办、清溪投资公司）\n');

describe('单位名录 units', () => {
  let folder = '';
  let editor: Editor;
  let first: OpenText;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plandoc-units-'));
    mkdirSync(join(folder, '方案'));
    write('units.yaml', REGISTER);
    write('方案/乙.plan', SECOND);
    editor = await startEditor({
      folders: [{ name: 'w', uri: address('') }],
      initializationOptions: { runsCommands: true },
    });
    first = editor.open(FIRST, { uri: address('方案/甲.plan') });
  });
  afterEach(async () => {
    await editor.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const address = (name: string): string => pathToFileURL(join(folder, name)).toString().replace(/\/$/, '');
  const request = <R>(method: string, params: object): Promise<R> =>
    editor.connection.sendRequest<R>(method, { uri: first.uri, scope: 'document', ...params });

  const spell = ({ groups }: UnitsResult): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(
      groups.map(({ id, units }) => [
        id,
        units.map(({ name, lead, participants }) => `${name} ${lead} ${participants}`),
      ]),
    );

  it('are listed by kind, with what is unknown and what is unused', async () => {
    const found = await request<UnitsResult>(UNITS, {});
    assert.deepEqual(spell(found), {
      unknown: ['区司发局 0 1', '区量子专班局 0 1'],
      'gov-dept': ['区水利局 1 1'],
      coordination: ['区河长办 1 1'],
      collective: ['各镇街 0 1'],
      unused: ['区渔政站 0 0'],
    });
    assert.equal(found.register, address('units.yaml'));
    const office = found.groups.find(({ id }) => id === 'coordination')!.units[0]!;
    assert.deepEqual(office.names, ['区河长办', '河长办']);
    assert.equal(textIn(REGISTER, office.entry!.range), '区河长办');
    assert.equal(found.groups[0]!.label, '名录没有');
  });

  it('are those of all plans when asked so', async () => {
    const found = spell(await request<UnitsResult>(UNITS, { scope: 'workspace' }));
    assert.deepEqual(found['gov-dept'], ['区水利局 2 1']);
    assert.deepEqual(found['enterprise'], ['清溪投资公司 0 1']);
  });

  it('tell what each does, and where', async () => {
    const { groups } = await request<UnitsResult>(UNITS, { scope: 'workspace' });
    const { body } = groups.find(({ id }) => id === 'gov-dept')!.units[0]!;
    const { duties } = await request<UnitDutiesResult>(UNIT_DUTIES, { scope: 'workspace', body });
    assert.deepEqual(
      new Set(duties.map(({ role, label, task, uri }) => `${role} ${label}${task} ${uri === first.uri}`)),
      new Set(['lead （一）护坡 false', 'lead （二）清淤 true', 'participant （一）巡河 true']),
    );
    const here = await request<UnitDutiesResult>(UNIT_DUTIES, { body });
    assert.deepEqual(
      here.duties.map(({ range, name }) => [textIn(first.text, range), name]),
      [
        ['区水利局', '区水利局'],
        ['区水利局', '区水利局'],
      ],
    );
  });

  async function checkEdit(edit: RegisterEdit, scope: string, after: string): Promise<RegisterEditResult> {
    const result = await request<RegisterEditResult>(REGISTER_EDIT, { scope, edit });
    assert.ok(!('refused' in result), JSON.stringify(result));
    assert.equal(result.text, after);
    assert.equal(applyEdits(REGISTER, [result.edit]), after);
    assert.ok(result.exists && result.register === address('units.yaml'));
    return result;
  }

  async function checkRefused(edit: RegisterEdit, sentence: RegExp): Promise<void> {
    const result = await request<RegisterEditResult>(REGISTER_EDIT, { edit });
    assert.ok('refused' in result);
    assert.match(result.refused, sentence);
  }

  it('that are in no register are collected with their kinds, without slips', async () => {
    const result = await checkEdit(
      { kind: 'collect' },
      'document',
      `${REGISTER}  - 名称: 区量子专班局\n    类别: 政府部门\n`,
    );
    assert.deepEqual('slips' in result && result.slips, [{ name: '区司发局', meant: '区司法局' }]);
    await checkEdit(
      { kind: 'collect' },
      'workspace',
      `${REGISTER}  - 名称: 清溪投资公司\n    类别: 企业\n  - 名称: 区量子专班局\n    类别: 政府部门\n`,
    );
  });

  it('are merged, and added one by one', async () => {
    await checkEdit(
      { kind: 'merge', into: '区河长办', others: ['区渔政站'] },
      'document',
      REGISTER.replace('[河长办]', '[河长办, 区渔政站]').replace('  - 区渔政站\n', ''),
    );
    await checkEdit(
      { kind: 'add', name: '区水利局' },
      'document',
      `${REGISTER}  - 名称: 区水利局\n    类别: 政府部门\n`,
    );
    await checkRefused({ kind: 'add', name: '区渔政站' }, /已经在名录里/);
    await checkRefused({ kind: 'merge', into: '区河长办', others: ['河长办'] }, /已经是同一个单位/);
  });

  it('go to a new register beside the plans where there is none', async () => {
    rmSync(join(folder, 'units.yaml'));
    const result = await request<RegisterEditResult>(REGISTER_EDIT, { edit: { kind: 'collect' } });
    assert.ok(!('refused' in result) && !result.exists);
    assert.equal(result.register, address('units.yaml'));
    assert.match(result.text, /^单位:\n {2}- 名称: 区量子专班局\n {4}类别: /);
  });

  it('nothing is known or changed of what is no open plan', async () => {
    const uri = address('方案/没有.plan');
    assert.deepEqual(await request<UnitsResult>(UNITS, { uri }), { groups: [], register: null });
    const result = await request<RegisterEditResult>(REGISTER_EDIT, { uri, edit: { kind: 'collect' } });
    assert.ok('refused' in result);
  });

  it('have lenses in the register that say what each does in all plans', async () => {
    const register = editor.open(REGISTER, { uri: address('units.yaml'), language: 'yaml' });
    const lenses = await editor.ask<CodeLens[]>('textDocument/codeLens', register);
    const resolved = await Promise.all(
      lenses.map((lens) => editor.connection.sendRequest<CodeLens>('codeLens/resolve', lens)),
    );
    assert.deepEqual(
      resolved.map(({ range, command }) => [textIn(REGISTER, range), command?.title, command?.command]),
      [
        ['区河长办', '牵头 1 项，配合 2 项', 'plandoc.showUnit'],
        ['区渔政站', '没有方案用到', ''],
      ],
    );
  });
});
