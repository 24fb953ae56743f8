import type { Heading, Paragraph } from '../../../syntax/block';
import type { Plan } from '../../../plan/plan';
import type { Annotation } from '../../../plan/responsibility';
import { assignUnits } from '../../../plan/task';
import type { Message, MessageArgs } from '../../../text/locale';
import type { PlacedBlock } from './placed';
import { fieldsOf, type Fields } from './fields';

/** A measure that can become a row. */
export interface MeasureFound {
  readonly number: string | null;
  readonly value: number | null;
  /** Without number and annotation. */
  readonly text: string;
  /** `null` where nobody is named. */
  readonly fields: Fields | null;
  readonly lead: readonly string[];
  readonly participants: readonly string[];
  /** The headings of the selection above it, outermost first. */
  readonly headings: readonly string[];
  /** One-based, for messages. */
  readonly line: number;
}

/** Why a selection cannot become a table. */
export interface Hindrance {
  readonly message: Message;
  readonly args?: MessageArgs;
}

export const HINDRANCES = {
  text: {
    zh: '第 {line} 行“{words}”不是编号的措施，放不进表格，没有转换。请分段选取，或者先把这段文字移开。',
    en: 'Line {line}, “{words}”, is no numbered measure and has no place in a table, so nothing was converted. Select less, or move that text.',
  },
  several: {
    zh: '第 {line} 行的措施有几个责任括注，一行表格放不下，没有转换。请先拆成几项措施。',
    en: 'The measure on line {line} has several annotations, more than a row can hold. Split it first.',
  },
  after: {
    zh: '第 {line} 行的责任括注之后还有文字“{words}”，放不进表格，没有转换。',
    en: 'On line {line} there is text behind the annotation, “{words}”, which a row cannot hold.',
  },
  rule: {
    zh: '第 {line} 行的括注说明了全文谁牵头（“下同”），转成表格会丢掉这句。请先把它移到正文里。',
    en: 'The annotation on line {line} says who leads in the whole document; a table would lose that. Move it to the text first.',
  },
  nobody: {
    zh: '第 {line} 行的措施没有写责任单位，表格里会误读成同上一行，没有转换。请先补上责任单位，或者不选这一项。',
    en: 'The measure on line {line} names nobody; in a table it would be read like the row above. Name the units, or leave it out.',
  },
  deep: {
    zh: '选中的内容有三级以上标题，表格只能分两级。请按章节分别转换。',
    en: 'The selection has headings of three levels or more, a table has two. Convert it section by section.',
  },
} as const satisfies Record<string, Message>;

/** The measures of these blocks in order, or what hinders that all of them become rows. */
export function collectMeasures(plan: Plan, blocks: readonly PlacedBlock[]): readonly MeasureFound[] | Hindrance {
  const found: MeasureFound[] = [];
  const above: Heading[] = [];
  let headed = false;
  for (const placed of blocks) {
    const { block } = placed;
    const line = placed.range.start.line + 1;
    if (block.kind === 'heading' && !block.annex) {
      while (above.length > 0 && above[above.length - 1]!.level >= block.level) above.pop();
      above.push(block);
      headed = block.number !== null;
      continue;
    }
    if (block.kind !== 'paragraph') return hindered('text', line, wordsOf(placed, plan));
    // A short measure whose annotation stands on the next line looks like a heading until then.
    const bare = headed && isAnnotationOnly(placed) ? above.pop() : undefined;
    if (bare) found.push(measureOf(bare, bare.text.length, above.map(titled), line));
    headed = false;
    const read = readMeasure(plan, placed, block, above.map(titled), found[found.length - 1]);
    if ('message' in read) return read;
    if (read.follows) found[found.length - 1] = read.measure;
    else found.push(read.measure);
  }
  if (found.some(({ fields }) => fields)) {
    const nobody = found.find(({ fields }) => !fields);
    if (nobody) return hindered('nobody', nobody.line);
  }
  return found;
}

function hindered(which: keyof typeof HINDRANCES, line: number, words = ''): Hindrance {
  return { message: HINDRANCES[which], args: { line, words: words.length > 16 ? `${words.slice(0, 16)}…` : words } };
}

function wordsOf({ block, range }: PlacedBlock, plan: Plan): string {
  if ('text' in block) return block.text.trim();
  return plan.source.passages.length > 0 ? `${block.kind} ${range.start.line + 1}` : '';
}

function isAnnotationOnly({ block, item }: PlacedBlock): boolean {
  if (block.kind !== 'paragraph' || block.number || item?.kind !== 'text' || item.annotations.length !== 1)
    return false;
  return block.text.slice(0, item.annotations[0]!.from).trim() === '';
}

const titled = (heading: Heading): string =>
  heading.text
    .replace(/^[\s#]+/, '')
    .replace(/\*\*/g, '')
    .trim();

type Read = { readonly measure: MeasureFound; readonly follows: boolean } | Hindrance;

function readMeasure(
  plan: Plan,
  { item, range }: PlacedBlock,
  block: Paragraph,
  headings: readonly string[],
  previous: MeasureFound | undefined,
): Read {
  const line = range.start.line + 1;
  const annotations = item?.kind === 'text' ? item.annotations : [];
  const [annotation] = annotations;
  if (annotations.length > 1) return hindered('several', line);
  if (!annotation) {
    if (!block.number) return hindered('text', line, block.text.trim());
    return { measure: measureOf(block, block.text.length, headings, line), follows: false };
  }
  if (annotation.leadRule) return hindered('rule', line);
  const after = block.text.slice(annotation.to).replace(/[\s。；;*]/g, '');
  if (after !== '') return hindered('after', line, after);
  const said = saidBy(plan, block, annotation);
  const own = measureOf(block, annotation.from, headings, line);
  // An annotation on a line of its own belongs to the measure above it.
  if (own.text === '') {
    if (!previous || previous.fields || block.number) return hindered('text', line, block.text.trim());
    return { measure: { ...previous, ...said }, follows: true };
  }
  return { measure: { ...own, ...said }, follows: false };
}

function measureOf(block: Paragraph | Heading, to: number, headings: readonly string[], line: number): MeasureFound {
  const start = block.number?.end ?? 0;
  const text = block.text.slice(start, to).replace(/\*\*/g, '').trim();
  const { value = null, text: number = null } = block.number ?? {};
  return { number, value, text, fields: null, lead: [], participants: [], headings, line };
}

function saidBy(
  plan: Plan,
  block: Paragraph,
  annotation: Annotation,
): Pick<MeasureFound, 'fields' | 'lead' | 'participants'> {
  const rule = plan.facts.leadRule;
  const { lead, participants } = assignUnits(annotation, rule);
  return {
    fields: fieldsOf(block.text, annotation, rule),
    lead: lead.map(({ name }) => name),
    participants: participants.map(({ name }) => name),
  };
}
