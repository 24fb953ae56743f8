import { citationsIn } from '../core/plan/citations';
import { homeOf } from '../core/plan/home';
import { outlineOf, type OutlineNode } from '../core/plan/outline';
import { registerOf, type Plan } from '../core/plan/plan';
import type { Task, TaskUnit } from '../core/plan/task';
import { listTasks } from '../core/plan/tasks';
import { unitCounts, type UnitCounts } from '../core/plan/unitCounts';
import { rangeOf, type Joined } from '../core/syntax/joined';
import { once } from '../core/text/once';
import type { Range } from '../core/text/position';
import type { Home } from '../core/units/body';
import type { PlanKind } from '../protocol';

/**
 * What the workspace remembers of a plan: enough to find it and to say who does what in it, and a small part of its size.
 * Names stand as written; what they mean depends on the register and is found when it is asked. Ranges are absolute.
 */
export interface PlanSummary {
  readonly uri: string;
  readonly title: string | null;
  /** Where the title stands; the start of the document where there is none. */
  readonly titleRange: Range;
  /** Its own document number (云政办发〔2024〕11号), as written. */
  readonly number: string | null;
  readonly kind: PlanKind;
  readonly home: Home;
  /** 单位名录 of its front matter. */
  readonly register: string | null;
  /** How often each name leads and takes part. */
  readonly units: UnitCounts;
  readonly tasks: readonly TaskSummary[];
  readonly headings: readonly HeadingSummary[];
  readonly citations: readonly CitationSummary[];
}

export interface TaskSummary {
  /** Its number as written, `null` if none. */
  readonly label: string | null;
  /** Its head, or how it begins. */
  readonly head: string;
  readonly range: Range;
  readonly lead: readonly TaskUnit[];
  readonly participants: readonly TaskUnit[];
}

/** A section, measure or group of the outline. */
export interface HeadingSummary {
  readonly kind: OutlineNode['kind'];
  readonly number: string | null;
  readonly title: string;
  /** The section it stands in. */
  readonly above: string | null;
  readonly range: Range;
}

export interface CitationSummary {
  readonly title: string;
  readonly number: string | null;
  readonly range: Range;
}

const MAX_HEAD = 40;

/** What is long is made when it is first asked for, since an open plan is summarised after each edit. Keeps the plan until `settled`. */
export function summarisePlan(uri: string, plan: Plan): PlanSummary {
  const { facts } = plan;
  const units = once(() => unitCounts(plan));
  const tasks = once(() => listTasks(plan).map(taskOf));
  const headings = once(() => headingsOf(outlineOf(plan), null));
  const citations = once(() => citationsOf(plan));
  return {
    uri,
    title: facts.title,
    titleRange: titleRangeOf(plan),
    number: numberOf(plan),
    kind: facts.kind,
    home: homeOf(facts),
    register: registerOf(plan),
    get units() {
      return units();
    },
    get tasks() {
      return tasks();
    },
    get headings() {
      return headings();
    },
    get citations() {
      return citations();
    },
  };
}

/** A summary with nothing left to be made of its plan, which is let go. */
export const settled = (summary: PlanSummary): PlanSummary => ({ ...summary });

function taskOf({ label, heading, text, range, lead, participants }: Task): TaskSummary {
  const words = heading !== null && text.startsWith(heading) ? heading : text;
  // Strings cut from a long text would keep the whole of it in memory.
  return { label, head: copied(words.slice(0, MAX_HEAD).split(/[。；\n]/)[0]!), range, lead, participants };
}

function headingsOf(nodes: readonly OutlineNode[], above: string | null): HeadingSummary[] {
  return nodes.flatMap(({ kind, number, title, selection, children }) => [
    { kind, number, title: copied(title), above, range: selection },
    ...headingsOf(children, title),
  ]);
}

function citationsOf(plan: Plan): CitationSummary[] {
  const found: CitationSummary[] = [];
  for (const [index, reading] of plan.readings.entries()) {
    const above = plan.source.starts[index]!;
    const read = (joined: Joined): void => {
      if (!joined.text.includes('《')) return;
      for (const { title, number, from, to } of citationsIn(joined.text))
        found.push({ title: copied(title), number: number?.text ?? null, range: rangeOf(joined, from, to, above) });
    };
    for (const block of reading.passage.blocks) {
      if (block.kind === 'row' || block.kind === 'header') block.cells.forEach(read);
      else if (block.kind === 'heading' || block.kind === 'paragraph') read(block);
    }
  }
  return found;
}

const OWN_NUMBER = /^\s*([\u4e00-\u9fff]{2,14}\s*[〔[（(［](?:19|20)\d\d[〕\]）)］]\s*第?\d+\s*号)\s*$/;
const NUMBER_KEY = /^(?:文号|发文字号|number)\s*[:：]\s*["']?(.+?)["']?\s*$/m;
/** A document says its number before anything else. */
const HEAD_BLOCKS = 30;

function numberOf({ source }: Plan): string | null {
  for (const block of (source.passages[0]?.blocks ?? []).slice(0, HEAD_BLOCKS)) {
    if (block.kind === 'front-matter' || block.kind === 'furniture') {
      const number = NUMBER_KEY.exec(block.text)?.[1];
      if (number) return copied(number);
    } else if (block.kind === 'paragraph' && !block.number) {
      const number = OWN_NUMBER.exec(block.text)?.[1];
      if (number) return copied(number);
    }
  }
  return null;
}

const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function titleRangeOf(plan: Plan): Range {
  for (const [index, { summary }] of plan.readings.entries()) {
    const [title] = summary.titles.filter(({ text }) => text === plan.facts.title).concat(summary.titles);
    if (!title) continue;
    const above = plan.source.starts[index]!;
    const { start, end } = title.range;
    return {
      start: { line: start.line + above, character: start.character },
      end: { line: end.line + above, character: end.character },
    };
  }
  return START;
}

/** The same characters in a string of their own. */
function copied(text: string): string {
  return text === '' ? '' : (JSON.parse(JSON.stringify(text)) as string);
}
