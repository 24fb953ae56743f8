// Makes the documents to measure with, out of real measures: the lines of our examples (and of further documents where
// they are at hand), varied so that no two copies are the same and a cache of lines gains nothing.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, seedFolder } from '../lib/project.mjs';
import { createRandom } from './statistics.mjs';

/** @returns {{ lines: string[], from: string }} measures that are sound in themselves, and where they come from */
export function readMeasures() {
  const folders = [join(root, 'examples'), ...(existsSync(seedFolder) ? [seedFolder] : [])];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:plan|txt|md)$/.test(name) && name !== 'README.md')
      .sort()
      .map((name) => join(folder, name)),
  );
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split(/\r?\n/)).filter(isSound);
  return {
    lines,
    from: `examples/${folders.length > 1 ? ' + seeds' : ''}: ${files.length} documents, ${lines.length} measures`,
  };
}

/** One numbered measure a line, with a lead and nothing in it that would be found whatever the document. */
function isSound(line) {
  return (
    /^(?:\*\*)?（[一二三四五六七八九十]+）/.test(line) &&
    line.length > 60 &&
    /[（(]牵头单位[:：]/.test(line) &&
    // What some rule finds in any document: short titles of laws, matters that belong to one department, stray spaces.
    !/["|\t<]|《|[a-z] | [A-Za-z]|法规|督察|公开|双公示/.test(line)
  );
}

const UNITS = [
  '区司法局',
  '区发展改革局',
  '区财政局',
  '区人社局',
  '区审计局',
  '区民政局',
  '区住建局',
  '区卫健委',
  '区教体局',
];
const WORDS = ['切实', '扎实', '统筹', '稳步', '逐项', '及时', '全面', '依法'];
const NUMERALS = '一二三四五六七八九十';

/** Another measure of the same shape: other units and years, one more word at the start of a clause. Years stay inside the plan's period. */
function vary(line, random, { faulty, batch }) {
  const [body, annotation] = cutAnnotation(line);
  const year = faulty ? 2031 + random.below(4) : 2022 + random.below(4);
  const bare = body.replace(/20\d\d年(?:\d{1,2}月)?(?:底前|底|前|内)?/g, '').replace(/[，。；]+$/, '');
  // The batch makes each measure another: a repeated paragraph would be found.
  const word = `第${batch}批${WORDS[random.below(WORDS.length)]}`;
  const clauses = [...bare.matchAll(/[，。；](?=[\u4e00-\u9fff]{4})/g)].map(({ index }) => index + 1);
  const at = clauses.length > 0 ? clauses[random.below(clauses.length)] : bare.length;
  return `${bare.slice(0, at)}${word}${bare.slice(at)}，${year}年底前完成。${annotation(random)}`;
}

function cutAnnotation(line) {
  const open = line.search(/[（(]牵头单位/);
  // Three different ones: a unit named twice would be found.
  const three = (random) => {
    const from = random.below(UNITS.length);
    return [0, 1 + random.below(3), 4 + random.below(3)].map((step) => UNITS[(from + step) % UNITS.length]);
  };
  return [
    line.slice(0, open).replace(/\*\*/g, ''),
    (random) => {
      const [lead, ...others] = three(random);
      return `（牵头单位：${lead}；责任单位：${others.join('、')}、区各部门）`;
    },
  ];
}

/**
 * A plan of about `bytes` bytes with `faults` deadlines outside its period, spread evenly.
 * @param {string[]} measures
 * @param {{ bytes: number, faults: number, seed: number }} options
 */
export function makePlan(measures, { bytes, faults, seed }) {
  const random = createRandom(seed);
  const out = ['云溪区高质量发展实施方案（2021—2025年）', '', '为推进各项工作，结合我区实际，制定本实施方案。', ''];
  let size = Buffer.byteLength(out.join('\n'));
  let made = 0;
  for (let count = 0; size < bytes; count++) {
    const due = Math.floor((size / bytes) * faults) >= made && made < faults;
    if (due) made++;
    // Chapters have no number, so that there is no end to them; measures are numbered in each.
    const chapter = count % NUMERALS.length === 0 ? `## 重点任务之${count}` : null;
    const number = `（${NUMERALS[count % NUMERALS.length]}）`;
    const line = vary(measures[random.below(measures.length)], random, { faulty: due, batch: count + 1 }).replace(
      /^（[^）]*）/,
      number,
    );
    for (const text of chapter ? [chapter, line] : [line]) {
      out.push(text);
      size += Buffer.byteLength(text) + 1;
    }
  }
  return `${out.join('\n')}\n`;
}
