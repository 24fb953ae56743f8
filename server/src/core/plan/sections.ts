import type { Block, Heading, Paragraph, Row } from '../syntax/block';
import { cellOf } from '../syntax/passage';

interface Entry {
  readonly level: number;
  readonly number: string;
  /** `null` for a measure that has a number and no head of its own. */
  readonly title: string | null;
  /** A heading of its own, not the head a measure begins with. */
  readonly apart: boolean;
}

/** Where in the outline a task stands. */
export interface SectionPath {
  readonly heading: string | null;
  readonly section: readonly string[];
  /** All headings above the task that stand apart, outermost first, with their numbers: what a table groups by. */
  readonly above: readonly string[];
  /** The same, and in a table its 项目 and 分组: the first columns of a task table made of the plan. */
  readonly grouping: readonly string[];
}

/** The headings in force at a place; a value. */
export interface SectionState {
  readonly stack: readonly Entry[];
  readonly project: string | null;
  readonly group: string | null;
  readonly inTable: boolean;
}

export const NO_SECTIONS: SectionState = { stack: [], project: null, group: null, inTable: false };

export function sameSections(a: SectionState, b: SectionState): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Follows the headings while blocks are visited in order. */
export interface Sections {
  enter(block: Block): void;
  path(): SectionPath;
  /** The same for what stands over the headings of a level, and the number over it; `null` where nothing does. */
  over(level: number): { readonly number: string; readonly path: SectionPath } | null;
  state(): SectionState;
}

/** The title of a heading or of a run-in head, without Markdown marks; `null` where there is none. */
export function titleOf(block: Heading | Paragraph): string | null {
  return block.title ? block.text.slice(block.title[0], block.title[1]).replace(/\*\*/g, '').trim() : null;
}

const namesOf = (entries: readonly Entry[]): readonly string[] =>
  entries.map(({ number, title }) => `${number}${title}`);

function pathInText(entries: readonly Entry[]): SectionPath {
  const named = entries.filter((entry) => entry.title !== null);
  const above = namesOf(named.filter((entry) => entry.apart));
  return {
    heading: named[named.length - 1]?.title ?? null,
    section: namesOf(named.slice(0, -1)),
    above,
    grouping: above,
  };
}

function pathInTable(entries: readonly Entry[], project: string | null, group: string | null): SectionPath {
  const named = entries.filter((entry) => entry.title !== null);
  const section = [...namesOf(named), ...(project && group ? [project] : [])];
  const heading = group ?? project ?? named[named.length - 1]?.title ?? null;
  const above = project || group ? section : section.slice(0, -1);
  const apart = namesOf(named.filter((entry) => entry.apart));
  const grouping = [...apart, ...(project ? [project] : []), ...(group ? [group] : [])];
  return { heading, section: above, above, grouping };
}

/** `from`: the headings in force where it begins. */
export function createSections(from: SectionState = NO_SECTIONS): Sections {
  const stack = [...from.stack];
  let { project, group, inTable } = from;
  /** The path in force; found anew only after something moved it, since many tasks ask for the same one. */
  let known: SectionPath | null = null;

  function push({ level, number, title, apart }: Entry): void {
    while (stack.length > 0 && stack[stack.length - 1]!.level >= level) stack.pop();
    stack.push({ level, number, title, apart });
  }

  const findPath = (entries: readonly Entry[]): SectionPath =>
    inTable ? pathInTable(entries, project, group) : pathInText(entries);

  function enterRow(row: Row): void {
    const nextProject = cellOf(row, 'project')?.text.trim();
    const nextGroup = cellOf(row, 'group')?.text.trim();
    const moves = (nextProject && nextProject !== project) || (nextGroup && nextGroup !== group);
    if (inTable && !moves) return;
    if (nextProject && nextProject !== project) [project, group] = [nextProject, null];
    if (nextGroup) group = nextGroup;
    inTable = true;
    known = null;
  }

  return {
    enter(block) {
      if (block.kind === 'row') return enterRow(block);
      known = null;
      if (block.kind === 'header') [project, group] = inTable ? [project, group] : [null, null];
      else if (block.kind === 'heading' || block.kind === 'paragraph') {
        inTable = false;
        if (block.kind === 'paragraph' && block.head && !block.number && block.title) stack.length = 0;
        if (block.level > 0) {
          const number = block.number?.text ?? '';
          push({ level: block.level, number, title: titleOf(block), apart: block.kind === 'heading' });
        }
        if (block.kind === 'heading') [project, group] = [null, null];
      }
    },
    path() {
      return (known ??= findPath(stack));
    },
    over(level) {
      const entries = stack.filter((entry) => entry.level < level && entry.title !== null);
      const last = entries[entries.length - 1];
      return last ? { number: last.number, path: findPath(entries) } : null;
    },
    state() {
      const now = { stack: [...stack], project, group, inTable };
      return sameSections(from, now) ? from : now;
    },
  };
}
