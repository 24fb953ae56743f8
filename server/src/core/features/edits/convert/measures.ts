import { numberLike } from '../../../plan/numbering/sequence';
import type { Plan } from '../../../plan/plan';
import type { Joined } from '../../../syntax/joined';
import { readNumber, skipMarks, type Numbering, type Scheme } from '../../../syntax/numbering';
import { cellOf } from '../../../syntax/passage';
import type { Cell } from '../../../syntax/table';
import { annotationText, mannerOf, type Words } from '../../annotations/style';
import type { Hindrance } from './collect';
import { blocksFrom, type PlacedBlock } from './placed';
import type { TableAt, TableRow } from './tableAt';

const HINDRANCES = {
  empty: {
    zh: '第 {line} 行没有写任务，没有转换。请先补上任务，或者不选这一行。',
    en: 'Row {line} states no task, so nothing was converted. Fill it in, or leave it out.',
  },
} as const;

/** Measures made of rows. */
export interface Written {
  readonly text: string;
  /** The rows that became measures, in order; the others are headings. */
  readonly measures: readonly TableRow[];
}

/** Why a row cannot be written as a measure or a heading; `null` where it can. */
export function whyNot(row: TableRow): Hindrance | null {
  if (taskOf(row) !== '' || headingOf(row) !== null) return null;
  return { message: HINDRANCES.empty, args: { line: row.placed.range.start.line + 1 } };
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, '').trim();

/** The task of a row; empty for rows that are only a heading over others. */
function taskOf(row: TableRow): string {
  return headingOf(row) === null ? oneLine(cellOf(row.item.block, 'task')?.text ?? '') : '';
}

/** A row with words in a single cell stands over the rows below it. */
function headingOf({ item }: TableRow): string | null {
  const filled = item.block.cells.filter(({ text }) => text.trim() !== '');
  const [only] = filled;
  return filled.length === 1 && only && item.responsibility.length === 0 ? oneLine(only.text) : null;
}

/** The meant rows as numbered measures under the headings of their groups. */
export function measureText(plan: Plan, table: TableAt): Written {
  const rows = table.rows.slice(table.from, table.to);
  const { style } = mannerOf(plan);
  const outline = outlineFor(plan, table, rows);
  const lines: string[] = [];
  const measures: TableRow[] = [];
  let [project, group] = ['', ''];
  for (const row of rows) {
    const alone = headingOf(row);
    if (alone !== null) {
      lines.push(outline.heading(0, alone));
      [project, group] = [row.project, row.group];
      continue;
    }
    if (row.project !== project) lines.push(outline.heading(0, row.project));
    if (row.group !== '' && (row.group !== group || row.project !== project))
      lines.push(outline.heading(row.project === '' ? 0 : 1, row.group));
    [project, group] = [row.project, row.group];
    lines.push(outline.measure(taskOf(row), indexOf(row)) + annotationText(style, wordsOf(row, table)));
    measures.push(row);
  }
  return { text: lines.filter((line) => line !== '').join(spacing(plan, table)), measures };
}

const indexOf = ({ item }: TableRow): number | null => {
  const text = cellOf(item.block, 'index')?.text.trim() ?? '';
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
};

/** A blank line between paragraphs where the text round the table has them; the head of a document does not tell. */
function spacing(plan: Plan, { rows }: TableAt): string {
  const [first, last] = [rows[0]!.placed, rows[rows.length - 1]!.placed];
  return gapIn(blocksFrom(plan, first, 'up')) ?? gapIn(blocksFrom(plan, last, 'down')) ?? '\n';
}

/** What stands between the first two paragraphs or headings next to each other; `null` where there are no two. */
function gapIn(blocks: Iterable<PlacedBlock>): string | null {
  let near: PlacedBlock | null = null;
  for (const placed of blocks) {
    const { block, range } = placed;
    if (block.kind !== 'paragraph' && block.kind !== 'heading') {
      near = null;
      continue;
    }
    if (block.kind === 'paragraph' && block.head) return null;
    const [above, below] =
      near && near.range.start.line < range.start.line ? [near.range, range] : [range, near?.range];
    if (below) return below.start.line - above.end.line > 1 ? '\n\n' : '\n';
    near = placed;
  }
  return null;
}

const SAMPLES: readonly (readonly [Scheme, string])[] = [
  ['cn', '一、'],
  ['cnParen', '（一）'],
  ['arabic', '1.'],
  ['arabicParen', '（1）'],
  ['circled', '①'],
];

interface Outline {
  heading(depth: number, words: string): string;
  measure(words: string, index: number | null): string;
}

/** How headings and measures are numbered: below what stands above the table, on from a measure right above it. */
function outlineFor(plan: Plan, table: TableAt, rows: readonly TableRow[]): Outline {
  const above = numberAbove(plan, table);
  const depth = depthOf(rows);
  const own = readNumber(firstHeading(rows), 0)?.scheme ?? null;
  const top = own ? rank(own) : above.sibling ? rank(above.scheme) : rank(above.scheme) + 1;
  const habit = lastMeasureNumber(plan);
  const sample =
    habit && rank(habit.scheme) >= top + depth ? habit.text : SAMPLES[Math.min(top + depth, SAMPLES.length - 1)]![1];
  const indexes = rows.filter((row) => headingOf(row) === null).map(indexOf);
  const kept = !above.sibling && runsOn(indexes);
  const counts = [0, 0];
  let last = above.sibling && depth === 0 ? above.value : 0;
  return {
    heading(level, words) {
      if (words === '' || readNumber(words, skipMarks(words, 0))) return words;
      counts[level]!++;
      counts.fill(0, level + 1);
      return numberLike(SAMPLES[Math.min(top + level, SAMPLES.length - 1)]![1], counts[level]!) + words;
    },
    measure(words, index) {
      last = kept && index !== null ? index : last + 1;
      // A task that brings a number of its own keeps it.
      const number = readNumber(words, skipMarks(words, 0)) ? '' : numberLike(sample, last);
      return `${number}${words}${/[。！？；：）]$/.test(words) ? '' : '。'}`;
    },
  };
}

/** The number of the last measure in prose that has an annotation. */
function lastMeasureNumber({ readings }: Plan): Numbering | null {
  for (const { items } of [...readings].reverse()) {
    const last = items.findLast((item) => item.kind === 'text' && item.annotations.length > 0 && item.block.number);
    if (last?.kind === 'text') return last.block.number;
  }
  return null;
}

const rank = (scheme: Scheme | null): number => SAMPLES.findIndex(([one]) => one === scheme);

const depthOf = (rows: readonly TableRow[]): number => {
  const projects = rows.some((row) => row.project !== '' || headingOf(row) !== null);
  return Number(projects) + Number(rows.some(({ group }) => group !== ''));
};

function firstHeading(rows: readonly TableRow[]): string {
  const [first] = rows;
  return first ? (headingOf(first) ?? (first.project || first.group)) : '';
}

/** Numbers that go up by one, or begin again at 1 now and then. */
const runsOn = (indexes: readonly (number | null)[]): boolean =>
  indexes.every((index, at) => index !== null && (at === 0 || index === 1 || index === indexes[at - 1]! + 1));

interface NumberAbove {
  readonly scheme: Scheme | null;
  readonly value: number;
  /** It is a measure, so that what comes next stands beside it. */
  readonly sibling: boolean;
}

function numberAbove(plan: Plan, { rows }: TableAt): NumberAbove {
  for (const { block, item } of blocksFrom(plan, rows[0]!.placed, 'up')) {
    if (block.kind === 'heading' && block.annex) break;
    if ((block.kind !== 'heading' && block.kind !== 'paragraph') || !block.number) continue;
    const sibling = item?.kind === 'text' && item.annotations.length > 0;
    return { scheme: block.number.scheme, value: block.number.value, sibling };
  }
  return { scheme: null, value: 0, sibling: false };
}

const UNITS = { lead: 'lead', participants: 'others', responsible: 'others' } as const;
const LABELS = {
  deadline: { known: /^(?:完成时限|完成时间|完成期限|时间节点|时限要求|办结时限|时间要求)$/, usual: '完成时限' },
  outcome: { known: /^(?:成果形式|预期成果|工作成果|成果)$/, usual: '成果形式' },
  person: { known: /^(?:牵头领导|责任领导|分管领导|责任人|联系人|联系方式)$/, usual: null },
  other: { known: /^备注$/, usual: null },
} as const;
const REMARK = '备注';

/** What a row says behind its task, each in the words of its cell; units and deadline of merged cells from above. */
function wordsOf(row: TableRow, { head }: TableAt): Words {
  const merged = row.units !== row.item;
  const words: { lead: Field[]; others: Field[]; further: Field[] } = { lead: [], others: [], further: [] };
  const remarks: string[] = [];
  for (const [at, cell] of row.item.block.cells.entries()) {
    const { role } = cell;
    const label = oneLine(head?.block.cells[at]?.text ?? '');
    const shared = merged && (role in UNITS || (role === 'deadline' && cell.text.trim() === ''));
    const text = said(shared ? row.units.block.cells[at]! : cell);
    if (text === '') continue;
    if (role === 'lead' || role === 'participants' || role === 'responsible') words[UNITS[role]].push({ label, text });
    else if (role === 'deadline' || role === 'outcome' || role === 'person' || role === 'other') {
      const { known, usual } = LABELS[role];
      const written = known.test(label) ? label : usual;
      if (written) words.further.push({ label: written, text });
      else remarks.push(`${label}${text}`);
    }
  }
  if (remarks.length > 0) words.further.push({ label: REMARK, text: remarks.join('，') });
  return words;
}

interface Field {
  readonly label: string;
  readonly text: string;
}

/** The words of a cell as they stand in a sentence: names separated by spaces or lines are joined by `、`. */
function said({ text, role }: Cell & Joined): string {
  const words = text.trim().replace(/[、，,；;。\s]+$/, '');
  return role in UNITS ? words.replace(/\s*\n\s*|\s+/g, '、') : oneLine(words);
}
