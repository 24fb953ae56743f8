/**
 * Plans and task tables as Word documents in the layout of GB/T 9704—2012. Written as text and zipped: the body of a plan
 * and its tables have to be strings anyhow to be fast and the same every time, and what remains of a document (styles,
 * footers, properties) is less than a library for it would have to be told.
 */
import { deviationsOf, type Layout } from '../../../core/plan/layout';
import type { Plan } from '../../../core/plan/plan';
import { textOf } from '../../../core/syntax/source';
import type { Locale } from '../../../core/text/locale';
import { countUnprintable } from '../../office/xml';
import { HEADS, spansOf, type ColumnId, type TaskTable } from '../taskTable';
import type { Written } from '../written';
import { bodyXml } from './document';
import { packWord } from './package';
import { partsOf, type Part, type TextPart } from './parts';
import { remarksOf } from './remarks';
import type { Slot, TextTable } from './textTable';

/** The whole plan. `fallback`: its title for the properties of the file where it has none. */
export function planToDocx(plan: Plan, fallback: string, layout: Layout): Written {
  const { parts, leftOut } = partsOf(plan);
  const body = bodyXml(parts, layout);
  const { frontMatter } = leftOut;
  return {
    bytes: packWord({ body, layout, title: plan.facts.title ?? fallback, frontMatter }),
    remarks: [...remarksOf(parts, leftOut, countUnprintable(textOf(plan.source)), layout), ...deviationsOf(layout)],
  };
}

/** The task table alone, under the title of its plan. */
export function tableToDocx(table: TaskTable, layout: Layout, locale: Locale): Written {
  const title: TextPart = { kind: 'title', level: 0, runs: [{ text: table.title, look: 'plain' }], opens: false };
  const parts: readonly Part[] = [title, { kind: 'table', table: drawn(table, locale) }];
  return {
    bytes: packWord({ body: bodyXml(parts, layout, 'across'), layout, title: table.title, frontMatter: null }),
    remarks: [...remarksOf(parts, null, 0, layout), ...deviationsOf(layout)],
  };
}

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
