import type { Layout } from '../../../core/plan/layout';
import { escapeXml, XML_HEAD } from '../../office/xml';
import { REPEATED_STYLE, TITLE_STYLE } from '../../wordMarks';
import { characterSpacing } from './page';
import { fontsXml, fromPoints } from './xml';

/** Styles by their ids in the document; names as Word shows them. */
export const STYLES = {
  body: 'PlanBody',
  flush: 'PlanFlush',
  letterhead: 'PlanLetterhead',
  number: 'PlanNumber',
  title: TITLE_STYLE.id,
  subtitle: 'PlanSubtitle',
  chapter: 'PlanChapter',
  annexMark: 'PlanAnnexMark',
  signature: 'PlanSignature',
  imprint: 'PlanImprint',
  tableText: 'PlanTableText',
  tableCentred: 'PlanTableCentred',
  tableHead: 'PlanTableHead',
  footer: 'PlanPageNumber',
  /** Words of a merged cell said again at the top of a page. */
  repeated: REPEATED_STYLE.id,
} as const;

export const headingStyle = (level: number): string => `Heading${Math.min(Math.max(level, 1), 5)}`;

const CENTRED = '<w:jc w:val="center"/>';
const half = (points: number): number => Math.round(points * 2);

/** The styles of a document, `word/styles.xml`. */
export function stylesXml(layout: Layout): string {
  const { fonts, sizes } = layout;
  const text = (font: string, size?: number): string =>
    fontsXml(font, fonts.western) + (size === undefined ? '' : sizeXml(size));
  const indent = firstLine(layout);
  const heading = (level: number): string =>
    paragraphStyle(
      headingStyle(level),
      `heading ${level}`,
      `${indent}<w:outlineLvl w:val="${level - 1}"/>`,
      text(level === 1 ? fonts.heading1 : level === 2 ? fonts.heading2 : fonts.body),
      STYLES.body,
    );
  return `${XML_HEAD}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
    defaults(layout),
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`,
    paragraphStyle(STYLES.body, '公文正文', indent, '', STYLES.body),
    paragraphStyle(STYLES.flush, '公文主送机关', '', '', STYLES.body),
    paragraphStyle(STYLES.letterhead, '发文机关标志', CENTRED, `${text(fonts.title)}${RED}`, STYLES.number),
    paragraphStyle(STYLES.number, '发文字号', CENTRED, '', STYLES.title),
    paragraphStyle(STYLES.title, TITLE_STYLE.name, CENTRED, text(fonts.title, sizes.title), STYLES.body),
    paragraphStyle(STYLES.subtitle, '公文副题', CENTRED, text(fonts.heading2), STYLES.body),
    paragraphStyle(STYLES.chapter, '章', `${CENTRED}<w:outlineLvl w:val="0"/>`, text(fonts.heading1), STYLES.body),
    ...[1, 2, 3, 4, 5].map(heading),
    paragraphStyle(STYLES.annexMark, '附件序号', '', text(fonts.heading1), STYLES.title),
    paragraphStyle(STYLES.signature, '署名和日期', '<w:jc w:val="right"/>', '', STYLES.body),
    paragraphStyle(STYLES.imprint, '版记', IMPRINT, sizeXml(14), STYLES.imprint),
    paragraphStyle(STYLES.tableText, '表格文字', table(sizes.table, 'left'), tableText(fonts.table, layout, 'table')),
    paragraphStyle(
      STYLES.tableCentred,
      '表格居中',
      table(sizes.table, 'center'),
      tableText(fonts.table, layout, 'table'),
    ),
    paragraphStyle(
      STYLES.tableHead,
      '表头',
      table(sizes.tableHead, 'center'),
      tableText(fonts.tableHead, layout, 'tableHead'),
    ),
    paragraphStyle(
      STYLES.footer,
      '页码',
      `<w:spacing w:line="${fromPoints(sizes.pageNumber)}" w:lineRule="exact"/>`,
      `${fontsXml(fonts.pageNumber, fonts.pageNumber)}<w:spacing w:val="0"/>${sizeXml(sizes.pageNumber)}`,
    ),
    `<w:style w:type="character" w:customStyle="1" w:styleId="${STYLES.repeated}"><w:name w:val="${REPEATED_STYLE.name}"/></w:style>`,
  ].join('')}</w:styles>`;
}

const RED = '<w:color w:val="FF0000"/>';
/** 7.4.1: one character free at each side. */
const IMPRINT = '<w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/><w:jc w:val="both"/>';

const sizeXml = (points: number): string => `<w:sz w:val="${half(points)}"/><w:szCs w:val="${half(points)}"/>`;

/** Two characters, in characters and, for programs that do not count these, in twips. */
function firstLine(layout: Layout): string {
  const width = 2 * (fromPoints(layout.sizes.body) + characterSpacing(layout));
  return `<w:ind w:firstLineChars="200" w:firstLine="${width}"/>`;
}

/** Lines stand 1.5 apart as tables have them: a body's pitch would leave half of each cell empty. */
export const tablePitch = (points: number): number => fromPoints(Math.round(points * 3) / 2);

/** Marks do not hang over the edge of a cell, so that programs break its lines alike and rows are as high as expected. */
const table = (points: number, align: 'left' | 'center'): string =>
  `<w:overflowPunct w:val="0"/><w:spacing w:line="${tablePitch(points)}" w:lineRule="exact"/><w:jc w:val="${align}"/>`;

const tableText = (font: string, { fonts, sizes }: Layout, use: 'table' | 'tableHead'): string =>
  `${fontsXml(font, fonts.western)}<w:spacing w:val="0"/>${sizeXml(sizes[use])}`;

function paragraphStyle(id: string, name: string, paragraph: string, run: string, next?: string): string {
  const own = id.startsWith('Heading') ? '' : ' w:customStyle="1"';
  return `<w:style w:type="paragraph"${own} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${
    next ? `<w:next w:val="${next}"/>` : ''
  }<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
}

/** No automatic space between Chinese and digits and no marks squeezed: a line holds as many characters as it is to hold. */
function defaults(layout: Layout): string {
  const { fonts, sizes, linePitch } = layout;
  const run = `${fontsXml(fonts.body, fonts.western)}<w:spacing w:val="${characterSpacing(layout)}"/><w:kern w:val="0"/>${sizeXml(sizes.body)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>`;
  const paragraph = `<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${fromPoints(linePitch)}" w:lineRule="exact"/><w:jc w:val="both"/>`;
  return `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${paragraph}</w:pPr></w:pPrDefault></w:docDefaults>`;
}

/** What stands in for a font that is not there (`w:altName`), best first. */
const FALLBACKS: Readonly<Record<string, string>> = {
  方正小标宋简体: '华文中宋,宋体',
  方正小标宋_GBK: '方正小标宋简体,华文中宋,宋体',
  仿宋_GB2312: '仿宋,FangSong',
  仿宋: '仿宋_GB2312,FangSong',
  楷体_GB2312: '楷体,KaiTi',
  楷体: '楷体_GB2312,KaiTi',
  黑体: 'SimHei',
  宋体: 'SimSun',
};

/** `word/fontTable.xml`: the fonts used, and what to take instead. */
export function fontTableXml({ fonts }: Layout): string {
  const chinese = [...new Set(Object.values(fonts))].filter((name) => name !== fonts.western);
  const font = (name: string): string => {
    const instead = FALLBACKS[name];
    return `<w:font w:name="${escapeXml(name)}">${instead ? `<w:altName w:val="${instead}"/>` : ''}<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`;
  };
  return `${XML_HEAD}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${chinese.map(font).join('')}<w:font w:name="${escapeXml(fonts.western)}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`;
}
