import type { Block, Heading, Paragraph, Row } from '../syntax/block';
import { cellOf } from '../syntax/passage';

interface Entry {
  readonly level: number;
  readonly number: string;
  /** `null` for a measure that has a number and no head of its own. */
  readonly title: string | null;
}

/** Where in the outline a task stands. */
export interface SectionPath {
  readonly heading: string | null;
  readonly section: readonly string[];
}

/** Follows the headings while blocks are visited in order. */
export interface Sections {
  enter(block: Block): void;
  path(): SectionPath;
}

/** The title of a heading or of a run-in head, without Markdown marks; `null` where there is none. */
export function titleOf(block: Heading | Paragraph): string | null {
  return block.title ? block.text.slice(block.title[0], block.title[1]).replace(/\*\*/g, '').trim() : null;
}

export function createSections(): Sections {
  const stack: Entry[] = [];
  let [project, group]: [string | null, string | null] = [null, null];
  let inTable = false;

  function push(level: number, number: string, title: string | null): void {
    while (stack.length > 0 && stack[stack.length - 1]!.level >= level) stack.pop();
    stack.push({ level, number, title });
  }

  function enterRow(row: Row): void {
    const nextProject = cellOf(row, 'project')?.text.trim();
    const nextGroup = cellOf(row, 'group')?.text.trim();
    if (nextProject && nextProject !== project) [project, group] = [nextProject, null];
    if (nextGroup) group = nextGroup;
    inTable = true;
  }

  return {
    enter(block) {
      if (block.kind === 'row') return enterRow(block);
      if (block.kind === 'header') [project, group] = inTable ? [project, group] : [null, null];
      else if (block.kind === 'heading' || block.kind === 'paragraph') {
        inTable = false;
        if (block.kind === 'paragraph' && block.head && !block.number && block.title) stack.length = 0;
        if (block.level > 0) push(block.level, block.number?.text ?? '', titleOf(block));
        if (block.kind === 'heading') [project, group] = [null, null];
      }
    },
    path() {
      const named = stack
        .filter((entry) => entry.title !== null)
        .map((entry) => ({ ...entry, full: `${entry.number}${entry.title}` }));
      if (inTable) {
        const section = [...named.map((entry) => entry.full), ...(project && group ? [project] : [])];
        const heading = group ?? project ?? named[named.length - 1]?.title ?? null;
        return { heading, section: project || group ? section : section.slice(0, -1) };
      }
      const heading = named[named.length - 1]?.title ?? null;
      return { heading, section: named.slice(0, -1).map((entry) => entry.full) };
    },
  };
}
