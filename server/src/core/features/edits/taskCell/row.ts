import type { Plan } from '../../../plan/plan';
import { SAME_AS_ABOVE, SAYS_SAME } from '../../../plan/reading';
import { rowUnits } from '../../../plan/rowTasks';
import type { Task } from '../../../plan/task';
import type { Cell, ColumnRole } from '../../../syntax/table';
import { lineAt } from '../../../syntax/source';
import type { TextEdit } from '../../../text/position';
import { cellText, fillEmptyCell, type TableForm } from '../convert/tableText';
import type { Manner } from '../../annotations/style';
import { castChanges, type Carrier, type Cast } from './carrier';
import { plainOf, type RowPlace } from './place';
import { spliceEdits, type Splice } from './splice';
import { wordSplices } from './words';

type Place = RowPlace & { readonly above: number };

const OWN_ROLES: Readonly<Record<keyof Cast | 'text' | 'deadline' | 'outcome', readonly ColumnRole[]>> = {
  text: ['task'],
  lead: ['lead'],
  participants: ['participants', 'responsible'],
  deadline: ['deadline'],
  outcome: ['outcome'],
};

/** The index of the cell that holds a column, -1 where the table has none: of several the first that says something. */
export function cellFor({ item }: RowPlace, column: keyof typeof OWN_ROLES): number {
  const { cells, columns } = item.block;
  const leads = !columns.roles.includes('lead') && columns.roles.includes('participants');
  // 责任单位 beside 配合单位, without 牵头单位: the first column leads.
  const roles: readonly ColumnRole[] = leads
    ? column === 'lead'
      ? ['responsible']
      : column === 'participants'
        ? ['participants']
        : OWN_ROLES[column]
    : OWN_ROLES[column];
  const has = (cell: Cell): boolean => roles.includes(cell.role);
  const filled = cells.findIndex((cell) => has(cell) && cell.text.trim() !== '');
  return filled >= 0 ? filled : cells.findIndex(has);
}

/** Writes a whole cell, quoting and escaping what the table's form needs; cells the row lacks are added at its end. */
export function setCell(plan: Plan, place: Place, at: number, value: string): readonly TextEdit[] {
  const { item, above } = place;
  const cell = item.block.cells[at]!;
  if (isAbsent(place, at)) return appended(plan, place, at, value);
  if (cell.text === '') return [fillEmptyCell(plan, formOf(place), cell, above, value)];
  return spliceCell(plan, place, cell, [{ from: 0, to: cell.text.length, text: value }], above);
}

const formOf = ({ item }: Place): TableForm => (item.block.columns.markdown ? 'markdown' : 'tabs');

/** A row with fewer cells than columns leaves the last ones without a place; any other cell has something before it. */
function isAbsent({ item }: Place, at: number): boolean {
  const { text, pieces } = item.block.cells[at]!;
  return at > 0 && text === '' && pieces[0]!.character === 0;
}

function appended(plan: Plan, place: Place, at: number, value: string): readonly TextEdit[] {
  const { end } = place.placed.range;
  const line = lineAt(plan.source, end.line);
  let last = at;
  while (last > 0 && isAbsent(place, last)) last--;
  const missing = at - last;
  if (formOf(place) === 'tabs')
    return [{ range: { start: end, end }, newText: '\t'.repeat(missing) + cellText('tabs', value) }];
  const cells = [...Array.from({ length: missing - 1 }, () => ''), cellText('markdown', value)];
  const closed = line.trimEnd().endsWith('|') && !line.trimEnd().endsWith('\\|');
  const behind = { line: end.line, character: line.trimEnd().length };
  const text = `${closed ? '' : ' |'}${cells.map((one) => ` ${one} |`).join('')}`;
  return [{ range: { start: behind, end: behind }, newText: text }];
}

/** Splices inside a cell, escaped; a cell that has to be quoted from now on is written whole. */
function spliceCell(
  plan: Plan,
  { item }: Place,
  cell: Cell,
  splices: readonly Splice[],
  above: number,
): readonly TextEdit[] {
  if (item.block.columns.markdown)
    return spliceEdits(
      plan,
      cell,
      above,
      splices.map((one) => ({ ...one, text: cellText('markdown', one.text) })),
    );
  const piece = cell.pieces[0]!;
  const line = lineAt(plan.source, piece.line + above);
  // A cell begins behind a tab, if not behind its own quote.
  const quoted = line[piece.character - 1] === '"';
  if (quoted) {
    const doubled = splices.map((one) => ({ ...one, text: one.text.replaceAll('"', '""') }));
    return spliceEdits(plan, cell, above, doubled);
  }
  if (splices.every(({ text, from }) => !/[\t\n]/.test(text) && !(from === 0 && text.startsWith('"'))))
    return spliceEdits(plan, cell, above, splices);
  let whole = '';
  let at = 0;
  for (const { from, to, text } of splices) {
    whole += cell.text.slice(at, from) + text;
    at = to;
  }
  whole += cell.text.slice(at);
  return spliceEdits(plan, cell, above, [{ from: 0, to: cell.text.length, text: cellText('tabs', whole) }]);
}

/** Ways to make the row name these units. */
export function* rowCasts(plan: Plan, place: Place, wanted: Cast, manner: Manner): Generator<readonly TextEdit[]> {
  const { item, above } = place;
  const [lead, others] = [cellFor(place, 'lead'), cellFor(place, 'participants')];
  const said = rowUnits(item, plan.facts);
  const carrierOf = (at: number): Carrier | null => {
    const cell = item.block.cells[at];
    const index = said.findIndex((one) => one.cell === cell);
    const units = said[index];
    if (!cell || !units) return null;
    const { annotation } = item.responsibility[index]!;
    return { text: cell.text, annotation, lead: units.lead, participants: units.participants, inCell: true };
  };
  if (lead < 0) {
    const carrier = carrierOf(others);
    const cell = item.block.cells[others];
    if (!cell) return;
    if (!carrier) {
      const names = (list: readonly string[]): string => list.join(manner.separator('participants', true));
      if (wanted.lead.length === 0) yield setCell(plan, place, others, names(wanted.participants));
      if (plan.facts.leadRule) yield setCell(plan, place, others, names([...wanted.lead, ...wanted.participants]));
      return;
    }
    for (const splices of castChanges(carrier, wanted, manner)) yield spliceCell(plan, place, cell, splices, above);
    return;
  }
  const one = (at: number, role: keyof Cast): readonly (readonly TextEdit[])[] => {
    const cell = item.block.cells[at];
    if (!cell) return wanted[role].length === 0 ? [[]] : [];
    const carrier = carrierOf(at);
    const whole = wanted[role].join(manner.separator(role, true));
    if (!carrier) return [whole === '' && isAbsent(place, at) ? [] : setCell(plan, place, at, whole)];
    const other = role === 'lead' ? 'participants' : 'lead';
    const kept = carrier[other].map(({ name }) => name);
    const cast =
      role === 'lead' ? { lead: wanted.lead, participants: kept } : { lead: kept, participants: wanted[role] };
    if (kept.length === 0 && whole === '') return [setCell(plan, place, at, '')];
    return [...castChanges(carrier, cast, manner)].map((splices) => spliceCell(plan, place, cell, splices, above));
  };
  for (const first of one(lead, 'lead')) for (const second of one(others, 'participants')) yield [...first, ...second];
}

/** Writes into the row what it takes over from the row above, or would take over from a changed one. */
export function filled(
  plan: Plan,
  place: Place,
  task: Task,
  manner: Manner,
  withDeadline: boolean,
  except?: string,
): readonly TextEdit[] {
  const names = (role: keyof Cast): string => task[role].map(({ name }) => name).join(manner.separator(role, true));
  const value: Readonly<Record<'lead' | 'participants' | 'deadline', string>> = {
    lead: names('lead'),
    participants: names('participants'),
    deadline: withDeadline ? (task.deadline?.text ?? '') : '',
  };
  const named = place.item.responsibility.length > 0;
  return (['lead', 'participants', 'deadline'] as const).flatMap((column) => {
    const at = cellFor(place, column);
    if (column === except || value[column] === '' || at < 0) return [];
    const takesOver = named && column !== 'deadline' ? SAYS_SAME : SAME_AS_ABOVE;
    return takesOver.test(place.item.block.cells[at]!.text) ? setCell(plan, place, at, value[column]) : [];
  });
}

/** The measure of a row, changed where it differs. */
export function rowWords(plan: Plan, place: Place, wanted: string): readonly TextEdit[] {
  const at = cellFor(place, 'text');
  const cell = place.item.block.cells[at];
  if (!cell) return [];
  const plain = plainOf(cell, 0, cell.text.length);
  if (plain.text === '') return setCell(plan, place, at, wanted);
  const keepsMarks = cell.text.includes('**') && plain.text !== cell.text.replace(/\n/g, '').trim();
  const splices = keepsMarks ? [{ from: 0, to: cell.text.length, text: wanted }] : wordSplices(cell, plain, wanted);
  return spliceCell(plan, place, cell, splices, place.above);
}
