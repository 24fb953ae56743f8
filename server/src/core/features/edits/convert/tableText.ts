import type { Plan } from '../../../plan/plan';

/** The two ways to write a table (docs/format.md, “任务表”). */
export type TableForm = 'markdown' | 'tabs';

/** A cell as it is written in a table of this form; it is read back as the same text. */
export function cellText(form: TableForm, text: string): string {
  if (form === 'markdown')
    return text
      .replace(/\s*\n\s*/g, '')
      .replace(/\t/g, ' ')
      .replace(/(?<!\\)\|/g, '\\|');
  // As spreadsheets do it (RFC 4180): quoted only where it must be.
  return /[\t\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
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
