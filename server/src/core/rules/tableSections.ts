import type { PassageReading } from '../plan/reading';
import type { ColumnRole } from '../syntax/table';
import { rangeOf } from '../syntax/joined';
import type { Mention } from './rule';

/** What a cell that names a chapter or a group says, in the columns before the tasks. */
export interface SectionCell {
  readonly role: 'project' | 'group';
  readonly text: string;
  /** `true` for the first cell of its row, so that rows can be told apart. */
  readonly opens: boolean;
  /** The row lost a cell, which may have named a group. */
  readonly slipped: boolean;
}

const isSection = (role: ColumnRole): role is 'project' | 'group' => role === 'project' || role === 'group';

/** The cells of a passage that name chapters and groups, in order; empty ones mean what stands above them. */
export function sectionCells(reading: PassageReading): readonly Mention<SectionCell>[] {
  return reading.items.flatMap((item): Mention<SectionCell>[] => {
    if (item.kind !== 'row') return [];
    const slipped = item.block.slipped > 0;
    const cells = item.block.cells.filter((cell) => isSection(cell.role) && cell.text.trim() !== '');
    return cells.map((cell, index) => ({
      said: { role: cell.role as 'project' | 'group', text: cell.text.trim(), opens: index === 0, slipped },
      range: rangeOf(cell, 0, cell.text.length),
    }));
  });
}
