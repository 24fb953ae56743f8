import { XML_HEAD } from '../../office/xml';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Looks of cells, as cells name them: places in `cellXfs`. */
export const STYLES = { title: 1, head: 2, centred: 3, text: 4, date: 5 } as const;

/** Points; the first is the font that widths of columns are counted in. */
const FONTS = [
  ['宋体', 11],
  ['方正小标宋简体', 18],
  ['黑体', 12],
  ['仿宋', 10.5],
] as const;
const DATE_FORMAT = 164;

/** `xl/styles.xml`. */
export function stylesXml(): string {
  // 134: GB 2312, by which a program that lacks the font finds another Chinese one.
  const fonts = FONTS.map(
    ([name, size]) => `<font><sz val="${size}"/><name val="${name}"/><charset val="134"/></font>`,
  );
  const edge = (side: string): string => `<${side} style="thin"><color rgb="FF000000"/></${side}>`;
  const border = `<border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border>`;
  return `${XML_HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="${DATE_FORMAT}" formatCode="yyyy-mm-dd"/></numFmts>${list('fonts', fonts)}${list('fills', ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'])}${list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>', border])}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list(
    'cellXfs',
    [
      '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
      look({ font: 1, border: 0, centred: true }),
      look({ font: 2, border: 1, centred: true }),
      look({ font: 3, border: 1, centred: true }),
      look({ font: 3, border: 1, centred: false }),
      look({ font: 3, border: 1, centred: true, format: DATE_FORMAT }),
    ],
  )}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

const list = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`;

interface Look {
  readonly font: number;
  readonly border: number;
  readonly centred: boolean;
  readonly format?: number;
}

function look({ font, border, centred, format = 0 }: Look): string {
  const applied = `applyNumberFormat="${Number(format > 0)}" applyFont="1" applyBorder="${border}" applyAlignment="1"`;
  return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" ${applied}><alignment${centred ? ' horizontal="center"' : ''} vertical="center" wrapText="1"/></xf>`;
}
