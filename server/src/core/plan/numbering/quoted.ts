import type { Block } from '../../syntax/block';

/** A quotation of paragraphs is closed within so many blocks, or a mark is missing. */
const MAX_QUOTED = 60;

interface Quotable {
  readonly block: Block;
  readonly level: number;
  sort: string;
}

/**
 * Marks the blocks inside a quotation that runs over paragraphs (将第三条修改为：“第三条……⏎第四条……”): their numbers
 * belong to the document that is quoted.
 */
export function markQuoted(entries: Quotable[]): void {
  for (let at = 0; at < entries.length; at++) {
    if (depthOf(entries[at]!.block) <= 0) continue;
    const end = closeOf(entries, at);
    if (end < 0) continue;
    for (const entry of entries.slice(at + 1, end + 1)) if (entry.sort === 'body') entry.sort = 'quoted';
    at = end;
  }
}

/** The block that closes what the block at `from` leaves open, -1 if none does. */
function closeOf(entries: readonly Quotable[], from: number): number {
  let depth = depthOf(entries[from]!.block);
  for (let at = from + 1; at < entries.length && at <= from + MAX_QUOTED; at++) {
    if (entries[at]!.sort === 'opens') return -1;
    const change = depthOf(entries[at]!.block);
    // Opened again before it was closed: one of the marks is a slip.
    if (change > 0) return -1;
    depth += change;
    if (depth <= 0) return at;
  }
  return -1;
}

/** How many quotation marks a text opens more than it closes. */
function depthOf(block: Block): number {
  if (block.kind !== 'heading' && block.kind !== 'paragraph') return 0;
  const { text } = block;
  if (!text.includes('“') && !text.includes('”')) return 0;
  let depth = 0;
  for (const char of text) depth += char === '“' ? 1 : char === '”' ? -1 : 0;
  return depth;
}
