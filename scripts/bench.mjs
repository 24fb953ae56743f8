// Measures what the goals in docs/benchmarks.md speak of and prints one table (Markdown).
//   npm run bench                    our server, command line and reader beside the floor
//   npm run bench -- --rivals        other language servers and parsers too (fetched from npm into .vscode-test/bench)
//   npm run bench -- --only reading  one part: servers, answers, start, reading, dates or exports
//   npm run bench -- --quick         a tenth of the edits: a look, no result
//   npm run bench -- --push          findings sent by the server instead of asked for by the editor
//   npm run bench -- --seed N
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answersRows, measureAnswers } from './bench/answers.mjs';
import { measureCold } from './bench/cold.mjs';
import { createSweeper, loadCore } from './bench/core.mjs';
import { datesRows, measureDates, readTruth } from './bench/dates.mjs';
import { exportRows, measureExports } from './bench/exports.mjs';
import { makePlan, readMeasures } from './bench/inputs.mjs';
import { measureSession, timeInitialize } from './bench/lsp-latency.mjs';
import { editingRows, measureEditing, measureReading, readingRows } from './bench/reading.mjs';
import { findParsers, findRivals, findWriters } from './bench/rivals.mjs';
import { median, quantile } from './bench/statistics.mjs';
import { ms, printTable, times, verdict } from './bench/table.mjs';
import { main, manifest, root, toolFolder, Trouble } from './lib/project.mjs';

const ROUNDS = 3;
const PARTS = ['servers', 'answers', 'start', 'reading', 'dates', 'exports'];
const scratch = join(toolFolder, 'bench');

function readOptions() {
  const { values } = parseArgs({
    options: {
      rivals: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      push: { type: 'boolean', default: false },
      seed: { type: 'string', default: '20260101' },
      only: { type: 'string', multiple: true, default: PARTS },
    },
  });
  const unknown = values.only.find((part) => !PARTS.includes(part));
  if (unknown)
    throw new Trouble(`没有 ${unknown} 这一部分：${PARTS.join('、')}。`, `No part ${unknown}: ${PARTS.join(', ')}.`);
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

/** An example of the size of a real plan, without a register above it, as somebody would check a file just received. */
function exampleAlone() {
  const name = readdirSync(join(root, 'examples')).find((one) => one.includes('全民健身'));
  const file = join(scratch, 'example.plan');
  writeFileSync(file, readFileSync(join(root, 'examples', name)));
  // Stops the search for a register at the project's own examples and tools.
  mkdirSync(join(scratch, '.git'), { recursive: true });
  return file;
}

/** What reading costs in this process: whole texts and single characters. */
function measureReader(core, inputs, { peers, sweep, quick, edits, seed }) {
  const [reading, editing] = [{}, {}];
  for (const name of ['40 KB', '1 MB', '10 MB']) {
    // Apart by blank lines, as Markdown is written: else its parsers would see one paragraph in all.
    const text = inputs[name].text.replaceAll('\n', '\n\n');
    editing[name] = measureEditing(core, text, { peers, edits, seed, sweep });
    if (name !== '40 KB') reading[name] = measureReading(core, text, { peers, rounds: quick ? 3 : 9, sweep });
  }
  return [...readingRows(reading), ...editingRows(editing)];
}

function measureDeadlines(core, { peers, sweep, quick }) {
  const truth = readTruth(core);
  if (!truth) {
    console.log('B13: ../shared 不在，未测。../shared is absent: B13 not measured.\n');
    return [];
  }
  return datesRows(measureDates(core, truth, { ...peers, rounds: quick ? 5 : 21, sweep }));
}

async function measureInProcess(inputs, options) {
  const core = await loadCore(scratch);
  const sweep = createSweeper();
  const peers = options.rivals ? await findParsers(scratch) : undefined;
  return [
    ...(options.only.includes('reading') ? measureReader(core, inputs, { ...options, peers, sweep }) : []),
    ...(options.only.includes('dates') ? measureDeadlines(core, { ...options, peers, sweep }) : []),
  ];
}

async function findServers(rivals) {
  const node = (...args) => [process.execPath, ...args];
  const plan = { language: 'plan', extension: 'plan' };
  return {
    ours: { command: node(join(root, 'dist', 'server-node.js'), '--stdio'), ...plan },
    floor: { command: node(join(root, 'scripts', 'bench', 'floor-server.cjs'), '--stdio'), ...plan },
    ...(rivals && (await findRivals(scratch))),
  };
}

async function measureStarts(servers, { quick }) {
  const cold = measureCold(
    { 'plandoc check': [join(root, 'dist', 'plandoc.js'), 'check', exampleAlone()], 'node -e 0': ['-e', '0'] },
    { rounds: quick ? 5 : 21, scratch },
  );
  return startRows(await measureStart(servers, quick ? 5 : 15), cold);
}

async function measureLatency(servers, inputs, options) {
  const latency = {};
  for (const [name, input] of Object.entries(inputs)) latency[name] = await measureServers(servers, input, options);
  return [...latencyRows(latency), ...openRows(latency)];
}

/** Ours alone, and for the outline the rivals that have one. */
async function measureAnswering({ floor: _floor, ...servers }, { text }, { quick, seed }) {
  const answers = {};
  for (const [name, { command, language, extension }] of Object.entries(servers))
    answers[name] = await measureAnswers(command, { text, language, extension, rounds: quick ? 4 : 40, seed });
  return answersRows(answers);
}

async function measureWriting({ rivals, quick }) {
  const peers = rivals ? await findWriters(scratch) : null;
  return exportRows(await measureExports({ scratch, peers, rounds: quick ? 1 : 5, rows: quick ? 1000 : 10_000 }));
}

await main(async () => {
  const options = readOptions();
  if (!existsSync(join(root, 'dist', 'server-node.js'))) {
    throw new Trouble('请先运行 npm run build。', 'Run npm run build first.');
  }
  mkdirSync(scratch, { recursive: true });
  const { lines, from } = readMeasures();
  const inputs = makeInputs(lines, options.seed, options.edits);
  console.log(
    `plandoc ${manifest().version}, ${new Date().toISOString().slice(0, 10)}; node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}`,
  );
  console.log(
    `seed ${options.seed}; ${from}; findings ${options.push ? 'pushed' : 'pulled'}; ${ROUNDS} rounds A B A B\n`,
  );
  const within = (...parts) => parts.some((part) => options.only.includes(part));
  const servers = within('servers', 'answers', 'start') ? await findServers(options.rivals) : {};
  const start = within('start') ? await measureStarts(servers, options) : [];
  const latency = within('servers') ? await measureLatency(servers, inputs, options) : [];
  const answers = within('answers') ? await measureAnswering(servers, inputs['1 MB'], options) : [];
  const reading = within('reading', 'dates') ? await measureInProcess(inputs, options) : [];
  const exports = within('exports') ? await measureWriting(options) : [];
  printTable([...latency, ...answers, ...start, ...reading, ...exports]);
});
