import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { say, type Locale } from '../../core/text/locale';
import { cellsOf } from './markdown';
import type { Sheet, SheetGroup } from './model';
import { COLUMNS, STRINGS } from './strings';

/** 1 mm in twentieths of a point. */
const MM = 1440 / 25.4;
const twips = (millimetres: number): number => Math.round(millimetres * MM);

/** A4 across, with room for the seven columns: 297 mm less two margins of 20 mm. */
const WIDTHS = [11, 28, 48, 68, 44, 34, 24].map(twips);
const MARGIN = { top: twips(20), bottom: twips(18), left: twips(20), right: twips(20) };

/** Official fonts by class, as users have them; the hint keeps Chinese quotation marks in the Chinese font. */
const BODY = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: '仿宋',
  hint: 'eastAsia',
};
const BOLD = { ...BODY, eastAsia: '黑体' };
/** Half points: 三号 32, 小四 24, 五号 21. */
const SIZE = { title: 36, line: 24, cell: 21 };

/** Review sheets as a Word document, each on a page of its own. */
export async function toDocx(sheets: readonly Sheet[], locale: Locale): Promise<Uint8Array> {
  const document = new Document({
    title: STRINGS.heading[locale],
    creator: 'Plandoc',
    styles: { default: { document: { run: { font: BODY, size: SIZE.line } } } },
    sections: sheets.map((sheet) => ({
      properties: {
        page: {
          // The library turns the page itself.
          size: { width: twips(210), height: twips(297), orientation: PageOrientation.LANDSCAPE },
          margin: MARGIN,
        },
      },
      footers: { default: pageNumber() },
      children: [
        ...head(sheet, locale),
        ...sheet.groups.flatMap((group) => groupOf(group, locale)),
        ...foot(sheet, locale),
      ],
    })),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function pageNumber(): Footer {
  const run = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: { ...BODY, eastAsia: '宋体' },
    size: 28,
  });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

function head({ title, file, counts }: Sheet, locale: Locale): Paragraph[] {
  const total = counts.error + counts.warning + counts.info + counts.hint;
  const colon = locale === 'zh' ? '：' : ': ';
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 200 },
      children: [new TextRun({ text: STRINGS.heading[locale], font: BOLD, size: SIZE.title })],
    }),
    line(`${STRINGS.document[locale]}${colon}${title}`),
    line(`${STRINGS.file[locale]}${colon}${file}`),
    line(total === 0 ? STRINGS.none[locale] : say(STRINGS.counts, locale, { total, ...counts })),
  ];
}

function foot({ counts }: Sheet, locale: Locale): Paragraph[] {
  const none = counts.error + counts.warning + counts.info + counts.hint === 0;
  return [
    ...(none ? [] : [line(STRINGS.note[locale])]),
    line(`${STRINGS.reviewer[locale]}　　　　　　　　${STRINGS.date[locale]}`),
  ];
}

const line = (text: string): Paragraph =>
  new Paragraph({ spacing: { before: 60, after: 60 }, children: [new TextRun({ text: printable(text), font: BODY })] });

function groupOf(group: SheetGroup, locale: Locale): (Paragraph | Table)[] {
  const caption = say(STRINGS.group, locale, { title: group.title, count: group.rows.length });
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 200, after: 80 },
      children: [new TextRun({ text: caption, font: BOLD })],
    }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: WIDTHS,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: COLUMNS.map((column, at) => cell(column[locale], at, BOLD)),
        }),
        ...group.rows.map(
          (row) =>
            new TableRow({ cantSplit: true, children: cellsOf(row, locale).map((text, at) => cell(text, at, BODY)) }),
        ),
      ],
    }),
  ];
}

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

function cell(text: string, at: number, font: typeof BODY): TableCell {
  return new TableCell({
    width: { size: WIDTHS[at]!, type: WidthType.DXA },
    borders: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: font === BOLD ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [new TextRun({ text: printable(text), font, size: SIZE.cell })],
      }),
    ],
  });
}

/** XML 1.0 allows no control characters, and half a surrogate pair is none of its characters either. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(LONE_SURROGATE, '\ufffd');
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
