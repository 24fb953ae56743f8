// Deadlines of real documents: how many are read with the right last day, how many are read where none is, how fast.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { seedFolder } from '../lib/project.mjs';
import { clock } from './core.mjs';
import { median } from './statistics.mjs';
import { times } from './table.mjs';

const truthFile = join(seedFolder, '..', 'domain', 'seed-dates.tsv');

/** What the documents say, by somebody who read them; `null` when they are not at hand. */
export function readTruth(core) {
  if (!existsSync(truthFile)) return null;
  const expressions = readFileSync(truthFile, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    // The period in a title is a time, though nobody's deadline: right to read, so neither wanted nor wrong.
    .filter((row) => !row.includes('\ttitle-period\t'))
    .map((row) => {
      const [seed, line, kind, words, , end = ''] = row.split('\t');
      const wanted = /^(?:deadline|milestone|long-range)/.test(kind);
      return {
        seed,
        line: Number(line) - 1,
        words,
        cell: kind === 'deadline-cell',
        end: wanted ? end.slice(0, 10) : '',
      };
    });
  const texts = readdirSync(seedFolder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => textsOf(core, readFileSync(join(seedFolder, name), 'utf8'), name.slice(0, 3)));
  return { texts, expressions };
}

/** The paragraphs and the task, outcome and deadline cells of a document, as both parsers are given them. */
function textsOf(core, text, seed) {
  const plan = core.readPlan(core.readText(text));
  return plan.readings.flatMap(({ items }, index) =>
    items.flatMap(({ kind, block }) => {
      const place = {
        seed,
        from: plan.source.starts[index] + block.line,
        to: plan.source.starts[index] + block.endLine,
      };
      if (kind === 'text') return [{ ...place, text: block.text, cell: false }];
      return block.cells
        .filter(({ role }) => role === 'task' || role === 'outcome' || role === 'deadline')
        .map((cell) => ({ ...place, text: cell.text, cell: cell.role === 'deadline' }));
    }),
  );
}

/** How each parser reads one text: the place and the last day of what it takes for a time. */
function parsersOf(core, chrono) {
  const reference = new Date(2022, 0, 1);
  return {
    ours: (text, cell) => core.findDeadlines(text, cell),
    ...(chrono && {
      'chrono-node (zh.hans)': (text) =>
        chrono.zh.hans.parse(text, reference).map((one) => ({
          from: one.index,
          to: one.index + one.text.length,
          end: lastDayOf(one.end ?? one.start),
        })),
    }),
  };
}

/** The last day of what chrono is certain of: a year or a month alone lasts to its end. */
function lastDayOf(parts) {
  const year = parts.get('year');
  const month = parts.isCertain('month') ? parts.get('month') : 12;
  const day = parts.isCertain('day') ? parts.get('day') : new Date(Date.UTC(year, month, 0)).getUTCDate();
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** Deadlines with the right last day, and years that are no deadline (titles, document numbers, reports) taken for one. */
function judge(parse, { texts, expressions }) {
  let [right, wanted, wrong, others] = [0, 0, 0, 0];
  const read = texts.map((one) => ({ ...one, found: parse(one.text, one.cell) }));
  for (const { seed, line, words, cell, end } of expressions) {
    const here = read.filter((one) => one.seed === seed && one.from <= line && line <= one.to && one.cell === cell);
    const found = here.flatMap(({ text, found: all }) => all.filter((one) => overlaps(text, words, one)));
    if (end === '') {
      others++;
      if (found.some((one) => one.end !== null)) wrong++;
    } else {
      wanted++;
      if (found.some((one) => one.end === end)) right++;
    }
  }
  return { right, wanted, wrong, others };
}

function overlaps(text, words, { from, to }) {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (from < at + words.length && at < to) return true;
  }
  return false;
}

/** @returns {Record<string, { right: number, wanted: number, wrong: number, others: number, speed: number }>} by parser */
export function measureDates(core, truth, { chrono, rounds, sweep }) {
  const parsers = Object.entries(parsersOf(core, chrono));
  const megabytes = truth.texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
  const speeds = Object.fromEntries(parsers.map(([name]) => [name, []]));
  for (let round = -3; round < rounds; round++) {
    for (const [name, parse] of parsers) {
      sweep();
      const { ms } = clock(() => truth.texts.map(({ text, cell }) => parse(text, cell)));
      if (round >= 0) speeds[name].push((megabytes / ms) * 1000);
    }
  }
  return Object.fromEntries(
    parsers.map(([name, parse]) => [name, { ...judge(parse, truth), speed: median(speeds[name]) }]),
  );
}

export function datesRows(dates) {
  const { ours, ...peers } = dates;
  const share = ({ right, wanted }) => `${right} of ${wanted}`;
  const falseOnes = ({ wrong, others }) => `${wrong} of ${others}`;
  const every = ours.right === ours.wanted ? 'all met' : 'all MISSED';
  const none = ours.wrong === 0 ? 'none met' : 'none MISSED';
  const [name, peer] = Object.entries(peers)[0] ?? [];
  const beside = (show) => (peer ? `${name} ${show(peer)}` : '');
  const ratio = peer ? ours.speed / peer.speed : NaN;
  return [
    ['B13', 'deadlines of the samples, right last day', share(ours), beside(share), '', every],
    ['B13', 'years that are no deadline, taken for one', falseOnes(ours), beside(falseOnes), '', none],
    [
      'B13',
      'finding them, MB/s',
      ours.speed.toFixed(0),
      beside(({ speed }) => speed.toFixed(0)),
      peer ? times(ratio) : '',
      peer ? `≥ 4 ${ratio >= 4 ? 'met' : 'MISSED'}` : '',
    ],
  ];
}
