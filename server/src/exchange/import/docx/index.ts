/** Word documents (.docx, .docm, .dotx): the words of the body as they are printed, automatic numbers and all. */
import { frontMatterEnd } from '../../../core/syntax/line';
import { FRONT_MATTER_PROPERTY } from '../../wordMarks';
import type { Archive } from '../archive';
import { createDraft, type Draft } from '../draft';
import { noteMark } from '../marker';
import type { ImportOptions, Imported } from '../model';
import { createNotes, isPageNumber, type Notes } from '../notes';
import { relationshipsOf, type Relationship } from '../parts';
import { ImportRefusal, REFUSALS } from '../refusal';
import { child, childrenNamed, elementsOf, parseXml, textOf, type Element } from '../tree';
import { blocks, notesOf } from './body';
import { fieldsAreWhole, wordsOf } from './inline';
import { readNumbering } from './numbering';
import type { Field, Reading } from './reading';
import { readStyles } from './styles';

/** How text looks, and marks no reader sees: most of a document's elements. */
const SKIPPED: ReadonlySet<string> = new Set(
  `adjustRightInd autoSpaceDE autoSpaceDN b bCs bdr bidi bidiVisual bookmarkEnd bookmarkStart bottom caps cellMerge cols
  color contextualSpacing cs docGrid dstrike eastAsianLayout em emboss fitText framePr highlight i iCs imprint ind jc
  keepLines keepNext kern kinsoku lang lastRenderedPageBreak left mirrorIndents noProof noWrap numberingChange outline
  outlineLvl overflowPunct pBdr pgBorders pgMar pgSz position pPrChange proofErr rFonts right rPrChange rsid rtl sectPrChange
  shadow shd smallCaps snapToGrid spacing specVanish strike suppressAutoHyphens suppressLineNumbers sz szCs tabs tblBorders
  tblCellMar tblCellSpacing tblGrid tblInd tblLayout tblLook tblOverlap tblpPr tblPrChange tblStyle tblW tcBorders tcMar
  tcPrChange tcW textAlignment textboxTightWrap textDirection top topLinePunct trHeight trPrChange u vAlign vertAlign w
  widowControl wordWrap`
    .split(/\s+/)
    .map((name) => `w:${name}`),
);

/** Fonts matter only where a text has characters of symbol fonts. */
const SKIPPED_BUT_FONTS: ReadonlySet<string> = new Set([...SKIPPED].filter((name) => name !== 'w:rFonts'));

function wordXml(archive: Archive, part: string): Element {
  const text = archive.text(part);
  return parseXml(text, part, /[\uf020-\uf0ff]/.test(text) ? SKIPPED_BUT_FONTS : SKIPPED);
}

export function readDocx(archive: Archive, main: string, options: ImportOptions): Imported {
  const notes = createNotes();
  const relationships = relationshipsOf(archive, main);
  const root = wordXml(archive, main);
  const body = child(child(root, 'w:document'), 'w:body');
  if (!body) throw new ImportRefusal(REFUSALS.damaged, { part: main });
  const part = (type: string): Element | null => partOf(archive, relationships, type);
  const styles = readStyles(part('styles'));
  const newNumbering = readNumbering(part('numbering'), styles, notes);
  const reading: Reading = {
    notes,
    styles,
    numbering: newNumbering(),
    boxNumbering: newNumbering(),
    changes: options.changes ?? 'accept',
    footnotes: new Map([...notesOf(part('footnotes'), 'footnote'), ...notesOf(part('endnotes'), 'endnote')]),
    external: new Set(relationships.filter(({ external }) => external).map(({ id }) => id)),
    fields: [],
    cited: new Map(),
    boxes: [],
  };
  const draft = createDraft();
  blocks(body, guardedFields(draft, reading.fields, fieldsAreWhole(body)), reading);
  addNotes(draft, { ...reading, numbering: newNumbering() });
  tellRest(archive, relationships, notes);
  const text = draft.text();
  if (text === '') throw new ImportRefusal(REFUSALS.nothing);
  const matter = options.bodyOnly ? '' : frontMatterOf(archive);
  return { text: matter + text, format: 'docx', notes: notes.list() };
}

/** The front matter our own documents carry in a property; '' where there is none, or what stands there is something else. */
function frontMatterOf(archive: Archive): string {
  const part = relationshipsOf(archive, '').find(
    ({ type, external }) => type === 'custom-properties' && !external,
  )?.target;
  if (part === undefined || !archive.has(part)) return '';
  const properties = elementsOf(parseXml(archive.text(part), part)).flatMap(elementsOf);
  const own = properties.find(({ attributes }) => attributes['name'] === FRONT_MATTER_PROPERTY);
  const text = own ? textOf(own).trim() : '';
  const lines = text.split('\n');
  return frontMatterEnd(lines) === lines.length - 1 && lines.length > 1 ? `${text}\n` : '';
}

/** A field whose end is lost must not swallow the rest of the document: it ends with its paragraph. */
function guardedFields(draft: Draft, fields: Field[], whole: boolean): Draft {
  if (whole) return draft;
  return {
    ...draft,
    paragraph(text) {
      fields.length = 0;
      draft.paragraph(text);
    },
  };
}

/** The first part of a kind, `null` when there is none. */
function partOf(archive: Archive, relationships: readonly Relationship[], type: string): Element | null {
  const found = relationships.find((one) => one.type === type && !one.external && archive.has(one.target));
  return found ? wordXml(archive, found.target) : null;
}

/** Footnotes and endnotes, in the order they are referred to. Notes may refer to notes. */
function addNotes(draft: Draft, reading: Reading): void {
  for (const [note, number] of reading.cited) {
    if (number === 1) draft.paragraph('');
    const lines: string[] = [];
    const keep = {
      paragraph: (text: string) => void lines.push(text.trim()),
      table: (rows: readonly string[]) => rows.forEach((row) => lines.push(row)),
    };
    blocks(note, keep, reading);
    const text = lines.filter((line) => line !== '').join('\n');
    reading.notes.add('note', text);
    draft.paragraph(noteMark(number) + text);
  }
}

/** Parts outside the body: told, not carried over. */
function tellRest(archive: Archive, relationships: readonly Relationship[], notes: Notes): void {
  for (const { type, target, external } of relationships) {
    if (external) {
      if (type !== 'hyperlink') notes.add('externalLink', target);
    } else if ((type === 'header' || type === 'footer') && archive.has(target)) {
      const words = wordsOf(wordXml(archive, target));
      if (!isPageNumber(words)) notes.add(type, words);
    } else if (type === 'comments' && archive.has(target)) tellComments(archive, target, notes);
    else if (type === 'vbaProject') notes.add('macro');
  }
}

function tellComments(archive: Archive, target: string, notes: Notes): void {
  const root = child(wordXml(archive, target), 'w:comments');
  for (const comment of childrenNamed(root, 'w:comment')) {
    const author = comment.attributes['w:author'] ?? '';
    notes.add('comment', `${author}${author ? '：' : ''}${wordsOf(comment)}`);
  }
}
