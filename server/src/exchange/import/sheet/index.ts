import type { Archive } from '../archive';
import { createDraft } from '../draft';
import type { ImportFormat, ImportOptions, Imported } from '../model';
import { createNotes, type Notes } from '../notes';
import { ImportRefusal, REFUSALS } from '../refusal';
import { findHead, tableLines, type Grid, type Slot } from '../table';
import { gridOf, readModern, readOld, tellLeftBehind, type Workbook } from './workbook';

/** A sheet as a person chooses among them. */
export interface SheetInfo {
  readonly name: string;
  /** Rows up to the last that is not empty. */
  readonly rows: number;
  readonly hidden: boolean;
  /** It has the head of a task table. */
  readonly isTaskTable: boolean;
}

interface Candidate extends SheetInfo {
  readonly grid: Grid;
  readonly notes: Notes;
}

/** The task table of a workbook: of the sheet that is named, or of the one that looks most like one. */
export async function readSheet(source: Archive | Uint8Array, options: ImportOptions): Promise<Imported> {
  const candidates = await candidatesOf(source);
  const wanted = options.sheet === undefined ? likeliest(candidates) : named(candidates, options.sheet);
  const notes = createNotes();
  const draft = createDraft();
  draft.table(tableLines(withDates(wanted.grid, notes), notes));
  const text = draft.text();
  if (text === '') throw new ImportRefusal(REFUSALS.emptySheet, { sheet: wanted.name });
  for (const other of candidates) if (other !== wanted && other.rows > 0) notes.add('otherSheet', other.name);
  if (!(source instanceof Uint8Array)) tellLeftBehind(source, notes);
  const format: ImportFormat = source instanceof Uint8Array ? 'xls' : 'xlsx';
  return { text, format, notes: [...wanted.notes.list(), ...notes.list()] };
}

/** The sheets of a workbook that hold anything. */
export async function sheetsOf(source: Archive | Uint8Array): Promise<readonly SheetInfo[]> {
  const candidates = await candidatesOf(source);
  return candidates
    .filter(({ rows }) => rows > 0)
    .map(({ name, rows, hidden, isTaskTable }) => ({ name, rows, hidden, isTaskTable }));
}

async function candidatesOf(source: Archive | Uint8Array): Promise<readonly Candidate[]> {
  const workbook: Workbook = await (source instanceof Uint8Array ? readOld(source) : readModern(source));
  return workbook.sheets.map((sheet) => {
    const notes = createNotes();
    const grid = gridOf(sheet, notes);
    const hidden = (sheet.hidden ?? false) || (sheet.veryHidden ?? false);
    return { name: sheet.name, rows: grid.length, hidden, isTaskTable: findHead(grid) !== null, grid, notes };
  });
}

function likeliest(candidates: readonly Candidate[]): Candidate {
  // A task table before any other sheet, what is shown before what is hidden, the longer before the shorter.
  const rank = (one: Candidate): number =>
    (one.rows === 0 ? -4 : 0) + (one.hidden ? -2 : 0) + (one.isTaskTable ? 1 : 0) + Math.min(one.rows, 9999) / 10_000;
  const [best] = candidates.toSorted((a, b) => rank(b) - rank(a));
  if (!best) throw new ImportRefusal(REFUSALS.nothing);
  return best;
}

/** By name; by number (one-based) where no sheet is called so. */
function named(candidates: readonly Candidate[], name: string): Candidate {
  const wanted = name.trim();
  const found =
    candidates.find((one) => one.name.trim() === wanted) ??
    (/^\d+$/.test(wanted) ? candidates[Number(wanted) - 1] : undefined);
  if (found) return found;
  throw new ImportRefusal(REFUSALS.noSheet, { name, sheets: candidates.map((one) => one.name).join('、') });
}

/** Days from 1 January 2000 to 31 December 2099 as Excel counts them. */
const FIRST_DAY = 36_526;
const LAST_DAY = 73_050;
const UNIX_EPOCH = 25_569;
const DAY = 86_400_000;

/** A bare number of days in a column of deadlines is a date whose format got lost. */
function withDates(grid: Grid, notes: Notes): Grid {
  const head = findHead(grid);
  const columns = new Set(head?.columns.roles.flatMap((role, at) => (role === 'deadline' ? [at] : [])));
  if (!head || columns.size === 0) return grid;
  return grid.map((row, at) =>
    at < head.row + head.rows ? row : row.map((slot, column) => (columns.has(column) ? dated(slot, notes) : slot)),
  );
}

function dated(slot: Slot, notes: Notes): Slot {
  const days = /^\d{5}$/.test(slot.text) ? Number(slot.text) : 0;
  if (days < FIRST_DAY || days > LAST_DAY) return slot;
  const date = new Date((days - UNIX_EPOCH) * DAY);
  const text = `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  notes.add('dateAsShown', `${slot.text} → ${text}`);
  return { ...slot, text };
}
