import type { Plan } from '../../../plan/plan';
import type { Joined } from '../../../syntax/joined';
import { lineAt } from '../../../syntax/source';
import type { TextEdit } from '../../../text/position';

/** The two ways to write a table (docs/format.md, “任务表”). */
export type TableForm = 'markdown' | 'tabs';

/** A cell as it is written in a table of this form; it is read back as the same text. */
export function cellText(form: TableForm, text: string): string {
  if (form === 'markdown')
    // A line end becomes a space where no mark tells words apart: names one below the other stay two.
    return text
      .replace(/(?<=[，。；：、！？])\s*\n\s*/g, '')
      .replace(/\s*\n\s*|\t/g, ' ')
      .replace(/(?<!\\)\|/g, '\\|');
  // As spreadsheets do it (RFC 4180): quoted only where it must be.
  return /[\t\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes into a cell that is there but says nothing; `above` is how many lines stand above its passage. */
export function fillEmptyCell(plan: Plan, form: TableForm, cell: Joined, above: number, text: string): TextEdit {
  const piece = cell.pieces[0]!;
  const line = piece.line + above;
  const words = lineAt(plan.source, line);
  const insert = (character: number, newText: string): TextEdit => {
    const at = { line, character };
    return { range: { start: at, end: at }, newText };
  };
  if (form === 'tabs') {
    // A cell begins behind a tab, if not behind its own quote.
    const quoted = words[piece.character - 1] === '"';
    return insert(piece.character, quoted ? text.replaceAll('"', '""') : cellText(form, text));
  }
  const from = words.slice(0, piece.character).trimEnd().length;
  const blanks = /^\s*/.exec(words.slice(from))![0].length;
  const [before, after] = [blanks === 0 ? ' ' : '', blanks < 2 ? ' ' : ''];
  return insert(from + Math.min(blanks, 1), before + cellText(form, text) + after);
}

/** A head and rows as lines of text. */
export function tableLines(
  form: TableForm,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const line = (cells: readonly string[]): string => rowText(form, cells);
  if (form === 'tabs') return [line(head), ...rows.map(line)];
  return [line(head), ruleText(head.length), ...rows.map(line)];
}

/** One row as a line. */
export function rowText(form: TableForm, cells: readonly string[]): string {
  const written = cells.map((cell) => cellText(form, cell));
  return form === 'tabs' ? written.join('\t') : `| ${written.join(' | ')} |`;
}

/** The begin of a row, up to where the words of the cell behind these go. */
export function rowUpTo(form: TableForm, cells: readonly string[]): string {
  const written = cells.map((cell) => cellText(form, cell));
  return form === 'tabs'
    ? written.map((cell) => `${cell}\t`).join('')
    : `| ${written.map((cell) => `${cell} | `).join('')}`;
}

export const ruleText = (columns: number): string => `|${' --- |'.repeat(columns)}`;

/** How the document writes its tables; one without any by its Markdown marks, else as spreadsheets copy them. */
export function tableFormOf({ readings }: Plan): TableForm {
  let marked = false;
  for (const { passage } of readings) {
    for (const block of passage.blocks) {
      if (block.kind === 'header') return block.columns.markdown ? 'markdown' : 'tabs';
      if (block.kind === 'heading' && !marked) marked = /^\s*(?:#|\*\*)/.test(block.text);
    }
  }
  return marked ? 'markdown' : 'tabs';
}
