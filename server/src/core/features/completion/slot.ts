import { labelsOf, type Field } from '../../plan/labels';
import type { Annotation } from '../../plan/responsibility';
import type { Role } from '../../plan/unitList';
import { offsetOf } from '../../syntax/joined';
import { looksTabular, lostColumn, type ColumnRole, type Columns } from '../../syntax/table';
import { isCloser, isOpener } from '../../text/brackets';
import type { Place } from './place';

/** The field the caret is in, of an annotation or of a row. */
export type Slot =
  | { readonly field: 'units'; readonly role: Role; readonly annotation: Annotation | null; readonly cell: boolean }
  | { readonly field: 'deadline'; readonly cell: boolean }
  | { readonly field: 'index' }
  /** A field in which anything may be written, or where nothing can be said of it. */
  | { readonly field: 'free' };

/** The field the caret is in; `null` outside annotations and tables. */
export function slotAt(place: Place): Slot | null {
  const columns = columnsAt(place);
  if (columns) return cellSlot(columns, place);
  for (const item of place.items) {
    if (item.kind !== 'text') continue;
    const offset = offsetOf(item.block, place.local);
    if (offset < 0) continue;
    const annotation = item.annotations.find((one) => one.from < offset && offset <= one.to) ?? null;
    if (annotation && isClosedBefore(item.block.text, annotation, offset)) continue;
    const slot = textSlot(item.block.text, offset, annotation);
    if (slot) return slot;
  }
  return place.items.length === 0 ? textSlot(place.before, place.before.length, null) : null;
}

/** The caret stands behind the closing bracket. */
function isClosedBefore(text: string, { to }: Annotation, offset: number): boolean {
  return offset === to && isCloser(text.charCodeAt(to - 1));
}

/** A list of units is looked back so far for its label. */
const REACH = 300;

function textSlot(text: string, offset: number, annotation: Annotation | null): Slot | null {
  // Before the colon a field is being named, not filled.
  if (annotation?.labels.some(({ from, to }) => from <= offset && offset < to)) return { field: 'free' };
  const before = text.slice(Math.max(0, offset - REACH), offset);
  const field = fieldOf(before);
  if (field === 'deadline') return { field, cell: false };
  if (field === 'outcome' || field === 'person') return { field: 'free' };
  if (field) return units(field === 'sentence' ? 'responsible' : field, annotation);
  const verb = annotation || opensBracket(before) ? roleOfVerb(text.slice(offset, offset + REACH)) : null;
  if (verb) return units(verb, annotation);
  return annotation && !/[:：][^；;]*$/.test(before.slice(annotation.from - offset))
    ? units('responsible', annotation)
    : null;
}

/** What the label says that the text behind it fills in: units up to a full stop, all else up to a semicolon. */
function fieldOf(before: string): Field | null {
  const label = labelsOf(before).at(-1);
  // Without 单位 or 部门 a word is a label inside a bracket only.
  if (!label || (label.text.length < 4 && !opensBracket(before))) return null;
  const isUnits = label.field !== 'deadline' && label.field !== 'outcome' && label.field !== 'person';
  return (isUnits ? /[。（(：:]/ : /[。；;（(：:]/).test(before.slice(label.to)) ? null : label.field;
}

const units = (role: Role, annotation: Annotation | null): Slot => ({ field: 'units', role, annotation, cell: false });

/** What the verb makes of the names before it: （…牵头，…配合）; within the same part of the sentence. */
function roleOfVerb(after: string): Role | null {
  const part = /^[^，,；;。）)\]】〕]*/.exec(after)![0];
  if (/牵头|主办/.test(part)) return 'lead';
  if (/配合|参加|参与|协助|协办/.test(part)) return 'participant';
  return /负责|落实/.test(part) ? 'responsible' : null;
}

function opensBracket(before: string): boolean {
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    const code = before.charCodeAt(at);
    if (isCloser(code)) depth++;
    else if (isOpener(code) && depth-- === 0) return true;
    else if (before[at] === '。') return false;
  }
  return false;
}

/** The columns of the table the caret is in: of its row, or of one above that a row is being added to. */
function columnsAt({ blocks, reading, local, line }: Place): Columns | null {
  const [block] = blocks;
  if (block?.kind === 'row') return block.columns;
  if (block?.kind === 'header' || (block && block.kind !== 'paragraph')) return null;
  const tabular = line.includes('\t') || looksTabular(line) !== null || /^\s*\|/.test(line);
  if (!tabular) return null;
  const above = reading.passage.blocks.filter((one) => one.endLine < local.line).pop();
  if (above?.kind === 'row' || above?.kind === 'header') return above.columns;
  return above ? null : reading.passage.enter.table;
}

const UNIT_ROLES: Partial<Record<ColumnRole, Role>> = {
  lead: 'lead',
  participants: 'participant',
  responsible: 'responsible',
};

function cellSlot(columns: Columns, place: Place): Slot {
  const role = columns.roles[columnOf(columns, place)];
  if (role === 'deadline') return { field: 'deadline', cell: true };
  if (role === 'index') return { field: 'index' };
  const given = role && UNIT_ROLES[role];
  return given ? { field: 'units', role: given, annotation: null, cell: true } : { field: 'free' };
}

/** The number of the column the caret is in. */
function columnOf(columns: Columns, { before, items, local }: Place): number {
  const [row] = items;
  if (row?.kind === 'row') {
    const within = row.block.cells.findIndex((cell) => cell.text !== '' && offsetOf(cell, local) >= 0);
    if (within >= 0) return within;
  }
  const marks = columns.markdown ? before.replaceAll('\\|', '').split('|').length - 2 : before.split('\t').length - 1;
  const slipped = row?.kind === 'row' ? row.block.slipped : 0;
  return slipped > 0 && marks >= lostColumn(columns) ? marks + slipped : marks;
}
