import { readPlan, withLeadRule, type Plan } from '../../plan/plan';
import { listTasks } from '../../plan/tasks';
import { readText } from '../../syntax/source';
import type { Range } from '../../text/position';
import { collectMeasures, HINDRANCES, type Hindrance, type MeasureFound } from './convert/collect';
import type { Field, Fields } from './convert/fields';
import { apart, blocksFrom, blocksIn, selectsBlocks, type PlacedBlock } from './convert/placed';
import { tableFormOf, tableLines, type TableForm } from './convert/tableText';
import { edited, refused, type EditContext, type EditOutcome, type PlanEdit } from './edit';

const MESSAGES = {
  none: {
    zh: '这里没有带编号的措施。请选中要转成表格的措施，或者把光标放在其中一项上。',
    en: 'There are no numbered measures here. Select those to become a table, or put the caret in one.',
  },
  unsure: {
    zh: '第 {line} 行的责任单位转成表格后读法会变，没有转换。请先把括注改成“牵头单位：…；责任单位：…”。',
    en: 'In a table the units of line {line} would be read differently, so nothing was converted. Use labels in the annotation.',
  },
} as const;

/** Measures become the rows of a task table, in the form this document writes tables. */
export const toTable: PlanEdit = {
  action: {
    kind: 'refactor.rewrite',
    title: { zh: '转成任务表', en: 'Convert to a task table' },
    fits: selectsBlocks,
  },
  run: convert,
};

function convert({ plan, selection, options }: EditContext): EditOutcome {
  const blocks = withoutEdges(blocksToConvert(plan, selection));
  const [first, last] = [blocks[0], blocks[blocks.length - 1]];
  if (!first || !last) return refused(MESSAGES.none);
  const measures = collectMeasures(plan, blocks);
  if ('message' in measures) return refused(measures.message, measures.args);
  if (measures.length === 0) return refused(MESSAGES.none);
  const form: TableForm =
    options['form'] === 'markdown' || options['form'] === 'tabs' ? options['form'] : tableFormOf(plan);
  const table = tableOf(measures, plan.facts.leadRule !== null);
  if ('message' in table) return refused(table.message);
  const lines = tableLines(form, table.head, table.rows);
  const wrong = firstMisread(lines, measures, plan);
  if (wrong) return refused(MESSAGES.unsure, { line: wrong.line });
  const range = { start: first.range.start, end: last.range.end };
  return edited([{ range, newText: apart(plan, range, lines.join('\n')) }]);
}

/** What is selected; with a mere caret the measures round it, or all below the heading it is in. */
function blocksToConvert(plan: Plan, selection: Range): readonly PlacedBlock[] {
  const selected = blocksIn(plan, selection);
  const [here] = selected;
  // A few words of one measure mean no more than the caret in it.
  if (!here || selectsBlocks(plan, selection)) return selected;
  if (here.block.kind === 'heading') return sectionBelow(plan, here);
  if (!isMeasure(here)) return [];
  const run: PlacedBlock[] = [];
  for (const placed of blocksFrom(plan, here, 'up'))
    if (!isMeasure(placed)) break;
    else run.unshift(placed);
  for (const placed of blocksFrom(plan, here, 'down'))
    if (!isMeasure(placed)) break;
    else run.push(placed);
  return run;
}

/** All blocks below a heading, up to the next that is no deeper; the heading itself stays a heading. */
function sectionBelow(plan: Plan, here: PlacedBlock): readonly PlacedBlock[] {
  const level = here.block.kind === 'heading' ? here.block.level : 0;
  const below: PlacedBlock[] = [];
  for (const placed of blocksFrom(plan, here, 'down')) {
    if (placed.block === here.block) continue;
    if (placed.block.kind === 'heading' && (placed.block.annex || placed.block.level <= level)) break;
    below.push(placed);
  }
  return below;
}

function isMeasure({ block, item }: PlacedBlock): boolean {
  if (block.kind !== 'paragraph') return false;
  return block.number !== null || (item?.kind === 'text' && item.annotations.length > 0);
}

/** A heading at the end of what was selected has no measure below it and is left alone; so is one at its very start. */
function withoutEdges(blocks: readonly PlacedBlock[]): readonly PlacedBlock[] {
  let end = blocks.length;
  while (end > 0 && blocks[end - 1]!.block.kind === 'heading') end--;
  return blocks.slice(0, end);
}

interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Column {
  readonly head: string;
  cell(measure: MeasureFound, at: number): string;
}

function tableOf(measures: readonly MeasureFound[], ruled: boolean): Table | Hindrance {
  const depth = Math.max(...measures.map(({ headings }) => headings.length));
  if (depth > 2) return { message: HINDRANCES.deep };
  const columns: readonly Column[] = [
    ...groupColumns(measures, depth),
    { head: '序号', cell: (_, at) => String(firstNumber(measures) + at) },
    { head: '主要任务', cell: ({ text }) => text },
    ...(fitsColumns(measures, ruled) ? unitColumns(measures) : [wholeColumn(measures)]),
    ...fieldColumn(measures, '完成时限', ({ deadline }) => deadline),
    ...furtherColumns(measures),
    ...fieldColumn(measures, '成果形式', ({ outcome }) => outcome),
  ];
  return {
    head: columns.map(({ head }) => head),
    rows: measures.map((measure, at) => columns.map((column) => column.cell(measure, at))),
  };
}

/** 项目 and 分组, written in the first row they hold for and left empty below it, as merged cells come out. */
function groupColumns(measures: readonly MeasureFound[], depth: number): readonly Column[] {
  return ['项目', '分组'].slice(0, depth).map((head, level) => ({
    head,
    cell({ headings }, at) {
      const before = measures[at - 1]?.headings ?? [];
      const same = at > 0 && headings.slice(0, level + 1).every((heading, index) => heading === before[index]);
      return same ? '' : (headings[level] ?? '');
    },
  }));
}

/** The numbers go on as they were where they ran without a gap, else they begin at 1. */
function firstNumber(measures: readonly MeasureFound[]): number {
  const first = measures[0]!.value ?? 1;
  return measures.every(({ value }, at) => value === first + at) ? first : 1;
}

/** Whether columns for each role say the same as the annotations; if not, one column holds their words. */
function fitsColumns(measures: readonly MeasureFound[], ruled: boolean): boolean {
  // A rule about the first of a list would be applied to every column.
  if (ruled) return false;
  const all = measures.flatMap(({ fields }) => (fields ? [fields] : []));
  if (all.some(({ lead }) => lead))
    return all.every(({ lead, responsible, participants }) => lead || !responsible || !participants);
  return (
    all.every(({ participants }) => !participants) ||
    all.every(({ responsible, participants }) => responsible && participants)
  );
}

/** The words each column of units may have at its head; with another label it would be read as another column. */
const HEADS = {
  lead: { known: /^(?:牵头|主办|主责)(?:单位|部门)$/, usual: '牵头单位' },
  responsible: { known: /^责任(?:单位|部门)$/, usual: '责任单位' },
  participants: { known: /^(?:配合|参加|参与|协办|协同|协助)(?:单位|部门)$/, usual: '配合单位' },
} as const;

type UnitRole = keyof typeof HEADS;

/** A column for each role somebody has; empty ones to be filled where nobody is named at all. */
function unitColumns(measures: readonly MeasureFound[]): readonly Column[] {
  const used = (role: UnitRole): readonly Field[] => measures.flatMap(({ fields }) => fields?.[role] ?? []);
  const roles = (Object.keys(HEADS) as UnitRole[]).filter((role) => used(role).length > 0);
  return (roles.length > 0 ? roles : (['lead', 'responsible'] as const)).map((role) => ({
    head: headOf(role, used(role)),
    cell: ({ fields }) => fields?.[role]?.text ?? '',
  }));
}

function headOf(role: UnitRole, used: readonly Field[]): string {
  const { known, usual } = HEADS[role];
  return mostUsed(used.map(({ label }) => label).filter((label) => known.test(label))) ?? usual;
}

/** One column with what each annotation says of units, labels and all. */
function wholeColumn(measures: readonly MeasureFound[]): Column {
  const head = headOf(
    'responsible',
    measures.flatMap(({ fields }) => fields?.responsible ?? []),
  );
  return { head, cell: ({ fields }) => (fields ? unitWords(fields) : '') };
}

function unitWords({ lead, responsible, participants }: Fields): string {
  if (responsible && !lead && !participants) return responsible.text;
  return [lead, responsible, participants].flatMap((one) => (one ? [`${one.label}：${one.text}`] : [])).join('；');
}

function fieldColumn(
  measures: readonly MeasureFound[],
  head: string,
  fieldOf: (fields: Fields) => Field | null,
): readonly Column[] {
  if (!measures.some(({ fields }) => fields && fieldOf(fields))) return [];
  return [{ head, cell: ({ fields }) => (fields && fieldOf(fields)?.text) || '' }];
}

/** A column for each further label: 责任人, 备注. */
function furtherColumns(measures: readonly MeasureFound[]): readonly Column[] {
  const labels = new Set(measures.flatMap(({ fields }) => fields?.further.map(({ label }) => label) ?? []));
  return [...labels].map((head) => ({
    head,
    cell: ({ fields }) =>
      (fields?.further ?? [])
        .filter(({ label }) => label === head)
        .map(({ text }) => text)
        .join('；'),
  }));
}

/** The most frequent of these words, the first of equals; `null` of none. */
function mostUsed(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The first measure whose row would not name the same units in the same roles; read as it will stand. */
function firstMisread(lines: readonly string[], measures: readonly MeasureFound[], plan: Plan): MeasureFound | null {
  if (measures.every(({ fields }) => !fields)) return null;
  const tasks = listTasks(withLeadRule(readPlan(readText(lines.join('\n'))), plan.facts.leadRule));
  const names = (units: readonly { readonly name: string }[]): string => units.map(({ name }) => name).join('\n');
  const wrong = measures.findIndex(({ lead, participants }, at) => {
    const task = tasks[at];
    return !task || names(task.lead) !== lead.join('\n') || names(task.participants) !== participants.join('\n');
  });
  return measures[wrong] ?? null;
}
