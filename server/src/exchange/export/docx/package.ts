import { zipSync, strToU8, type Zippable } from 'fflate';
import type { Layout } from '../../../core/plan/layout';
import { FRONT_MATTER_PROPERTY } from '../../wordMarks';
import { fontTableXml, STYLES, stylesXml } from './styles';
import { escapeXml, paragraphXml } from './xml';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const DOCUMENT_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The relationships of the footers, as sections name them. */
export const FOOTERS = { odd: 'rIdOdd', even: 'rIdEven' } as const;

export interface WordDocument {
  /** The content of `w:body`. */
  readonly body: string;
  readonly layout: Layout;
  readonly title: string;
  readonly frontMatter: string | null;
}

/** A document as an Office Open XML package. The same document gives the same bytes. */
export function packWord({ body, layout, title, frontMatter }: WordDocument): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(frontMatter !== null),
    '_rels/.rels': packageRelations(frontMatter !== null),
    'docProps/core.xml': core(title),
    'docProps/app.xml': `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Plandoc</Application></Properties>`,
    ...(frontMatter !== null && { 'docProps/custom.xml': custom(frontMatter) }),
    'word/document.xml': `${HEAD}<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': documentRelations(),
    'word/styles.xml': stylesXml(layout),
    'word/settings.xml': settings(),
    'word/fontTable.xml': fontTableXml(layout),
    'word/footer1.xml': footer(layout, 'right'),
    'word/footer2.xml': footer(layout, 'left'),
  };
  const files: Zippable = {};
  for (const [name, text] of Object.entries(parts)) files[name] = [strToU8(text), { mtime: MODIFIED }];
  return zipSync(files, { level: 6 });
}

/** A moment that says nothing, in the clock of the machine, which is what zip files keep. */
const MODIFIED = new Date(2000, 0, 1);

const PARTS: readonly (readonly [path: string, type: string])[] = [
  ['/word/document.xml', `${WORD}.document.main+xml`],
  ['/word/styles.xml', `${WORD}.styles+xml`],
  ['/word/settings.xml', `${WORD}.settings+xml`],
  ['/word/fontTable.xml', `${WORD}.fontTable+xml`],
  ['/word/footer1.xml', `${WORD}.footer+xml`],
  ['/word/footer2.xml', `${WORD}.footer+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
];
const CUSTOM = ['/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'] as const;

function contentTypes(hasCustom: boolean): string {
  const overrides = [...PARTS, ...(hasCustom ? [CUSTOM] : [])].map(
    ([path, type]) => `<Override PartName="${path}" ContentType="${type}"/>`,
  );
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

const packageRelations = (hasCustom: boolean): string =>
  relations([
    ['rId1', `${DOCUMENT_RELATIONS}/officeDocument`, 'word/document.xml'],
    [
      'rId2',
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ],
    ['rId3', `${DOCUMENT_RELATIONS}/extended-properties`, 'docProps/app.xml'],
    ...(hasCustom ? [['rId4', `${DOCUMENT_RELATIONS}/custom-properties`, 'docProps/custom.xml'] as const] : []),
  ]);

const documentRelations = (): string =>
  relations([
    ['rId1', `${DOCUMENT_RELATIONS}/styles`, 'styles.xml'],
    ['rId2', `${DOCUMENT_RELATIONS}/settings`, 'settings.xml'],
    ['rId3', `${DOCUMENT_RELATIONS}/fontTable`, 'fontTable.xml'],
    [FOOTERS.odd, `${DOCUMENT_RELATIONS}/footer`, 'footer1.xml'],
    [FOOTERS.even, `${DOCUMENT_RELATIONS}/footer`, 'footer2.xml'],
  ]);

/** The dates are of no day: with those of today a document would never be the same twice. */
const core = (title: string): string =>
  `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Plandoc</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>`;

const custom = (frontMatter: string): string =>
  `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${FRONT_MATTER_PROPERTY}"><vt:lpwstr>${escapeXml(frontMatter)}</vt:lpwstr></property></Properties>`;

/** Page numbers differ on odd and even pages; Word lays the document out as its newest version does. */
const settings = (): string =>
  `${HEAD}<w:settings ${W}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;

/** `— 1 —` in half-width digits, one character from the edge: right on odd pages, left on even ones (7.5). */
function footer(layout: Layout, side: 'left' | 'right'): string {
  const indent = `<w:ind w:${side}Chars="100" w:${side}="${layout.sizes.pageNumber * 20}"/><w:jc w:val="${side}"/>`;
  const run = (content: string): string => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>${content}</w:r>`;
  const number = [
    run('<w:t xml:space="preserve">— </w:t>'),
    run('<w:fldChar w:fldCharType="begin"/>'),
    run('<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
    run('<w:fldChar w:fldCharType="separate"/>'),
    run('<w:t>1</w:t>'),
    run('<w:fldChar w:fldCharType="end"/>'),
    run('<w:t xml:space="preserve"> —</w:t>'),
  ];
  const words = layout.pageNumbers ? number.join('') : '';
  return `${HEAD}<w:ftr ${W}>${paragraphXml(STYLES.footer, words, indent)}</w:ftr>`;
}
