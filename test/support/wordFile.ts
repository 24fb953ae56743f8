import { strFromU8, unzipSync } from 'fflate';

/** A paragraph of a Word document as a test looks at it. */
export interface WordParagraph {
  readonly style: string;
  /** Line ends of the layout stand as `\n`. */
  readonly text: string;
  readonly xml: string;
}

/** A .docx reopened: its parts as text. */
export interface WordFile {
  part(name: string): string;
  readonly names: readonly string[];
  /** Paragraphs outside tables, without those that hold nothing. */
  readonly paragraphs: readonly WordParagraph[];
  /** Tables by rows by cells; cells of more paragraphs have `\n` between them. */
  readonly tables: readonly (readonly (readonly string[])[])[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const plain = (xml: string): string =>
  Array.from(xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g), ([, text, mark]) =>
    mark ? (mark === 'tab' ? '\t' : '\n') : text!.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name]!),
  ).join('');

const all = (xml: string, name: string): readonly string[] =>
  Array.from(xml.matchAll(new RegExp(`<w:${name}(?: [^>]*)?>.*?</w:${name}>`, 'gs')), ([whole]) => whole);

const paragraphOf = (xml: string): WordParagraph => ({
  style: /<w:pStyle w:val="(\w+)"/.exec(xml)?.[1] ?? '',
  text: plain(xml),
  xml,
});

export function openWord(bytes: Uint8Array): WordFile {
  const files = unzipSync(bytes);
  const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const document = part('word/document.xml');
  const cell = (xml: string): string => all(xml, 'p').map(plain).join('\n');
  return {
    part,
    names: Object.keys(files),
    paragraphs: all(document.replace(/<w:tbl>.*?<\/w:tbl>/gs, ''), 'p')
      .map(paragraphOf)
      .filter(({ text }) => text !== ''),
    tables: all(document, 'tbl').map((table) => all(table, 'tr').map((row) => all(row, 'tc').map(cell))),
  };
}
