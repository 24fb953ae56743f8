/** WordprocessingML as strings. Lengths are in twips, twentieths of a point, unless said otherwise. */
import { escapeXml } from '../../office/xml';

/** 1 mm in twips. */
const MM = 1440 / 25.4;
export const fromMillimetres = (length: number): number => Math.round(length * MM);
export const fromPoints = (length: number): number => Math.round(length * 20);

/** All four channels; the hint gives quotation marks and dashes to the Chinese font. */
export const fontsXml = (chinese: string, western: string): string => {
  const [east, west] = [escapeXml(chinese), escapeXml(western)];
  return `<w:rFonts w:ascii="${west}" w:eastAsia="${east}" w:hAnsi="${west}" w:cs="${west}" w:hint="eastAsia"/>`;
};

const HINT = '<w:rFonts w:hint="eastAsia"/>';

/** A run; `properties`: what it has beyond its paragraph's style, fonts first. Tabs and line ends become elements. */
export function runXml(text: string, properties = HINT): string {
  const content = /[\t\n]/.test(text) ? withBreaks(text) : wordsXml(text);
  return content === '' ? '' : `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`;
}

const withBreaks = (text: string): string =>
  text
    .split(/([\t\n])/)
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>';
      return piece === '\n' ? '<w:br/>' : wordsXml(piece);
    })
    .join('');

const wordsXml = (words: string): string => (words === '' ? '' : `<w:t xml:space="preserve">${escapeXml(words)}</w:t>`);

export const paragraphXml = (style: string, runs: string, properties = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${runs}</w:p>`;
