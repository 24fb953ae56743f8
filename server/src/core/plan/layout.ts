import type { Message } from '../text/locale';

/** What a font is for. */
export type FontUse =
  'title' | 'body' | 'heading1' | 'heading2' | 'tableHead' | 'table' | 'pageNumber' | 'annotation' | 'western';
/** What a size is for; headings and annotations have that of the body. */
export type SizeUse = 'title' | 'body' | 'tableHead' | 'table' | 'pageNumber';
export type Side = 'top' | 'bottom' | 'left' | 'right';

/** How a document is laid out. */
export interface Layout {
  readonly fonts: Readonly<Record<FontUse, string>>;
  /** Points. */
  readonly sizes: Readonly<Record<SizeUse, number>>;
  /** Millimetres, of the upright page. */
  readonly margins: Readonly<Record<Side, number>>;
  /** From one line to the next, points. */
  readonly linePitch: number;
  readonly charactersPerLine: number;
  /** Signatures are set for a seal (7.3.5.1), or without one (7.3.5.2). */
  readonly seal: boolean;
  readonly pageNumbers: boolean;
}

/** What somebody wants otherwise (版式 in `plandoc.yaml`). */
export interface LayoutChoices {
  readonly fonts?: Partial<Layout['fonts']>;
  readonly sizes?: Partial<Layout['sizes']>;
  readonly margins?: Partial<Layout['margins']>;
  readonly linePitch?: number;
  readonly charactersPerLine?: number;
  readonly seal?: boolean;
  readonly pageNumbers?: boolean;
}

/** A4, millimetres. */
export const PAPER = { width: 210, height: 297 } as const;

/**
 * GB/T 9704—2012: 5.1 and 5.2 (paper, margins, 22 lines of 28 characters), 7.3 (fonts and sizes), 7.5 (page numbers). The
 * standard names classes of fonts; the names here are what official documents are set in. Tables: observed practice.
 */
export const STANDARD_LAYOUT: Layout = {
  fonts: {
    title: '方正小标宋简体',
    body: '仿宋_GB2312',
    heading1: '黑体',
    heading2: '楷体_GB2312',
    tableHead: '黑体',
    table: '仿宋_GB2312',
    pageNumber: '宋体',
    annotation: '仿宋_GB2312',
    western: 'Times New Roman',
  },
  sizes: { title: 22, body: 16, tableHead: 12, table: 10.5, pageNumber: 14 },
  margins: { top: 37, bottom: 35, left: 28, right: 26 },
  // 225 mm hold 22 lines of 28.99 points; what is taken off keeps the last line on the page.
  linePitch: 28.95,
  charactersPerLine: 28,
  seal: true,
  pageNumbers: true,
};

/** The standard's layout with what is chosen put over it; tables and annotations follow the body unless chosen themselves. */
export function layoutWith(choices: LayoutChoices): Layout {
  const { fonts, sizes, margins, ...rest } = choices;
  const body = fonts?.body === undefined ? {} : { table: fonts.body, annotation: fonts.body };
  return {
    ...STANDARD_LAYOUT,
    ...rest,
    fonts: { ...STANDARD_LAYOUT.fonts, ...body, ...fonts },
    sizes: { ...STANDARD_LAYOUT.sizes, ...sizes },
    margins: { ...STANDARD_LAYOUT.margins, ...margins },
  };
}

const POINTS_PER_MM = 72 / 25.4;

/** How many lines a page holds. */
function linesPerPage({ margins, linePitch }: Layout): number {
  return Math.floor(((PAPER.height - margins.top - margins.bottom) * POINTS_PER_MM) / linePitch + 1e-6);
}

/** A sentence with the values it names. */
export interface Remark {
  readonly message: Message;
  readonly args: Readonly<Record<string, string | number>>;
}

const DEVIATIONS = {
  margins: {
    zh: '页边距为上 {top}、下 {bottom}、左 {left}、右 {right} 毫米；国标为天头 37、订口 28，版心 156×225 毫米（5.2.1）。',
    en: 'Margins are {top}, {bottom}, {left}, {right} mm (top, bottom, left, right); the standard has 37 and 28 mm and a text area of 156 × 225 mm (5.2.1).',
  },
  lines: {
    zh: '每面 {lines} 行；国标一般为 22 行（5.2.3）。',
    en: '{lines} lines on a page; the standard has 22 (5.2.3).',
  },
  characters: {
    zh: '每行 {count} 字；国标一般为 28 字（5.2.3）。',
    en: '{count} characters in a line; the standard has 28 (5.2.3).',
  },
  title: {
    zh: '标题用 {size} 磅“{font}”；国标一般用 2 号（22 磅）小标宋（7.3.1）。',
    en: 'Titles are in {font}, {size} points; the standard has 小标宋, 22 points (7.3.1).',
  },
  body: {
    zh: '正文用 {size} 磅“{font}”；国标一般用 3 号（16 磅）仿宋（5.2.2）。',
    en: 'The text is in {font}, {size} points; the standard has 仿宋, 16 points (5.2.2).',
  },
  heading1: {
    zh: '第一层标题用“{font}”；国标一般用黑体（7.3.3）。',
    en: 'Headings of the first level are in {font}; the standard has 黑体 (7.3.3).',
  },
  heading2: {
    zh: '第二层标题用“{font}”；国标一般用楷体（7.3.3）。',
    en: 'Headings of the second level are in {font}; the standard has 楷体 (7.3.3).',
  },
  annotation: {
    zh: '责任括注用“{font}”，与正文不同；国标没有这样的区分。',
    en: 'Responsibility annotations are in {font}, another font than the text; the standard has no such thing.',
  },
  pageNumber: {
    zh: '页码用 {size} 磅“{font}”；国标用 4 号（14 磅）宋体（7.5）。',
    en: 'Page numbers are in {font}, {size} points; the standard has 宋体, 14 points (7.5).',
  },
  noPageNumbers: {
    zh: '没有页码；国标应编页码（7.5）。',
    en: 'There are no page numbers; the standard has them (7.5).',
  },
} as const satisfies Record<string, Message>;

/** Fonts of the class the standard names. */
const CLASSES = { title: /小标宋/, body: /仿宋|FangSong/i, heading1: /黑|Hei/i, heading2: /楷|Kai/i, pageNumber: /宋/ };

/** Where a layout is not the standard's, a sentence each. */
export function deviationsOf(layout: Layout): readonly Remark[] {
  const { fonts, sizes, margins } = layout;
  const found: Remark[] = [];
  const tell = (differs: boolean, name: keyof typeof DEVIATIONS, args: Remark['args'] = {}): void => {
    if (differs) found.push({ message: DEVIATIONS[name], args });
  };
  const sized = (use: 'title' | 'body' | 'pageNumber'): void =>
    tell(!CLASSES[use].test(fonts[use]) || sizes[use] !== STANDARD_LAYOUT.sizes[use], use, {
      font: fonts[use],
      size: sizes[use],
    });
  // The standard allows 1 mm at the top and at the binding edge.
  tell(
    (Object.keys(margins) as Side[]).some((side) => Math.abs(margins[side] - STANDARD_LAYOUT.margins[side]) > 1),
    'margins',
    { ...margins },
  );
  tell(linesPerPage(layout) !== 22, 'lines', { lines: linesPerPage(layout) });
  tell(layout.charactersPerLine !== 28, 'characters', { count: layout.charactersPerLine });
  sized('title');
  sized('body');
  tell(!CLASSES.heading1.test(fonts.heading1), 'heading1', { font: fonts.heading1 });
  tell(!CLASSES.heading2.test(fonts.heading2), 'heading2', { font: fonts.heading2 });
  tell(fonts.annotation !== fonts.body, 'annotation', { font: fonts.annotation });
  if (layout.pageNumbers) sized('pageNumber');
  else tell(true, 'noPageNumbers');
  return found;
}
