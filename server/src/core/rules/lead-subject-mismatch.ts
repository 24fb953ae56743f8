import { assignUnits } from '../plan/task';
import type { BlockReading, PassageReading } from '../plan/reading';
import type { Annotation } from '../plan/responsibility';
import { rangeOf, type Joined } from '../syntax/joined';
import type { Facts } from '../plan/facts';
import type { Register } from '../units/model';
import { PLANS, type Report, type Rule } from './rule';
import table from './subjects.tsv';

const MESSAGES = {
  lead: {
    zh: '“{subject}”通常由{usual}牵头或参加，这里由“{name}”牵头，又没有列入。请按部门职责核对。',
    en: '“{subject}” is usually the business of {usual}; here “{name}” leads without it. Check against the duties of the units.',
  },
} as const;

interface Subject {
  readonly pattern: RegExp;
  /** Names of entries; any of them among the units of a task will do. */
  readonly usual: readonly string[];
  readonly name: string;
}

/** Lines of `subjects.tsv`: pattern, entries, name; `#` begins a remark. */
const SUBJECTS: readonly Subject[] = table
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [pattern = '', usual = '', name = ''] = line.split('\t');
    return { pattern: new RegExp(pattern), usual: usual.split(';'), name };
  });
/** One look tells that a sentence is about none of them. */
const ANY = new RegExp(SUBJECTS.map(({ pattern }) => pattern.source).join('|'));

/**
 * A task whose matter everywhere belongs to certain departments, led by others, with none of those among its units.
 * Only the first sentence of a task counts, and only matters every place handles alike are in the table.
 * Source: practice; the plans of duties (三定规定).
 */
export const rule: Rule = {
  id: 'lead-subject-mismatch',
  title: { zh: '牵头单位与事项职能不匹配', en: 'Lead unit and matter do not fit' },
  topic: 'units',
  severity: 'hint',
  strength: '惯例',
  basis: { zh: '部门“三定”规定；各地通常做法', en: 'plans of duties of departments; common practice' },
  fixable: 'no',
  kinds: PLANS,
  passage: (reading, { facts, register }) => tasksIn(reading).flatMap((task) => judge(task, facts, register)),
};

/** The words that say what is to be done, and the annotations or cells that say by whom. */
interface Task {
  readonly text: string;
  readonly duties: readonly { readonly joined: Joined; readonly annotation: Annotation }[];
}

function tasksIn(reading: PassageReading): readonly Task[] {
  return reading.items.flatMap((item) => (item.kind === 'row' ? rowTask(item) : textTasks(item)));
}

function rowTask({ block, responsibility }: Extract<BlockReading, { readonly kind: 'row' }>): readonly Task[] {
  const text = block.cells.find(({ role }) => role === 'task')?.text ?? '';
  return [{ text, duties: responsibility.map(({ cell, annotation }) => ({ joined: cell, annotation })) }];
}

/** Each annotation says who does what stands between it and the one before. */
function textTasks({ block, annotations }: Extract<BlockReading, { readonly kind: 'text' }>): readonly Task[] {
  let from = block.number?.end ?? 0;
  return annotations.map((annotation) => {
    const text = block.text.slice(from, annotation.from);
    from = annotation.to;
    return { text, duties: [{ joined: block, annotation }] };
  });
}

const LONGEST = 80;

function judge({ text, duties }: Task, { leadRule }: Facts, register: Register): readonly Report[] {
  const sentence = /^[^。；]*/.exec(text.trim().slice(0, LONGEST))![0];
  if (!ANY.test(sentence)) return [];
  const subject = SUBJECTS.find(({ pattern }) => pattern.test(sentence))!;
  for (const { joined, annotation } of duties) {
    const { lead } = assignUnits(annotation, leadRule);
    const [first, last] = [lead[0], lead[lead.length - 1]];
    if (!first || !last) continue;
    const all = duties.flatMap((duty) => duty.annotation.units.map(({ name }) => register.resolve(name)));
    if (all.some(({ entry }) => entry !== null && subject.usual.includes(entry.name))) return [];
    if (lead.some(({ name }) => !isKnown(name, register))) return [];
    const args = {
      subject: subject.name,
      usual: subject.usual.slice(0, 2).join('、'),
      name: lead.map(({ name }) => name).join('、'),
    };
    return [{ message: MESSAGES.lead, args, range: rangeOf(joined, first.from, last.to) }];
  }
  return [];
}

/** Of a body known only by the look of its name nobody can say what it does. */
function isKnown(name: string, register: Register): boolean {
  const { how, entry } = register.resolve(name);
  return entry !== null && entry.origin === 'base' && how !== 'pattern' && how !== 'former-name';
}
