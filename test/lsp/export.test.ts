import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ExportResult } from '../../server/src/protocol';
import { workspace } from '../cli/program';
import { inTime, sharedEditor } from './editor';

const PLAN = `---
标题: 云溪区某项工作实施方案
---
云溪区某项工作实施方案（2021—2025年）
一、任务
（一）归集。2024年底前完成。（牵头单位：区司法局；责任单位：区财政局）
（二）共享。（牵头单位：区数据局）
云溪区人民政府
2022年3月1日
`;

describe('exports of the editor', () => {
  const work = workspace();
  const editor = sharedEditor({ locale: 'zh-cn' });
  const ask = (format: string, table = false, unit: string | null = null): Promise<ExportResult> => {
    const { uri } = editor().open(PLAN, { uri: pathToFileURL(join(work.folder, '某方案.plan')).href });
    const params = { uri, name: '某方案.plan', format, table, unit };
    return inTime(format, editor().connection.sendRequest<ExportResult>('plandoc/export', params));
  };

  for (const [format, table, unit = null] of [
    ['docx', false],
    ['docx', true],
    ['docx', false, '区司法局'],
    ['xlsx', false, '区司法局'],
    ['xlsx', false],
    ['csv', false],
    ['tsv', false],
    ['md', false],
    ['html', false],
    ['json', false],
    ['ics', false],
  ] as readonly (readonly [format: string, table: boolean, unit?: string])[])
    it(`${format}${table ? ', the table alone' : ''}${unit ? ', of one unit' : ''}: the bytes the command line writes, by the same layout`, async () => {
      work.write({ '某方案.plan': PLAN, 'plandoc.yaml': '版式: { 印章: false, 字号: { 正文: 小三 } }\n' });
      const { base64, remarks } = await ask(format, table, unit);
      const { status, stderr } = work.plandoc([
        'export',
        '某方案.plan',
        '--to',
        format,
        '-o',
        'out',
        ...(table ? ['--table'] : []),
        ...(unit ? ['--unit', unit] : []),
      ]);
      assert.equal(status, 0, stderr);
      assert.deepEqual(Buffer.from(base64, 'base64'), readFileSync(join(work.folder, 'out')));
      assert.deepEqual(stderr.trim().split('\n').slice(1), remarks);
      if (format === 'docx') assert.ok(remarks.some((remark) => remark.startsWith('正文用 15 磅')));
    });
});
