import { cellOf } from '../syntax/passage';
import { rangeOf } from '../syntax/joined';
import { PLANS, type Report, type Rule } from './rule';
import type { RowReading } from '../plan/reading';

const MESSAGES = {
  restates: {
    zh: '成果栏照抄了任务栏的话：“{text}”。请写可以检验的成果，如形成什么文件、达到什么数。',
    en: 'The outcome repeats the task: “{text}”. Say what can be verified: a document, a figure.',
  },
} as const;

/** So many characters in common are no coincidence; titles and quoted terms are not counted. */
const RUN = 17;

/** An outcome column that says again what the task column says. Titles of laws (《》) and quoted terms may return. */
export const rule: Rule = {
  id: 'outcome-restates-task',
  title: { zh: '成果栏复述任务栏', en: 'Outcome repeats the task' },
  topic: 'time',
  severity: 'hint',
  strength: '实务',
  basis: { zh: '成果应当可以检验', en: 'an outcome must be verifiable' },
  fixable: 'no',
  kinds: PLANS,
  options: {
    length: {
      title: { zh: '相同的字数达到多少才报', en: 'Characters in common that count' },
      default: RUN,
      minimum: 8,
    },
  },
  passage(reading, { options }) {
    const length = Number(options['length']);
    return reading.items.flatMap((item) => (item.kind === 'row' ? inRow(item, length) : []));
  },
};

function inRow({ block }: RowReading, length: number): readonly Report[] {
  const task = cellOf(block, 'task');
  const outcome = cellOf(block, 'outcome');
  if (!task || !outcome || task.text.length < length || outcome.text.length < length) return [];
  const found = commonRun(masked(task.text), masked(outcome.text), length);
  if (!found) return [];
  const [start, to] = found;
  const from = start + /^[，。；、：]*/.exec(outcome.text.slice(start, to))![0].length;
  return [
    { message: MESSAGES.restates, args: { text: outcome.text.slice(from, to) }, range: rangeOf(outcome, from, to) },
  ];
}

/** Titles and quoted terms, replaced by characters that differ in each so that they never agree. */
function masked(text: string): string {
  if (!text.includes('《') && !text.includes('“')) return text;
  return text.replace(/《[^》]*》|“[^”]*”/g, (term) => GAP.repeat(term.length));
}

const GAP = '\u0000';

/** The first run of at least `length` characters of `there` that stands in `here` too. */
function commonRun(here: string, there: string, length: number): readonly [from: number, to: number] | null {
  if (!mayShare(here, there, length)) return null;
  for (let from = 0; from + length <= there.length; from++) {
    const run = there.slice(from, from + length);
    const at = run.includes(GAP) ? -1 : here.lastIndexOf(run);
    if (at < 0) continue;
    let more = length;
    while (here[at + more] === there[from + more] && here[at + more] !== undefined && here[at + more] !== GAP) more++;
    return [from, from + more];
  }
  return null;
}

/** A run of `length` characters holds a whole one of the pieces half as long that a text is cut into. */
function mayShare(here: string, there: string, length: number): boolean {
  const piece = (length + 1) >> 1;
  for (let from = 0; from + piece <= there.length; from += piece)
    if (here.includes(there.slice(from, from + piece))) return true;
  return false;
}
