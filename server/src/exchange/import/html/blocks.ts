/** A web page, or what Word, Excel and WPS put on the clipboard, as paragraphs and tables in the order they are read. */
import { joinLines, trimLayout } from '../draft';
import { markerText, noteMark } from '../marker';
import type { Notes } from '../notes';
import { formatNumber } from '../numerals';
import { gridOfSpans, tableLines, type SpanCell } from '../table';
import { isByLibreOffice, isMarker, noteNameOf, outsideText, style } from './office';
import { childrenNamed, descendant, elementsOf, isElement, textOf, type Element } from '../tree';

export interface Block {
  /** One line, or the lines of a paragraph that has breaks in it. */
  readonly text: string;
  /** Set for a table: its rows. */
  readonly rows: readonly string[] | null;
  /** Cell texts of a table, row by row, for looking into them. */
  readonly cells: readonly (readonly string[])[];
  /** The element the block belongs to: the paragraph, the table. */
  readonly element: Element;
  /** Share of the text that stands in links, 0 to 1. */
  readonly linked: number;
}

/** Never shown, or not text. */
const SILENT = new Set(
  'head script style noscript template iframe object embed applet select option textarea button input svg canvas audio video map xml title meta link base frameset'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul ucapcontent'.split(
    ' ',
  ),
);

/** Stands for a `<br>` while white space is being levelled; no text can hold it, parsers replace it. */
const BREAK = '\u0000';

interface Writing {
  readonly blocks: Block[];
  readonly notes: Notes;
  /** Text of the paragraph being gathered, and how much of it is in links. */
  text: string;
  linked: number;
  inLink: boolean;
  keepsSpace: boolean;
  /** Line ends of the source stand for spaces, even between Chinese characters. */
  readonly breaksAtSpaces: boolean;
  /** Names of footnotes and endnotes in the order they are met, and their numbers (one-based). */
  readonly cited: Map<string, number>;
  /** What is to stand before the next text: the number of a list item. */
  marker: string;
}

/** All blocks of an element, top to bottom. */
export function blocksOf(root: Element, notes: Notes): readonly Block[] {
  const writing = startWriting({ notes, breaksAtSpaces: isByLibreOffice(root), cited: new Map() });
  walk(root, root, writing);
  flush(root, writing);
  return writing.blocks;
}

const startWriting = ({
  notes,
  breaksAtSpaces,
  cited,
}: Pick<Writing, 'notes' | 'breaksAtSpaces' | 'cited'>): Writing => ({
  blocks: [],
  notes,
  cited,
  text: '',
  linked: 0,
  inLink: false,
  keepsSpace: false,
  breaksAtSpaces,
  marker: '',
});

function walk(element: Element, home: Element, writing: Writing): void {
  for (const node of element.children) {
    if (isElement(node)) enter(node, home, writing);
    else addText(node, writing);
  }
}

function addText(data: string, writing: Writing): void {
  const text = data.replaceAll(BREAK, '');
  writing.text += writing.keepsSpace ? text.replace(/\r?\n/g, BREAK) : text;
  if (writing.inLink) writing.linked += text.trim().length;
}

function enter(element: Element, home: Element, writing: Writing): void {
  const { name } = element;
  if (SILENT.has(name) || /^(?:o:(?!p$)|v:|w:|m:|st1:placeholder)/.test(name))
    return tellSilent(element, writing.notes);
  const outside = outsideText(element);
  if (outside) return outside.note === null ? undefined : writing.notes.add(outside.note, outside.words);
  if (isHidden(element)) {
    const hidden = textOf(element).trim();
    if (hidden !== '') writing.notes.add('hidden', hidden);
    return;
  }
  if (name === 'br') writing.text += BREAK;
  else if (name === 'img') tellImage(element, writing.notes);
  else if (name === 'table') table(element, home, writing);
  else if (isMarker(element)) writing.text += markerText(textOf(element));
  else if (noteNameOf(element) !== null) noteReference(element, home, writing);
  else if (name === 'a') link(element, home, writing);
  else if (BLOCKS.has(name)) block(element, home, writing);
  else walk(element, home, writing);
}

function block(element: Element, home: Element, writing: Writing): void {
  flush(home, writing);
  if (element.name === 'ol' || element.name === 'ul') list(element, writing);
  else {
    const keptSpace = writing.keepsSpace;
    writing.keepsSpace ||= element.name === 'pre' || /white-space:\s*pre/.test(style(element));
    walk(element, element, writing);
    flush(element, writing);
    writing.keepsSpace = keptSpace;
  }
}

/** The mark of a footnote: as in Word documents, `[注1]`. What stands before the note itself is the second of its name. */
function noteReference(element: Element, home: Element, writing: Writing): void {
  const { cited, notes } = writing;
  const name = noteNameOf(element)!;
  const number = cited.get(name) ?? cited.size + 1;
  if (cited.has(name)) notes.add('note', textOf(home).trim());
  cited.set(name, number);
  writing.text = writing.text.trimEnd() + noteMark(number);
}

function link(element: Element, home: Element, writing: Writing): void {
  const outer = writing.inLink;
  writing.inLink = true;
  walk(element, home, writing);
  writing.inLink = outer;
}

function tellSilent(element: Element, notes: Notes): void {
  if (/^(?:iframe|object|embed|applet|audio|video)$/.test(element.name))
    notes.add('object', element.attributes['src'] ?? '');
  else if (/^(?:svg|canvas)$/.test(element.name)) notes.add('drawing');
  else if (/^v:(?:shape|imagedata)/.test(element.name) && descendant(element, 'v:imagedata')) notes.add('image');
}

/** Pictures of a pixel or a few are spacers and icons, not content. */
function tellImage({ attributes }: Element, notes: Notes): void {
  const size = Math.max(
    Number.parseInt(attributes['width'] ?? '', 10) || 99,
    Number.parseInt(attributes['height'] ?? '', 10) || 99,
  );
  if (size > 24)
    notes.add('image', attributes['alt'] || (attributes['src'] ?? '').replace(/^data:.*/, '').replace(/.*\//, ''));
}

const isHidden = (element: Element): boolean =>
  isTakenOff(element) || /visibility:\s*hidden|mso-hide:\s*all/.test(style(element));

/** Not shown, and no place kept for it. */
const isTakenOff = (element: Element): boolean =>
  element.attributes['hidden'] !== undefined || /display:\s*none/.test(style(element));

function list(element: Element, writing: Writing): void {
  const items = childrenNamed(element, 'li');
  const counts = element.name === 'ol' && !/list-style(?:-type)?:[^;]*none/.test(style(element));
  let number = Number.parseInt(element.attributes['start'] ?? '1', 10) || 1;
  for (const node of element.children) {
    if (!isElement(node)) continue;
    if (node.name !== 'li') {
      enter(node, element, writing);
      continue;
    }
    number = Number.parseInt(node.attributes['value'] ?? '', 10) || number;
    const own = /^\s*(?:[一二三四五六七八九十]+、|[（(].{1,4}[）)]|\d{1,3}[.．、])/.test(textOf(node).slice(0, 40));
    if (counts && items.length > 0 && !own) writing.marker = listMarker(number, element);
    block(node, element, writing);
    writing.marker = '';
    number++;
  }
}

const LIST_TYPES: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

function listMarker(number: number, element: Element): string {
  if (/cjk-ideographic|simp-chinese|trad-chinese|japanese-/.test(style(element)))
    return `${formatNumber(number, 'chineseCountingThousand')}、`;
  return `${formatNumber(number, LIST_TYPES[element.attributes['type'] ?? ''] ?? 'decimal')}.`;
}

function flush(element: Element, writing: Writing): void {
  const text = levelled(writing);
  const { linked } = writing;
  writing.text = '';
  writing.linked = 0;
  if (text === '') return;
  const marked = writing.marker + text;
  writing.marker = '';
  // Bars and arrows between links belong to none.
  const share = Math.min(1, linked / Math.max(1, text.replace(/[\s|｜>›»]/g, '').length));
  writing.blocks.push({ text: marked, rows: null, cells: [], element, linked: share });
}

/** White space as a browser shows it: runs are one space, line ends of the source none between Chinese characters. */
function levelled({ text, keepsSpace, breaksAtSpaces }: Writing): string {
  const lines = text.split(BREAK).map((line) => {
    const joined = keepsSpace ? line : shown(line, breaksAtSpaces);
    return trimLayout(
      joined
        .replaceAll('\u00a0', ' ')
        .replace(/[\u2002\u2003]/g, '　')
        .replace(/[\u200b\ufeff\u00ad]/g, ''),
    );
  });
  return lines.filter((line) => line !== '').join('\n');
}

const shown = (line: string, breaksAtSpaces: boolean): string =>
  breaksAtSpaces ? line.replace(/[ \t\r\f\n]+/g, ' ') : joinLines(line.replace(/[ \t\r\f]+/g, ' '));

function table(element: Element, home: Element, writing: Writing): void {
  flush(home, writing);
  const rows = rowsOf(element);
  if (isLayout(element, rows)) {
    for (const cell of rows.flat()) block(cell, home, writing);
    return;
  }
  const { notes } = writing;
  for (const caption of childrenNamed(element, 'caption')) block(caption, home, writing);
  const grid = gridOfSpans(shownCells(rows, notes).map((row) => row.map((cell) => spanCell(cell, writing))));
  const cells = grid.map((row) => row.map((slot) => slot.text));
  writing.blocks.push({ text: '', rows: tableLines(grid, notes), cells, element, linked: linkedShare(element) });
}

/**
 * Cells that are shown: one taken off the page leaves no place. Pages with a filter keep the words of merged cells in such
 * cells, which is no loss; what stands nowhere else is told.
 */
function shownCells(rows: readonly (readonly Element[])[], notes: Notes): readonly (readonly Element[])[] {
  const merged = new Set<string>();
  return rows.map((row) =>
    row.filter((cell) => {
      const words = textOf(cell).trim();
      if (!isTakenOff(cell)) {
        if (span(cell, 'rowspan') > 1) merged.add(words);
        return true;
      }
      if (words !== '' && !merged.has(words)) notes.add('hidden', words);
      return false;
    }),
  );
}

/** The cells of a table's own rows; of rows inside thead, tbody and tfoot too. */
export function rowsOf(element: Element): readonly (readonly Element[])[] {
  return elementsOf(element).flatMap((node) => {
    if (node.name === 'tr') return [elementsOf(node).filter(({ name }) => name === 'td' || name === 'th')];
    return /^(?:thead|tbody|tfoot)$/.test(node.name) ? rowsOf(node) : [];
  });
}

/** A table that only places things on the page: one cell a row, or cells that hold whole articles or tables with rows. */
function isLayout(element: Element, rows: readonly (readonly Element[])[]): boolean {
  if (element.attributes['role'] === 'presentation') return true;
  const cells = rows.flat();
  if (rows.every((row) => row.length <= 1)) return true;
  if (cells.some((cell) => descendant(cell, 'table'))) return rows.every((row) => row.length <= 2) || rows.length <= 2;
  return rows.length <= 2 && cells.some((cell) => childrenNamed(cell, 'p').length > 8);
}

function spanCell(cell: Element, outer: Writing): SpanCell {
  const { notes } = outer;
  const inner = startWriting(outer);
  walk(cell, cell, inner);
  flush(cell, inner);
  if (descendant(cell, 'table')) notes.add('nestedTable', textOf(cell));
  const text = inner.blocks
    .map((block) => (block.rows ? block.rows.join('\n').replace(/\t+/g, ' ') : block.text))
    .join('\n');
  return { text, columns: span(cell, 'colspan'), rows: span(cell, 'rowspan') };
}

/** `rowspan=0` means all rows that follow. */
function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(cell.attributes[name] ?? '1', 10);
  if (value === 0 && name === 'rowspan') return 65_534;
  return value > 0 ? value : 1;
}

function linkedShare(element: Element): number {
  const all = textOf(element).replace(/\s/g, '').length;
  return all === 0 ? 0 : linkedLength(element) / all;
}

function linkedLength(element: Element): number {
  if (element.name === 'a') return textOf(element).replace(/\s/g, '').length;
  return elementsOf(element).reduce((sum, node) => sum + linkedLength(node), 0);
}
