// A task table of ten thousand rows written as Word document and as workbook: the whole process, ours beside the libraries.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/project.mjs';
import { median } from './statistics.mjs';
import { ms, times, verdict } from './table.mjs';

const HEAD = ['项目', '序号', '主要任务', '牵头单位', '责任单位', '完成时限', '成果形式'];
/** Library to compare with, and what share of its time is the goal. */
const FORMATS = { docx: { peer: 'docx', goal: 0.4 }, xlsx: { peer: 'exceljs', goal: 0.5 } };

/** Rows of a task table, no two alike. */
function makeRows(count) {
  const leads = ['区司法局', '区财政局', '区数据局', '区民政局', '区水务局'];
  return Array.from({ length: count }, (_, at) => [
    `第${Math.floor(at / 50) + 1}类任务`,
    String(at + 1),
    `办好第${at + 1}件事${'，做细做实，定期调度，及时通报'.repeat((at % 4) + 1)}。`,
    leads[at % 5],
    `${leads[(at + 1) % 5]}、${leads[(at + 2) % 5]}、各镇街`,
    `202${(at % 4) + 2}年${(at % 12) + 1}月底前`,
    `形成第${at + 1}份报告，建立第${at + 1}项制度。`,
  ]);
}

function timed(args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return performance.now() - started;
}

/** Whether the file, read back, has every cell; numbered from nothing lost. */
async function isWhole(file, rows) {
  const { importFile } = createRequire(import.meta.url)(join(root, 'dist', 'import.js'));
  const { text } = await importFile(readFileSync(file), { name: file });
  const lines = text.split('\n').filter((line) => /^[^\t]*\t\d+\t/.test(line));
  const found = lines.map((line) => line.split('\t'));
  return rows.every((cells, at) => cells.slice(1).every((cell, column) => found[at]?.[column + 1] === cell));
}

/** @returns {Promise<Record<string, { ours: number, peer: number | null, whole: boolean }>>} by format, milliseconds */
export async function measureExports({ scratch, peers, rounds, rows: count }) {
  const rows = makeRows(count);
  const plan = join(scratch, 'table.plan.tsv');
  const data = join(scratch, 'table.json');
  writeFileSync(plan, [HEAD, ...rows].map((cells) => cells.join('\t')).join('\n') + '\n');
  writeFileSync(data, JSON.stringify([HEAD, ...rows]));
  const results = {};
  for (const [format, { peer }] of Object.entries(FORMATS)) {
    const [ours, theirs] = [[], []];
    const out = join(scratch, `table.${format}`);
    for (let round = 0; round < rounds; round++) {
      ours.push(timed([join(root, 'dist', 'plandoc.js'), 'export', plan, '--table', '-o', out]));
      const script = join(root, 'scripts', 'bench', 'exports-peer.cjs');
      if (peers) theirs.push(timed([script, peers, peer, data, join(scratch, `peer.${format}`)]));
    }
    results[format] = {
      ours: median(ours),
      peer: peers ? median(theirs) : null,
      whole: await isWhole(out, rows),
      count,
    };
  }
  return results;
}

export function exportRows(results) {
  return Object.entries(results).map(([format, { ours, peer, whole, count }]) => {
    const { peer: name, goal } = FORMATS[format];
    return [
      'B12',
      `task table of ${count.toLocaleString('en')} rows → ${format}, whole process, ms (${whole ? 'read back cell for cell' : 'NOT READ BACK'})`,
      ms(ours),
      peer === null ? '' : `${name} ${ms(peer)}`,
      peer === null ? '' : times(ours / peer),
      peer === null ? '' : verdict(ours / peer, goal),
    ];
  });
}
