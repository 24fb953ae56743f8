import { isFurniture } from '../../../core/syntax/furniture';
import { byOrderMark, decodeText, tryDecode, type Decoded } from '../decode';
import { createDraft } from '../draft';
import type { ImportOptions, Imported } from '../model';
import { createNotes, type Notes } from '../notes';
import { ImportRefusal, REFUSALS } from '../refusal';
import { descendant, isElement, parseHtml, textOf, type Element } from '../tree';
import { articleOf } from './article';
import { blocksOf, type Block } from './blocks';
import { frontMatter, isDataTable, readLine, readTable, startReading, type PageData } from './metadata';

/** `page`: a saved web page with all that stands round the document; `clipboard`: what a person selected and copied. */
export type HtmlSource = 'page' | 'clipboard';

/** A web page, or HTML from a clipboard, as the text of a plan. An empty text when there is none in it. */
export function htmlToPlan(html: string, source: HtmlSource): Imported {
  const notes = createNotes();
  const text = source === 'page' ? pageText(html, notes) : fragmentText(html, notes);
  return { text, format: 'html', notes: notes.list() };
}

/** A saved web page from its bytes; the encoding is that of the byte order mark, of the options, or of its `<meta charset>`. */
export function readHtmlFile(bytes: Uint8Array, { encoding: label, bodyOnly }: ImportOptions): Imported {
  const { text, encoding } = decodeHtml(bytes, label);
  const whole = htmlToPlan(text, 'page');
  const page = bodyOnly ? { ...whole, text: whole.text.replace(FRONT_MATTER, '') } : whole;
  if (page.text === '') throw new ImportRefusal(REFUSALS.nothing);
  if (encoding === 'utf-8') return page;
  return { ...page, notes: [...page.notes, { kind: 'encoding', count: 1, places: [encoding.toUpperCase()] }] };
}

/** As `frontMatter` writes it: a value never is a line of three dashes. */
const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;

const HEAD_BYTES = 4096;

function decodeHtml(bytes: Uint8Array, label?: string): Decoded {
  if (label !== undefined) return decodeText(bytes, label);
  const marked = byOrderMark(bytes);
  if (marked) return marked;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1];
  // What a page says of itself is believed only when it can be read so.
  for (const encoding of [declared, 'utf-8', 'gb18030']) {
    const text = encoding === undefined ? null : tryDecode(bytes, encoding);
    if (text !== null) return { text, encoding: new TextDecoder(encoding).encoding };
  }
  // A page with a damaged byte somewhere is still worth having.
  return lenient(bytes, declared);
}

function lenient(bytes: Uint8Array, declared: string | undefined): Decoded {
  try {
    const decoder = new TextDecoder(declared ?? 'utf-8');
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return { text: new TextDecoder().decode(bytes), encoding: 'utf-8' };
  }
}

/** HTML as programs put it on the clipboard: the part between the marks, where they are. */
function fragmentText(html: string, notes: Notes): string {
  const start = /<!--\s*StartFragment\s*-->/i.exec(html);
  const end = html.search(/<!--\s*EndFragment\s*-->/i);
  // Excel marks the rows and leaves the table outside; a row alone is no table to a parser.
  const inner = start && end > start.index ? html.slice(start.index + start[0].length, end) : html;
  const rowsOnly = /^\s*(?:<(?:col|colgroup)\b[^>]*>\s*)*<tr\b/i.test(inner);
  const draft = createDraft();
  for (const block of blocksOf(parseHtml(rowsOnly ? `<table>${inner}</table>` : inner), notes)) write(block, draft);
  return draft.text();
}

function write(block: Block, draft: ReturnType<typeof createDraft>): void {
  if (block.rows) draft.table(block.rows);
  else draft.paragraph(block.text);
}

function pageText(html: string, notes: Notes): string {
  const page = parseHtml(html);
  const inside = articleOf(page);
  const reading = startReading();
  const draft = createDraft();
  const blocks = blocksOf(page, notes);
  const article = blocks.filter((block) => inside.has(block.element));
  const outside = blocks.filter((block) => !inside.has(block.element));
  const left = outside.map((block) => ({ block, text: withoutData(block, reading) }));
  const [first, last] = [article.findIndex(isProse), article.findLastIndex(isProse)];
  const body = article.filter(
    (block, at) => !takeOut(block, reading, notes) && ((at >= first && at <= last) || !isNavigation(block, notes)),
  );
  const title = titleOf(page, blocks, inside, reading.data);
  if (body.length === 0) return '';
  if (title !== null && !opensWith(body, title)) draft.paragraph(title);
  for (const block of body) write(block, draft);
  for (const { block, text } of left) tellAside(block, text, title ?? '', notes);
  for (const other of reading.other) notes.add('metadata', other);
  return frontMatter(withoutTitle(reading.data)) + draft.text();
}

/** The title stands in the text; said twice it could only become false. */
const withoutTitle = ({ 标题: _title, ...data }: PageData): PageData => data;

type Reading = ReturnType<typeof startReading>;

/** The text of a block outside the article, without the data that are read from it. */
function withoutData(block: Block, reading: Reading): string {
  if (!block.rows)
    return block.text
      .split('\n')
      .filter((line) => !readLine(line, reading))
      .join(' ');
  if (!isDataTable(block)) return block.rows.join(' ');
  readTable(block, reading);
  return '';
}

/** Shorter texts outside the article are buttons and labels. */
const LEAST_TEXT = 25;

function tellAside({ linked }: Block, text: string, title: string, notes: Notes): void {
  if (text === '' || bare(text) === bare(title)) return;
  notes.add(linked > 0.5 || text.length < LEAST_TEXT || isFurniture(text) ? 'furniture' : 'aside', text);
}

/** Something only a document has: a sentence, a table. */
const isProse = (block: Block): boolean =>
  block.rows ? !isDataTable(block) : block.linked < 0.5 && block.text.length >= 30;

/** Links before and after the document, but not those to its annexes. */
function isNavigation({ text, linked }: Block, notes: Notes): boolean {
  if (linked < 0.9 || text.length > 30 || /附件|附表|《|\.(?:docx?|xlsx?|pdf|zip|rar|wps)\b/i.test(text)) return false;
  notes.add('furniture', text);
  return true;
}

/** Takes tables of data and furniture out of the article; `true` when nothing is left of the block. */
function takeOut(block: Block, reading: Reading, notes: Notes): boolean {
  if (block.rows) {
    if (!isDataTable(block)) return false;
    readTable(block, reading);
    return true;
  }
  // A navigation row inside the article: links and nothing else, several of them.
  if (!block.text.split('\n').every(isFurniture)) return false;
  if (!block.text.split('\n').every((line) => readLine(line, reading))) notes.add('furniture', block.text);
  return true;
}

/** How far down the title may stand, in characters: a notice has the issuing body and the number above it. */
const OPENING = 400;

const bare = (text: string): string => text.replace(/[\s　“”"'‘’《》〈〉()（）—\-–~～]/g, '');

function opensWith(body: readonly Block[], title: string): boolean {
  let opening = '';
  for (const block of body) {
    opening += bare(block.rows ? block.rows.join('') : block.text);
    if (opening.length > OPENING) break;
  }
  return opening.slice(0, OPENING).includes(bare(title));
}

/** The title the page gives: its meta data, a heading outside the article, the table of data, the window's title. */
function titleOf(page: Element, blocks: readonly Block[], inside: ReadonlySet<Element>, data: PageData): string | null {
  const heading = blocks.find(({ element, text }) => !inside.has(element) && text.length >= 6 && isHeading(element));
  const window = descendant(page, 'title');
  const title =
    meta(page, /^(?:articletitle|og:title|dc\.title)$/i) ??
    data.标题 ??
    heading?.text ??
    (window && textOf(window).split(/[_|]|\s[-–—]\s/)[0]);
  const found = title?.replace(/\s*\n\s*/g, '').trim();
  return found && found.length >= 6 && /[\u4e00-\u9fff]/.test(found) ? found : null;
}

const isHeading = ({ name, attributes }: Element): boolean =>
  /^h[1-3]$/.test(name) ||
  /(?:^|[\s_-])(?:title|bt|biaoti|tit)(?:$|[\s_-])/i.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);

function meta(element: Element, name: RegExp): string | null {
  for (const node of element.children) {
    if (!isElement(node)) continue;
    const { name: called, property, content } = node.attributes;
    if (node.name === 'meta' && name.test(called ?? property ?? '') && content?.trim()) return content.trim();
    const below = node.name === 'html' || node.name === 'head' ? meta(node, name) : null;
    if (below !== null) return below;
  }
  return null;
}
