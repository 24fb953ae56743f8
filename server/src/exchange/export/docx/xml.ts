/** WordprocessingML as strings. Lengths are in twips, twentieths of a point, unless said otherwise. */

/** 1 mm in twips. */
const MM = 1440 / 25.4;
export const fromMillimetres = (length: number): number => Math.round(length * MM);
export const fromPoints = (length: number): number => Math.round(length * 20);

/**
 * Characters that no XML 1.0 document may hold, and those that turn the direction of writing: unseen on paper, they would
 * only reorder what stands beside them. Tabs and line feeds are handled before.
 */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** How many characters of a text are left out or replaced when it is printed. */
export const countUnprintable = (text: string): number =>
  (text.match(UNPRINTABLE)?.length ?? 0) + (text.match(LONE_SURROGATE)?.length ?? 0);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for elements and attributes. */
export const escapeXml = (text: string): string =>
  text
    .replace(UNPRINTABLE, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(/[&<>"]/g, (char) => ENTITIES[char]!);

/** All four channels; the hint gives quotation marks and dashes to the Chinese font. */
export const fontsXml = (chinese: string, western: string): string => {
  const [east, west] = [escapeXml(chinese), escapeXml(western)];
  return `<w:rFonts w:ascii="${west}" w:eastAsia="${east}" w:hAnsi="${west}" w:cs="${west}" w:hint="eastAsia"/>`;
};

const HINT = '<w:rFonts w:hint="eastAsia"/>';

/** A run; `properties`: what it has beyond its paragraph's style, fonts first. Tabs and line ends become elements. */
export function runXml(text: string, properties = HINT): string {
  const content = text
    .split(/([\t\n])/)
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>';
      if (piece === '\n') return '<w:br/>';
      return piece === '' ? '' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
    })
    .join('');
  return content === '' ? '' : `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`;
}

export const paragraphXml = (style: string, runs: string, properties = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`;

/** How wide a text is, in characters: Chinese ones and full-width marks are 1, digits and Latin letters about half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    width += code >= 0x2e80 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2460 && code <= 0x24ff) ? 1 : 0.5;
  }
  return width;
}
