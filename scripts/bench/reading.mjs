// What reading costs in process: a whole text, and one more character in it.
import { clock } from './core.mjs';
import { createRandom, median, quantile } from './statistics.mjs';
import { ms, times, verdict } from './table.mjs';

const LONG_LINE = 40;
/** Edits in a row before the other has its turn: one editor's garbage is not to cool the other's caches. */
const TURN = 50;
/** Turns before the clock counts, enough that the compiler has done with the code. */
const WARM_UP = 6;

/** What reads the same bytes or the same text, by name. */
function contestants(core, bytes, text, { lezer, micromark } = {}) {
  return {
    decode: () => bytes.toString('utf8'),
    plan: () => core.readPlan(core.readText(text)),
    all: () => {
      const plan = core.readPlan(core.readText(text));
      return [plan, core.listTasks(plan), core.outlineOf(plan)];
    },
    ...(lezer && { '@lezer/markdown': () => lezer.parser.parse(text) }),
    ...(micromark && { micromark: () => micromark.micromark(text) }),
  };
}

/** Medians of milliseconds by name, in turns; the first turn warms up and does not count. */
export function measureReading(core, text, { peers, rounds, sweep }) {
  const all = Object.entries(contestants(core, Buffer.from(text), text, peers));
  const taken = Object.fromEntries(all.map(([name]) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, work] of all) {
      sweep();
      const { ms: time } = clock(work);
      if (round >= 0) taken[name].push(time);
    }
  }
  return Object.fromEntries(all.map(([name]) => [name, median(taken[name])]));
}

/** One character typed at seeded places and taken back, by our reader and by Lezer with the fragments of the last tree. */
export function measureEditing(core, text, { peers, edits, seed, sweep }) {
  const editors = { ours: planEditor(core, text), ...(peers && { '@lezer/markdown': lezerEditor(peers, text) }) };
  const taken = Object.fromEntries(Object.keys(editors).map((name) => [name, []]));
  const places = longLines(text);
  const random = createRandom(seed);
  for (let turn = -WARM_UP; turn < edits / TURN; turn++) {
    const turnEdits = Array.from({ length: TURN / 2 }, () => typeAndUndo(places, random)).flat();
    for (const [name, edit] of Object.entries(editors)) {
      sweep();
      for (const one of turnEdits) {
        const { ms: time } = clock(() => edit(one));
        if (turn >= 0) taken[name].push(time);
      }
    }
  }
  return Object.fromEntries(
    Object.entries(taken).map(([name, all]) => [name, { p50: median(all), p99: quantile(all, 0.99) }]),
  );
}

/** A character typed somewhere and taken back. */
function typeAndUndo(places, random) {
  const [line, start] = places[random.below(places.length)];
  const character = 6 + random.below(20);
  return ['的', ''].map((typed) => ({ line, character, offset: start + character, typed }));
}

/** Lines long enough to type into: their numbers and offsets. */
function longLines(text) {
  const places = [];
  let start = 0;
  for (const [line, words] of text.split('\n').entries()) {
    if (words.length > LONG_LINE) places.push([line, start]);
    start += words.length + 1;
  }
  return places;
}

/** `typed` is put in, or what was put in before is taken out again. */
function planEditor(core, text) {
  let source = core.readText(text);
  const read = core.createPlanReader();
  read(source, { period: null });
  return ({ line, character, typed }) => {
    const start = { line, character };
    const end = typed === '' ? { line, character: character + 1 } : start;
    source = core.editSource(source, { start, end }, typed);
    return read(source, { period: null });
  };
}

function lezerEditor({ lezer, common }, text) {
  let tree = lezer.parser.parse(text);
  let fragments = common.TreeFragment.addTree(tree);
  return ({ offset, typed }) => {
    const [toA, toB] = typed === '' ? [offset + 1, offset] : [offset, offset + 1];
    fragments = common.TreeFragment.applyChanges(fragments, [{ fromA: offset, toA, fromB: offset, toB }]);
    tree = lezer.parser.parse(inputWith(text, offset, typed), fragments);
    fragments = common.TreeFragment.addTree(tree, fragments);
    return tree;
  };
}

/** The text with `typed` at `at`, given line by line as an editor does: no copy of the whole is made. */
function inputWith(text, at, typed) {
  const read = (from, to) => {
    const before = text.slice(from, Math.min(to, at));
    const after = text.slice(Math.max(from - typed.length, at), Math.max(to - typed.length, at));
    return (from < at ? before : '') + typed.slice(Math.max(0, from - at), Math.max(0, to - at)) + after;
  };
  const length = text.length + typed.length;
  return {
    length,
    lineChunks: true,
    read,
    chunk(from) {
      const end = text.indexOf('\n', from < at ? from : Math.max(at, from - typed.length));
      const stop = end < 0 ? length : end < at ? end : end + typed.length;
      return from < stop ? read(from, stop) : read(from, from + 1);
    },
  };
}

const NAMES = {
  plan: 'text → plan (lines, passages, blocks, units, deadlines, facts)',
  all: 'text → plan, tasks and outline',
};

/** @param {Record<string, Record<string, number>>} reading by size */
export function readingRows(reading) {
  return Object.entries(reading).flatMap(([size, { decode, plan, all, ...peers }]) => [
    ...Object.entries({ plan, all }).map(([name, own]) => [
      'B9',
      `${NAMES[name]}, ${size}, ms`,
      ms(own),
      `toString('utf8') ${ms(decode)}`,
      times(own / decode),
      name === 'all' && size === '10 MB' ? `${verdict(own / decode, 2)}, aim 1` : '',
    ]),
    ...Object.entries(peers).map(([name, peer]) => [
      'B9',
      `text → plan beside ${name}, ${size}, ms`,
      ms(plan),
      ms(peer),
      times(plan / peer),
      '',
    ]),
  ]);
}

/** @param {Record<string, Record<string, { p50: number, p99: number }>>} editing by size, the smallest first */
export function editingRows(editing) {
  const pair = ({ p50, p99 }) => `${p50.toFixed(3)} / ${p99.toFixed(2)}`;
  const [base, ...larger] = Object.keys(editing);
  const rows = Object.entries(editing).flatMap(([size, { ours, ...peers }]) => [
    ['B2', `a character → plan, in process, ${size}, p50 / p99 ms`, pair(ours), '', '', ''],
    ...Object.entries(peers).map(([name, peer]) => [
      'B2',
      `the same beside ${name} with fragments`,
      pair(ours),
      pair(peer),
      times(ours.p50 / peer.p50),
      '',
    ]),
  ]);
  const goals = [1.5, 2.5];
  const growth = larger.flatMap((size, at) =>
    Object.keys(editing[size]).map((name) => {
      const [here, there] = [editing[size][name].p50, editing[base][name].p50];
      const own = name === 'ours';
      const what = `growth of its p50 from ${base} to ${size}${own ? '' : `, ${name}`}`;
      const cells = [here.toFixed(3), there.toFixed(3), times(here / there)];
      return ['B2', what, ...cells, own ? verdict(here / there, goals[at]) : ''];
    }),
  );
  return [...rows, ...growth];
}
