/** Task tables as Word documents: the table of a plan, and what one of its units has to do. */
import { deviationsOf, type Layout } from '../../../core/plan/layout';
import { say, type Locale, type Message } from '../../../core/text/locale';
import {
  columnsOf,
  HEADS,
  roleOf,
  spansOf,
  type ColumnId,
  type Role,
  type TableRow,
  type TaskTable,
} from '../taskTable';
import type { Written } from '../written';
import { bodyXml } from './document';
import { packWord } from './package';
import type { Part, TextKind, TextPart } from './parts';
import { remarksOf } from './remarks';
import type { Slot, TextTable } from './textTable';

const STRINGS = {
  title: { zh: '任务单（{unit}）', en: 'Tasks of {unit}' },
  leads: { zh: '牵头任务（{count}项）', en: 'Leads ({count})' },
  joins: { zh: '参加任务（{count}项）', en: 'Joins ({count})' },
} as const satisfies Record<string, Message>;
const NUMBERS = ['一、', '二、'];

/** The task table alone, under the title of its plan. */
export function tableToDocx(table: TaskTable, layout: Layout, locale: Locale): Written {
  return packParts(table.title, [text('title', table.title), tablePart(table, locale)], layout);
}

export interface UnitSheet {
  readonly unit: string;
  /** Of both tables; `null`: those that say something. */
  readonly columns: readonly ColumnId[] | null;
  readonly layout: Layout;
  readonly locale: Locale;
}

/**
 * What one unit leads and joins, to be sent to it: two tables under the unit's name and the plan's. `table` has the tasks of
 * the unit under the title of the plan.
 */
export function unitToDocx(table: TaskTable, { unit, columns: wanted, layout, locale }: UnitSheet): Written {
  const title = say(STRINGS.title, locale, { unit });
  const groups = (['leads', 'joins'] as const).flatMap((role) => {
    const rows = table.rows.filter(({ task }) => roleOf(task, unit) === role);
    return rows.length > 0 ? [{ role, rows, columns: wanted ?? columnsFor(rows, role, unit) }] : [];
  });
  const parts = groups.flatMap(({ role, rows, columns }, at): Part[] => [
    text('heading', `${locale === 'zh' ? NUMBERS[at] : ''}${say(STRINGS[role], locale, { count: rows.length })}`),
    tablePart({ ...table, rows, columns }, locale),
  ]);
  return packParts(title, [text('title', title), text('subtitle', table.title), ...parts], layout);
}

/** A unit that leads alone need not be told so in each row. */
function columnsFor(rows: readonly TableRow[], role: Role, unit: string): readonly ColumnId[] {
  const alone = role === 'leads' && rows.every(({ cells }) => cells.lead === unit);
  return columnsOf(rows).filter((id) => id !== 'lead' || !alone);
}

function packParts(title: string, parts: readonly Part[], layout: Layout): Written {
  return {
    bytes: packWord({ body: bodyXml(parts, layout, 'across'), layout, title, frontMatter: null }),
    remarks: [...remarksOf(parts, null, 0, layout), ...deviationsOf(layout)],
  };
}

const text = (kind: TextKind, words: string): TextPart => ({
  kind,
  level: 1,
  runs: [{ text: words, look: 'plain' }],
  opens: false,
});

const tablePart = (table: TaskTable, locale: Locale): Part => ({ kind: 'table', table: drawn(table, locale) });

const single = (text: string): Slot => ({ text, across: 1, down: 'single' });

function drawn(table: TaskTable, locale: Locale): TextTable {
  const { columns, rows } = table;
  const merged = new Map<ColumnId, readonly Slot['down'][]>();
  for (const id of ['project', 'group'] as const)
    merged.set(
      id,
      spansOf(table, id).flatMap(({ count, text }) =>
        Array.from({ length: count }, (_, at) =>
          count === 1 || text === '' ? 'single' : at === 0 ? 'first' : 'covered',
        ),
      ),
    );
  return {
    roles: columns,
    heads: [columns.map((id) => single(HEADS[id][locale]))],
    rows: rows.map(({ cells }, row) =>
      columns.map((id) => ({ text: cells[id], across: 1, down: merged.get(id)?.[row] ?? 'single' })),
    ),
  };
}
