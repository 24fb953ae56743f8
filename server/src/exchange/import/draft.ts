/** The text of an import as it grows: paragraphs, tables, single blank lines between. */
export interface Draft {
  /** Adds a paragraph; line ends in it are kept, white space that only sets it in is not. Empty ones become a gap. */
  paragraph(text: string): void;
  /** Adds the lines of a table, set off by blank lines. */
  table(lines: readonly string[]): void;
  /** The whole, ended by a line end; empty when there is nothing. */
  text(): string;
}

export function createDraft(): Draft {
  const lines: string[] = [];
  const gap = (): void => {
    if (lines.length > 0 && lines[lines.length - 1] !== '') lines.push('');
  };
  return {
    paragraph(text) {
      const own = text.split('\n').map(trimLayout);
      if (own.every((line) => line === '')) gap();
      else for (const line of own) if (line !== '') lines.push(line);
    },
    table(rows) {
      if (rows.length === 0) return;
      gap();
      // One by one: as arguments of one call some hundred thousand would be too many.
      for (const row of rows) lines.push(row);
      gap();
    },
    text() {
      const last = lines.findLastIndex((line) => line !== '');
      return last < 0 ? '' : `${lines.slice(0, last + 1).join('\n')}\n`;
    },
  };
}

/** Without the white space at both ends; Chinese documents are set in by it (two full-width spaces, no-break spaces). */
export const trimLayout = (line: string): string => line.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');

/** Characters beside which a line end in the source is no space: those of Chinese text, width and all. */
const WIDE = '\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’—…';
const BREAK_IN_CHINESE = new RegExp(`(?<=[${WIDE}])[ \\t]*\\n\\s*(?=[${WIDE}])`, 'g');

/** Joins lines that were broken for layout only: nothing between Chinese characters, one space elsewhere. */
export const joinLines = (text: string): string => text.replace(BREAK_IN_CHINESE, '').replace(/\s*\n\s*/g, ' ');
