import { escapeXml, XML_HEAD } from '../../office/xml';
import { MAIN } from './styles';

/** Excel takes no longer text in a cell, UTF-16 units. */
const MAX_CELL = 32_767;

/** The texts of a workbook, each written once; cells name them by number. */
export class SharedStrings {
  private readonly numbers = new Map<string, number>();
  private uses = 0;
  /** How many cells hold more than Excel takes. */
  cut = 0;

  /** The number of a text. */
  of(text: string): number {
    this.uses++;
    const fits = text.length > MAX_CELL ? this.cutOff(text) : text;
    const known = this.numbers.get(fits);
    if (known !== undefined) return known;
    this.numbers.set(fits, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** `xl/sharedStrings.xml`. */
  toXml(): string {
    const texts = Array.from(
      this.numbers.keys(),
      (text) => `<si><t${SPACE.test(text) ? KEPT : ''}>${plain(text)}</t></si>`,
    );
    return `${XML_HEAD}<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${texts.length}">${texts.join('')}</sst>`;
  }

  private cutOff(text: string): string {
    this.cut++;
    return text.slice(0, MAX_CELL).replace(/[\ud800-\udbff]$/, '');
  }
}

/** White space that is not kept unless the file says so. */
const SPACE = /^\s|\s$|\n/;
const KEPT = ' xml:space="preserve"';

/** What looks like a character written by its number (`_x0041_`, ECMA-376, 22.4.2.4) stays what it is. */
const plain = (text: string): string => escapeXml(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
