// Measures what the goals in docs/benchmarks.md speak of and prints one table (Markdown).
//   npm run bench                    our server and command line beside the floor
//   npm run bench -- --rivals        other language servers too (fetched from npm into .vscode-test/bench)
//   npm run bench -- --quick         a tenth of the edits: a look, no result
//   npm run bench -- --push          findings sent by the server instead of asked for by the editor
//   npm run bench -- --seed N
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCold } from './bench/cold.mjs';
import { makePlan, readMeasures } from './bench/inputs.mjs';
import { measureSession, timeInitialize } from './bench/lsp-latency.mjs';
import { findRivals } from './bench/rivals.mjs';
import { median, quantile } from './bench/statistics.mjs';
import { main, manifest, root, toolFolder, Trouble } from './lib/project.mjs';

const ROUNDS = 3;
const scratch = join(toolFolder, 'bench');

function readOptions() {
  const { values } = parseArgs({
    options: {
      rivals: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      push: { type: 'boolean', default: false },
      seed: { type: 'string', default: '20260101' },
    },
  });
  return { ...values, seed: Number(values.seed), edits: values.quick ? 30 : 300 };
}

/** The documents, by name; `edits` is how many are measured in all rounds together. */
function makeInputs(measures, seed, edits) {
  const input = (bytes, faults) => ({ text: makePlan(measures, { bytes, faults, seed }), edits });
  return {
    '40 KB': input(40e3, 10),
    '1 MB': input(1e6, 10),
    '10 MB': input(10e6, 10),
    '1 MB, 1,000 findings': input(1e6, 1000),
  };
}

/** All servers with one document, in turns: A B A B. */
async function measureServers(servers, { text, edits }, { push, seed }) {
  const results = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, { command, language, extension }] of Object.entries(servers)) {
      const options = {
        text,
        language,
        extension,
        pull: !push,
        edits: Math.ceil(edits / ROUNDS),
        toggles: 5,
        seed: seed + round,
        settle: 5,
      };
      results[name].push(await measureSession(command, options));
    }
  }
  return Object.fromEntries(Object.entries(results).map(([name, rounds]) => [name, summarise(rounds)]));
}

function summarise(rounds) {
  const edits = rounds.flatMap((round) => round.edits);
  const sum = (pick) => rounds.reduce((total, round) => total + pick(round), 0);
  return {
    open: median(rounds.map((round) => round.open)),
    p50: median(edits),
    p99: quantile(edits, 0.99),
    count: edits.length,
    findings: rounds[0].findings,
    verified: `${sum((round) => round.verified)}/${sum((round) => round.toggled)}`,
  };
}

async function measureStart(servers, rounds) {
  const times = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, { command }] of Object.entries(servers)) {
      const ms = await timeInitialize(command);
      if (round >= 0) times[name].push(ms);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

const ms = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0));
const times = (value) => `× ${value.toFixed(2)}`;
const verdict = (ratio, goal) => `≤ ${times(goal).slice(2)} ${ratio <= goal ? 'met' : 'MISSED'}`;

/** Rows of the table: number, what, ours, what it is compared with, ratio, goal. */
function latencyRows(latency) {
  const rows = [];
  for (const [input, results] of Object.entries(latency)) {
    const { ours, floor, ...rivals } = results;
    const number = input === '40 KB' ? 'B1' : 'B2';
    const note = `${ours.findings} findings, verified ${ours.verified}, ${ours.count} edits`;
    const pair = (one) => `${ms(one.p50)} / ${ms(one.p99)}`;
    const ratio = ours.p50 / floor.p50;
    rows.push([
      number,
      `edit → findings, ${input}, p50 / p99 ms (${note})`,
      pair(ours),
      `floor ${pair(floor)}`,
      times(ratio),
      input === '40 KB' ? verdict(ratio, 1.6) : '',
    ]);
    for (const [name, rival] of Object.entries(rivals)) {
      const goal = input === '40 KB' ? [1 / 4, 1 / 3] : [1 / 12, 1 / 12];
      const shown =
        name === 'rumdl' && input !== '1 MB' && input !== '10 MB'
          ? `p50 ${verdict(ours.p50 / rival.p50, goal[0])}`
          : '';
      rows.push([number, `the same beside ${name}`, pair(ours), pair(rival), times(ours.p50 / rival.p50), shown]);
    }
  }
  const base = latency['40 KB'].ours.p50;
  for (const [input, goal] of [
    ['1 MB', 1.5],
    ['10 MB', 2.5],
  ]) {
    const { p50 } = latency[input].ours;
    rows.push([
      'B2',
      `growth of p50 from 40 KB to ${input}, equal findings`,
      ms(p50),
      ms(base),
      times(p50 / base),
      verdict(p50 / base, goal),
    ]);
  }
  return rows;
}

function openRows(latency) {
  return Object.entries(latency).flatMap(([input, { ours, floor, ...rivals }]) => [
    [
      'B3',
      `open → first findings, ${input}, ms`,
      ms(ours.open),
      `floor ${ms(floor.open)}`,
      `+ ${ms(ours.open - floor.open)} ms`,
      input === '40 KB' ? `≤ + 10 ms ${ours.open - floor.open <= 10 ? 'met' : 'MISSED'}` : '',
    ],
    ...Object.entries(rivals).map(([name, { open }]) => {
      const goal = name === 'rumdl' ? { '1 MB': 0.6, '10 MB': 1 / 3 }[input] : undefined;
      return [
        'B3',
        `the same beside ${name}`,
        ms(ours.open),
        ms(open),
        times(ours.open / open),
        goal ? verdict(ours.open / open, goal) : '',
      ];
    }),
  ]);
}

function startRows(start, cold) {
  const { ours, floor, ...rivals } = start;
  const [check, bare] = [cold['plandoc check'], cold['node -e 0']];
  const vsix = readdirSync(root).find((name) => name.endsWith(`-${manifest().version}.vsix`));
  const size = vsix ? statSync(join(root, vsix)).size / 1e6 : NaN;
  return [
    [
      'B7',
      'start of the server → initialize, ms',
      ms(ours),
      `floor ${ms(floor)}`,
      times(ours / floor),
      verdict(ours / floor, 1.3),
    ],
    ...Object.entries(rivals).map(([name, rival]) => [
      'B7',
      `the same beside ${name}`,
      ms(ours),
      ms(rival),
      times(ours / rival),
      '',
    ]),
    [
      'B7',
      'size of the .vsix, MB',
      vsix ? size.toFixed(2) : 'not packaged',
      '',
      '',
      vsix ? `≤ 2 ${size <= 2 ? 'met' : 'MISSED'}` : '',
    ],
    [
      'B8',
      'plandoc check of one example, whole process, ms',
      ms(check.ms),
      `node -e 0: ${ms(bare.ms)}`,
      times(check.ms / bare.ms),
      verdict(check.ms / bare.ms, 1.2),
    ],
    [
      'B8',
      'the same, peak memory, MB',
      check.mb.toFixed(1),
      `node -e 0: ${bare.mb.toFixed(1)}`,
      times(check.mb / bare.mb),
      verdict(check.mb / bare.mb, 1.25),
    ],
  ];
}

function printTable(rows) {
  const line = (cells) => console.log(`| ${cells.join(' | ')} |`);
  line(['#', 'what', 'ours', 'beside', 'ratio', 'goal']);
  line(['---', '---', '--:', '--:', '--:', '---']);
  rows.forEach(line);
}

/** An example of the size of a real plan, without a register above it, as somebody would check a file just received. */
function exampleAlone() {
  const name = readdirSync(join(root, 'examples')).find((one) => one.includes('全民健身'));
  const file = join(scratch, 'example.plan');
  writeFileSync(file, readFileSync(join(root, 'examples', name)));
  // Stops the search for a register at the project's own examples and tools.
  mkdirSync(join(scratch, '.git'), { recursive: true });
  return file;
}

await main(async () => {
  const options = readOptions();
  if (!existsSync(join(root, 'dist', 'server-node.js'))) {
    throw new Trouble('请先运行 npm run build。', 'Run npm run build first.');
  }
  mkdirSync(scratch, { recursive: true });
  const { lines, from } = readMeasures();
  const node = (...args) => [process.execPath, ...args];
  const servers = {
    ours: { command: node(join(root, 'dist', 'server-node.js'), '--stdio'), language: 'plan', extension: 'plan' },
    floor: {
      command: node(join(root, 'scripts', 'bench', 'floor-server.cjs'), '--stdio'),
      language: 'plan',
      extension: 'plan',
    },
    ...(options.rivals && (await findRivals(scratch))),
  };
  console.log(
    `plandoc ${manifest().version}, ${new Date().toISOString().slice(0, 10)}; node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}`,
  );
  console.log(
    `seed ${options.seed}; ${from}; findings ${options.push ? 'pushed' : 'pulled'}; ${ROUNDS} rounds A B A B\n`,
  );
  const cold = measureCold(
    { 'plandoc check': [join(root, 'dist', 'plandoc.js'), 'check', exampleAlone()], 'node -e 0': ['-e', '0'] },
    { rounds: options.quick ? 5 : 21, scratch },
  );
  const start = await measureStart(servers, options.quick ? 5 : 15);
  const latency = {};
  for (const [name, input] of Object.entries(makeInputs(lines, options.seed, options.edits))) {
    latency[name] = await measureServers(servers, input, options);
  }
  printTable([...latencyRows(latency), ...openRows(latency), ...startRows(start, cold)]);
});
