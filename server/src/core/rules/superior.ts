import { listTasks } from '../plan/tasks';
import type { Plan } from '../plan/plan';
import type { BlockReading } from '../plan/reading';
import { cellOf } from '../syntax/passage';
import type { IsoDate } from '../text/dates';
import { wordsIn } from './words';

/** Something a plan says is to be done by a day: a sentence with its deadline, or a row of the task table. */
export interface Statement {
  /** The words without the deadline. */
  readonly text: string;
  readonly end: IsoDate;
  /** The deadline as written. */
  readonly deadline: string;
}

/** A measure of a superior plan. */
export interface SuperiorMeasure {
  /** Its number as written; empty where it has none. */
  readonly label: string;
  /** Its head, or how it begins. */
  readonly head: string;
  readonly text: string;
}

/** A superior plan (上位文件) a document is held against. */
export interface Superior {
  /** Its title, as it is named to the reader. */
  readonly title: string;
  /** Its document number (国办发〔2018〕37号), where it says so. */
  readonly number: string | null;
  readonly statements: readonly Statement[];
  readonly measures: readonly SuperiorMeasure[];
  /** Its sentences, levelled for comparison. */
  readonly sentences: ReadonlySet<string>;
}

/** More than this and a front matter is not to be believed. */
export const MAX_SUPERIORS = 5;

export const NO_SUPERIORS: readonly Superior[] = [];

/** Reads a superior plan for comparison; `name` is what to call it when it has no title. */
export function superiorFrom(name: string, plan: Plan): Superior {
  const sentences = new Set<string>();
  const statements: Statement[] = [];
  for (const reading of plan.readings) {
    for (const item of reading.items) {
      statements.push(...statementsOf(item).map(({ text, end, deadline }) => ({ text, end, deadline })));
    }
    for (const { words } of wordsIn(reading)) for (const sentence of sentencesIn(words.text)) sentences.add(sentence);
  }
  const measures = listTasks(plan).map(({ label, heading, text }) => {
    const head = (heading && text.startsWith(heading) ? heading : text).slice(0, MAX_HEAD).split(/[。；\n]/)[0]!;
    return { label: label ?? '', head, text };
  });
  return { title: plan.facts.title ?? name, number: numberOf(plan), statements, measures, sentences };
}

/** The number a document gives itself: in its front matter, its head, or the fields a web page left. */
function numberOf({ readings }: Plan): string | null {
  for (const { summary } of readings) {
    const number = summary.frontMatter?.number ?? summary.ownNumber ?? summary.metadata.number;
    if (number) return number;
  }
  return null;
}

const MAX_HEAD = 30;
/** Shorter sentences are alike by chance. */
const MIN_SENTENCE = 20;

/** The sentences of a text without marks and white space, those long enough to be compared. */
export function sentencesIn(text: string): readonly string[] {
  return text
    .split(/[。；！？\n]/)
    .map((sentence) => sentence.replace(/[^\u4e00-\u9fffA-Za-z0-9]/g, ''))
    .filter((sentence) => sentence.length >= MIN_SENTENCE);
}

/** A statement and where its deadline stands: in a paragraph, or in the cell of a row. */
export interface PlacedStatement extends Statement {
  readonly from: number;
  readonly to: number;
  /** The cell it stands in, for rows. */
  readonly role: 'deadline' | null;
}

const SET = new Set(['by', 'target', 'range', 'before', 'year', 'milestone']);

/** What a paragraph or a row says is to be done by when. */
export function statementsOf(item: BlockReading): readonly PlacedStatement[] {
  if (item.kind === 'row') {
    const text = cellOf(item.block, 'task')?.text ?? '';
    const { deadline } = item;
    if (text === '' || !deadline?.end) return [];
    return [
      { text, end: deadline.end, deadline: deadline.text, from: deadline.from, to: deadline.to, role: 'deadline' },
    ];
  }
  const { text } = item.block;
  return item.deadlines.flatMap(({ end, kind, from, to, text: deadline }): PlacedStatement[] => {
    if (end === null || !SET.has(kind)) return [];
    const start = Math.max(text.lastIndexOf('。', from), text.lastIndexOf('；', from)) + 1;
    const stop = text.slice(to).search(/[。；]/);
    const words = text.slice(start, from) + text.slice(to, stop < 0 ? text.length : to + stop);
    return [{ text: words, end, deadline, from, to, role: null }];
  });
}

/** How much two texts are alike, 0 to 1: shared pairs of characters against all (Dice). */
export function likeness(a: string, b: string): number {
  const [first, second] = [pairsOf(a), pairsOf(b)];
  if (first.size === 0 || second.size === 0) return 0;
  let shared = 0;
  for (const pair of first) if (second.has(pair)) shared++;
  return (2 * shared) / (first.size + second.size);
}

/** How much of `part` is found in `whole`, 0 to 1. */
export function coverage(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of part) if (whole.has(pair)) shared++;
  return part.size === 0 ? 1 : shared / part.size;
}

export function pairsOf(text: string): ReadonlySet<string> {
  const words = text.replace(/[^\u4e00-\u9fffA-Za-z0-9]/g, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < words.length; at++) pairs.add(words.slice(at, at + 2));
  return pairs;
}
