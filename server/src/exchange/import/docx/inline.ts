/** The text inside a paragraph of Word: runs, fields, changes, references. */
import { noteMark } from '../marker';
import { formatNumber } from '../numerals';
import { child, childrenNamed, descendant, elementsOf, textOf, type Element } from '../tree';
import { REPEATED_STYLE } from '../../wordMarks';
import { drawing } from './drawings';
import { changeOf, chosen, control, isKept, tellChange, WRAPPERS, type Field, type Reading } from './reading';
import { isOn, valueOf } from './styles';
import { symbolOf } from './symbols';

/** Text as it grows; notes say where they are by what stands before. */
export interface Line {
  text: string;
}

/** Adds what stands inside `element` to the line. */
export function inline(element: Element, line: Line, reading: Reading): void {
  for (const node of elementsOf(element)) inlineNode(node, line, reading);
}

function inlineNode(node: Element, line: Line, reading: Reading): void {
  const change = changeOf(node.name);
  if (change) {
    tellChange(reading, wordsOf(node));
    if (isKept(change, reading)) inline(node, line, reading);
    return;
  }
  if (WRAPPERS.has(node.name)) return inline(node, line, reading);
  switch (node.name) {
    case 'w:r':
      return run(node, line, reading);
    case 'w:hyperlink':
      if (reading.external.has(node.attributes['r:id'] ?? '')) reading.notes.add('link', wordsOf(node));
      return inline(node, line, reading);
    case 'w:fldSimple':
      if (!isDropped(node.attributes['w:instr'] ?? '')) inline(node, line, reading);
      return;
    case 'w:sdt': {
      const { content, placeholder } = control(node);
      if (placeholder) reading.notes.add('placeholder', content ? wordsOf(content) : '');
      else if (content) inline(content, line, reading);
      return;
    }
    case 'mc:AlternateContent': {
      const alternative = chosen(node);
      if (alternative) inline(alternative, line, reading);
      return;
    }
    case 'm:oMath':
    case 'm:oMathPara':
      return equation(node, line, reading);
    default:
      part(node, line, reading);
  }
}

/** All words below an element, whether taken out by a change or not, for telling where something stands. */
export function wordsOf(element: Element): string {
  if (element.name === 'w:t' || element.name === 'w:delText' || element.name === 'm:t') return textOf(element);
  return elementsOf(element).map(wordsOf).join('');
}

function equation(node: Element, line: Line, reading: Reading): void {
  const words = wordsOf(node);
  reading.notes.add('equation', words || line.text.slice(-20));
  line.text += words;
}

function run(node: Element, line: Line, reading: Reading): void {
  const properties = child(node, 'w:rPr');
  const style = valueOf(child(properties, 'w:rStyle'));
  if (style !== null && reading.styles.nameOf(style) === REPEATED_STYLE.name) return;
  const own = child(properties, 'w:vanish');
  if (own ? isOn(own) : style !== null && reading.styles.hides(style)) {
    const words = wordsOf(node);
    if (words.trim() !== '') reading.notes.add('hidden', words);
    // Marks of fields are often hidden; what they begin and end counts all the same.
    for (const mark of elementsOf(node)) if (/^w:(?:fldChar|instrText)$/.test(mark.name)) part(mark, line, reading);
    return;
  }
  const fonts = child(properties, 'w:rFonts')?.attributes;
  const font = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? '';
  for (const piece of elementsOf(node)) part(piece, line, reading, font);
}

const DIRECT: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** One piece of a run; `font` matters for characters that only a symbol font has. */
function part(node: Element, line: Line, reading: Reading, font = ''): void {
  const { name } = node;
  if (name === 'w:fldChar') return fieldMark(node, line, reading);
  if (name === 'w:instrText' || name === 'w:delInstrText') {
    const field = reading.fields.at(-1);
    if (field && !field.hasResult) field.instruction += textOf(node);
    return;
  }
  if (reading.fields.some((field) => field.dropped || !field.hasResult)) return;
  if (name === 'w:t' || name === 'w:delText')
    line.text += plain(textOf(node), (code) => symbol(font, code, line, reading));
  else if (name === 'w:br') line.text += breakOf(node, line);
  else if (name === 'w:sym')
    line.text += symbol(
      node.attributes['w:font'] ?? '',
      Number.parseInt(node.attributes['w:char'] ?? '', 16),
      line,
      reading,
    );
  else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') reference(node, line, reading);
  else if (name === 'w:ruby') ruby(node, line, reading);
  else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') drawing(node, line.text, reading);
  else if (name === 'mc:AlternateContent') {
    const alternative = chosen(node);
    for (const piece of alternative ? elementsOf(alternative) : []) part(piece, line, reading, font);
  } else line.text += DIRECT[name] ?? '';
}

/** Word's text without what only lays it out: soft hyphens, zero-width marks; hard hyphens and spaces become plain ones. */
const plain = (text: string, symbolAt: (code: number) => string): string =>
  text
    .replace(/[\uf020-\uf0ff]/g, (char) => symbolAt(char.charCodeAt(0)))
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replaceAll('\u2011', '-')
    .replaceAll('\u00a0', ' ');

/** A page ends between paragraphs or inside a text that simply goes on; a line end is a line end. */
function breakOf(node: Element, line: Line): string {
  const kind = node.attributes['w:type'];
  return kind === 'page' || kind === 'column' ? (line.text.trim() === '' ? '' : '\n') : '\n';
}

function symbol(font: string, code: number, line: Line, reading: Reading): string {
  const char = symbolOf(font, code);
  if (char !== null) return char;
  reading.notes.add('glyph', line.text.slice(-20) || font);
  return '〓';
}

/** Notes are numbered through in the order they are met; their texts follow at the end. */
function reference(node: Element, line: Line, reading: Reading): void {
  const kind = node.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
  const note = reading.footnotes.get(`${kind}:${node.attributes['w:id'] ?? ''}`);
  if (!note) return;
  // A note that is referred to again, or by itself, keeps its number.
  const number = reading.cited.get(note) ?? reading.cited.size + 1;
  reading.cited.set(note, number);
  line.text += noteMark(number);
}

function ruby(node: Element, line: Line, reading: Reading): void {
  const base = child(node, 'w:rubyBase');
  if (base) inline(base, line, reading);
  reading.notes.add('ruby', base ? wordsOf(base) : '');
}

const isDropped = (instruction: string): boolean =>
  /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF|TOC|TC|XE|RD|INDEX)(?:\s|$|\\)/i.test(instruction);

function fieldMark(node: Element, line: Line, reading: Reading): void {
  const kind = node.attributes['w:fldCharType'];
  if (kind === 'begin') {
    reading.fields.push({ instruction: '', hasResult: false, resultAt: 0, dropped: false, sign: checkBox(node) });
    return;
  }
  const field = reading.fields.at(-1);
  if (!field) return;
  if (kind === 'separate') {
    field.hasResult = true;
    field.resultAt = line.text.length;
    field.dropped = isDropped(field.instruction);
    if (/^\s*TOC\b/i.test(field.instruction)) reading.notes.add('toc');
  } else if (kind === 'end') {
    reading.fields.pop();
    if (leadsOut(field)) reading.notes.add('link', line.text.slice(field.resultAt));
    if (!field.hasResult && !reading.fields.some(({ dropped }) => dropped))
      line.text += withoutResult(field, line, reading);
  }
}

/** A link to an address, not to a place in the document (`\l`). */
const leadsOut = ({ instruction }: Field): boolean => /^\s*HYPERLINK\s+(?!\\l)/i.test(instruction);

function checkBox(begin: Element): string {
  const box = descendant(begin, 'w:checkBox');
  if (!box) return '';
  return isOn(child(box, 'w:checked') ?? child(box, 'w:default') ?? undefined) ? '☑' : '☐';
}

/** Fields that show what they are told and have no result of their own. */
function withoutResult(field: Field, line: Line, reading: Reading): string {
  const { instruction } = field;
  // 带圈字符: a number or a character in a ring.
  const ringed = /^\s*EQ\s*\\o\s*(?:\\a[cdlru])?\s*[(（][^,，;；]*[,，;；]\s*([^)）]*)[)）]/i
    .exec(instruction)?.[1]
    ?.trim();
  if (ringed) return (/^\d{1,2}$/.test(ringed) && formatNumber(Number(ringed), 'decimalEnclosedCircle')) || ringed;
  if (/^\s*EQ\b/i.test(instruction)) reading.notes.add('equation', instruction);
  const named = /^\s*SYMBOL\s+(\d+|0x[\da-f]+)(?:[\s\S]*\\f\s*"?([^"\\]+)"?)?/i.exec(instruction);
  if (named) return symbol((named[2] ?? '').trim(), Number(named[1]), line, reading);
  return field.sign;
}

/** Whether every field of a part that begins also ends; else what a lost end would hide is shown instead. */
export function fieldsAreWhole(root: Element): boolean {
  let open = 0;
  const count = (element: Element): void => {
    for (const mark of childrenNamed(element, 'w:fldChar')) {
      const kind = mark.attributes['w:fldCharType'];
      if (kind === 'begin') open++;
      else if (kind === 'end') open--;
    }
    for (const node of elementsOf(element)) count(node);
  };
  count(root);
  return open === 0;
}
