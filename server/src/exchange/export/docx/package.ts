import type { Layout } from '../../../core/plan/layout';
import { packOffice, RELATIONSHIPS, type OfficePart } from '../../office/package';
import { XML_HEAD } from '../../office/xml';
import { FRONT_MATTER_PROPERTY } from '../../wordMarks';
import { fontTableXml, STYLES, stylesXml } from './styles';
import { paragraphXml } from './xml';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

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
  const part = (relation: string, id: string, xml: string, file = relation): OfficePart => ({
    path: `${file}.xml`,
    contentType: `${WORD}.${relation}+xml`,
    relation,
    id,
    xml,
  });
  return packOffice({
    main: {
      path: 'word/document.xml',
      contentType: `${WORD}.document.main+xml`,
      xml: `${XML_HEAD}<w:document ${W} xmlns:r="${RELATIONSHIPS}"><w:body>${body}</w:body></w:document>`,
    },
    parts: [
      part('styles', 'rId1', stylesXml(layout)),
      part('settings', 'rId2', settings()),
      part('fontTable', 'rId3', fontTableXml(layout)),
      part('footer', FOOTERS.odd, footer(layout, 'right'), 'footer1'),
      part('footer', FOOTERS.even, footer(layout, 'left'), 'footer2'),
    ],
    title,
    ...(frontMatter !== null && { kept: { [FRONT_MATTER_PROPERTY]: frontMatter } }),
  });
}

/** Page numbers differ on odd and even pages; Word lays the document out as its newest version does. */
const settings = (): string =>
  `${XML_HEAD}<w:settings ${W}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;

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
  return `${XML_HEAD}<w:ftr ${W}>${paragraphXml(STYLES.footer, words, indent)}</w:ftr>`;
}
