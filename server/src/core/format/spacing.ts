import { isBlank, isLabelLine, lastMark } from '../syntax/line';
import { MAX_BLANKS } from '../syntax/paragraph';
import { looksTabular } from '../syntax/table';
import { mapLines, type Lines } from './lines';
import type { FormatOptions } from '../rules/config';
import type { Place } from './places';

/** White space of lines: ends, indents, cells, blank lines. Nothing of it changes how the text is read. */
export function tidySpacing(lines: Lines, places: readonly Place[], options: FormatOptions): Lines {
  const indent = options.indent === 'auto' ? usualIndent(lines.texts, places) : null;
  const tidied = mapLines(lines, (text, at) => {
    switch (places[at]) {
      case 'aside':
        return text;
      case 'tabs':
        return trimCells(text);
      case 'first':
        return setIn(trimEnd(text), indent);
      default:
        return trimEnd(text);
    }
  });
  return options.blankLines === 'keep' ? tidied : tidyBlanks(tidied, places, options.blankLines);
}

const AT_END = /[ \t\u00a0\u3000]+$/;
const AT_END_OF_ROW = /[ \u00a0\u3000]+$/;

/** A line without white space at its end; the tabs of what may be a row are cells and stay. */
function trimEnd(text: string): string {
  if (isEmptyLine(text)) return text.startsWith('\ufeff') ? '\ufeff' : '';
  return text.replace(looksTabular(text) === 'tabs' ? AT_END_OF_ROW : AT_END, '');
}

/** Blank, and no row of empty cells. */
const isEmptyLine = (text: string): boolean => isBlank(text) && looksTabular(text) === null;

/** A row without blanks at the ends of its cells. Cells in marks of their own say themselves what belongs to them. */
function trimCells(text: string): string {
  if (/(?:^|\t)[ \u00a0\u3000]*"/.test(text) || text.includes('<!--')) return text;
  return text
    .split('\t')
    .map((cell) => cell.replace(/^[ \u00a0\u3000]+|[ \u00a0\u3000]+$/g, ''))
    .join('\t');
}

/** An indent as wide as two Chinese characters, however written; a tab only where it is the line's only one. */
const INDENT = /^(?:\u3000\u3000| {4}|\u00a0{4}|\u3000 {2}| {2}\u3000|\t(?=[^\t]*$))(?![\s\u3000\u00a0])/;
const FULL = '\u3000\u3000';
const HALF = ' '.repeat(4);

/** How most indents are written; `null` where none is written in either usual way. */
function usualIndent(texts: readonly string[], places: readonly Place[]): string | null {
  let [full, half] = [0, 0];
  for (const [at, text] of texts.entries()) {
    if (places[at] !== 'first') continue;
    const indent = INDENT.exec(text)?.[0];
    if (indent === FULL) full++;
    else if (indent === HALF) half++;
  }
  return full + half === 0 ? null : full >= half ? FULL : HALF;
}

/** Items of lists are set in by their depth and are left alone. */
function setIn(text: string, indent: string | null): string {
  const written = indent === null ? undefined : INDENT.exec(text)?.[0];
  if (written === undefined || /^[-+*•·●■◆▲★※○□>]/.test(text.slice(written.length))) return text;
  return indent! + text.slice(written.length);
}

/** At most `most` blank lines in a row, none at either end of the text but its last line end. */
function tidyBlanks({ texts, origins }: Lines, places: readonly Place[], most: number): Lines {
  const kept: number[] = [];
  let run: number[] = [];
  for (const [at, text] of texts.entries()) {
    if (places[at] !== 'aside' && isEmptyLine(text)) run.push(at);
    else {
      kept.push(...run.slice(0, blanksBefore(run.length, texts[kept.at(-1) ?? -1], text, most)), at);
      run = [];
    }
  }
  // A text that ends in a line end has one blank line behind it.
  const last = kept.at(-1);
  if (last === undefined) return { texts, origins };
  if (texts[last] !== '') kept.push(run[0] ?? -1);
  if (kept.length === texts.length && kept.at(-1) !== -1) return { texts, origins };
  return { texts: kept.map((at) => texts[at] ?? ''), origins: kept.map((at) => origins[at] ?? -1) };
}

/** How many of `run` blank lines stay between two lines; `above` is missing at the start of the text. */
function blanksBefore(run: number, above: string | undefined, below: string, most: number): number {
  // `---` in the first line would be read as the start of front matter.
  if (above === undefined) return below.trim() === '---' ? Math.min(run, 1) : 0;
  if (run <= MAX_BLANKS) return Math.min(run, most);
  // Over so many blank lines nothing is joined. With fewer of them a line without an end might run on.
  const parted = lastMark(above) === '。' && !isLabelLine(below);
  return parted ? most : Math.max(most, MAX_BLANKS + 1);
}
