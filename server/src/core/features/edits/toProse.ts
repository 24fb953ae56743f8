import { readPlan, withLeadRule, type Plan } from '../../plan/plan';
import { rowUnits } from '../../plan/rowTasks';
import { listTasks } from '../../plan/tasks';
import { lineAt, readText } from '../../syntax/source';
import { range as rangeAt, type TextEdit } from '../../text/position';
import { measureText, whyNot, type Written } from './convert/measures';
import { selectsBlocks } from './convert/placed';
import { filledFrom, tableAt, type TableAt, type TableHead, type TableRow } from './convert/tableAt';
import { edited, refused, type EditContext, type EditOutcome, type PlanEdit } from './edit';

const MESSAGES = {
  noTable: {
    zh: '这里不是任务表的行。请把光标放在表格里，或者只选中表格的行。',
    en: 'This is no row of a task table. Put the caret in a table, or select rows only.',
  },
  unsure: {
    zh: '第 {line} 行转成措施后，责任单位的读法会变，没有转换。请先把这一行的责任单位写清楚。',
    en: 'As a measure the units of line {line} would be read differently, so nothing was converted. Make that row clear first.',
  },
} as const;

/** Rows of a task table become numbered measures, annotated as this document does it. */
export const toProse: PlanEdit = {
  action: {
    kind: 'refactor.rewrite',
    title: { zh: '转成分条措施', en: 'Convert to numbered measures' },
    fits: selectsBlocks,
  },
  run: (context) => convert(context, tableAt(context.plan, context.selection, false)),
};

/** One row becomes a measure; the table goes on below it. */
export const rowToMeasure: PlanEdit = {
  action: null,
  run: (context) => convert(context, tableAt(context.plan, context.selection, true)),
};

function convert({ plan }: EditContext, table: TableAt | null): EditOutcome {
  if (!table) return refused(MESSAGES.noTable);
  const rows = table.rows.slice(table.from, table.to);
  const hindrance = rows.map(whyNot).find((one) => one !== null);
  if (hindrance) return refused(hindrance.message, hindrance.args);
  const written = measureText(plan, table);
  const wrong = firstMisread(written, rows, plan);
  if (wrong) return refused(MESSAGES.unsure, { line: wrong.placed.range.start.line + 1 });
  return replaced(plan, table, written.text);
}

/** The rows make way for the measures; what stays of the table keeps its head and the words of merged cells. */
function replaced(plan: Plan, { range, head, next, rows, from, to }: TableAt, text: string): EditOutcome {
  const rest = rows[to];
  const start = from === 0 ? range.start : rows[from]!.placed.range.start;
  const end = rest ? rows[to - 1]!.placed.range.end : range.end;
  const words = head ? headText(plan, head) : '';
  const newText = `${from === 0 ? '' : '\n'}${text}${rest ? `\n\n${words}` : ''}`;
  const edits: TextEdit[] = [{ range: { start, end }, newText }, ...(rest ? filledFrom(plan, rest) : [])];
  // Rows below further headings were read by the head above, which no longer holds below prose.
  if (!rest && next && head)
    edits.push({ range: { start: next.range.start, end: next.range.start }, newText: `${words}\n` });
  // A head over headings above is left with nothing below it.
  const idle = from === 0 && head !== null && head.from < range.start.line && !head.serves ? head : null;
  if (idle) edits.push({ range: rangeAt(idle.from, 0, idle.to, 0), newText: '' });
  const at = start.line - (idle ? idle.to - idle.from : 0) + (from === 0 ? 0 : 1);
  const caret = { line: at, character: 0 };
  return edited(edits, { start: caret, end: caret });
}

/** The lines of a head: the second head and the rule of a Markdown table with it. */
function headText({ source }: Plan, { from, to }: TableHead): string {
  const lines: string[] = [];
  for (let line = from; line < to; line++) lines.push(lineAt(source, line));
  return lines.join('\n').trimEnd();
}

/** The first row whose measure would not name the same units in the same roles; read as it will stand. */
function firstMisread({ text, measures }: Written, rows: readonly TableRow[], plan: Plan): TableRow | null {
  if (rows.every(({ units }) => units.responsibility.length === 0)) return null;
  const tasks = listTasks(withLeadRule(readPlan(readText(text)), plan.facts.leadRule));
  const names = (units: readonly { readonly name: string }[]): string => units.map(({ name }) => name).join('\n');
  const said = measures.filter(({ units }) => units.responsibility.length > 0);
  if (tasks.length > said.length) return said[0] ?? null;
  return (
    said.find((row, at) => {
      const [task, known] = [tasks[at], rowUnits(row.units, plan.facts)];
      if (!task) return true;
      const lead = known.flatMap((one) => one.lead);
      const participants = known.flatMap((one) => one.participants);
      return names(task.lead) !== names(lead) || names(task.participants) !== names(participants);
    }) ?? null
  );
}
