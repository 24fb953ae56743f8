/** Office files written by hand, so that a test shows the very elements it is about. */
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
].join(' ');

export interface DocxParts {
  /** What stands in `w:body`. */
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly footer?: string;
  /** More relationships of the document. */
  readonly relationships?: string;
  /** More files of the archive. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/** A Word document with these parts. */
export function docxOf(parts: DocxParts): Uint8Array {
  const kinds = ['numbering', 'styles', 'footnotes', 'endnotes', 'comments', 'header', 'footer'] as const;
  const present = kinds.filter((kind) => parts[kind] !== undefined);
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': relationships('<Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/>'),
    'word/document.xml': xml('document', `<w:body>${parts.body}</w:body>`),
    'word/_rels/document.xml.rels': relationships(
      present.map((kind) => `<Relationship Id="${kind}" Type="x/${kind}" Target="${kind}.xml"/>`).join('') +
        (parts.relationships ?? ''),
    ),
    ...parts.files,
  };
  const roots = { header: 'hdr', footer: 'ftr' } as Readonly<Record<string, string>>;
  for (const kind of present) files[`word/${kind}.xml`] = xml(roots[kind] ?? kind, parts[kind]!);
  return zipSync(files);
}

const xml = (root: string, content: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${root} ${NAMESPACES}>${content}</w:${root}>`);

const relationships = (content: string): Uint8Array =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`,
  );

/** A paragraph of plain text, with what its properties hold. */
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`;

export const r = (text: string, properties = ''): string =>
  text && `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** The properties of a paragraph in a list. */
export const listed = (numId: number, level?: number): string =>
  `<w:numPr>${level === undefined ? '' : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="${numId}"/></w:numPr>`;

export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

export const tc = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text
    .split('|')
    .map((line) => p(line))
    .join('')}</w:tc>`;

/** A level of a list; `more` for what only some have. */
export const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

/** A kind of list and the lists (numId) that are of it; `override` stands inside each list. */
export const list = (
  kind: number,
  levels: string,
  nums: Readonly<Record<number, string>>,
): readonly [string, string] => [
  `<w:abstractNum w:abstractNumId="${kind}">${levels}</w:abstractNum>`,
  Object.entries(nums)
    .map(([id, override]) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${kind}"/>${override}</w:num>`)
    .join(''),
];

/** Kinds stand before lists in the part. */
export const numberingOf = (...lists: readonly (readonly [string, string])[]): string =>
  lists.map(([kind]) => kind).join('') + lists.map(([, nums]) => nums).join('');
