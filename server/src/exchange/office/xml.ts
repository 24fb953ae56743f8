/** What every part of an Office Open XML file begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Characters that no XML 1.0 document may hold, and those that turn the direction of writing: unseen on paper, they would
 * only reorder what stands beside them. Tabs and line feeds stay.
 */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** How many characters of a text are left out or replaced when it is printed. */
export const countUnprintable = (text: string): number =>
  (text.match(UNPRINTABLE)?.length ?? 0) + (text.match(LONE_SURROGATE)?.length ?? 0);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for elements and attributes. */
export function escapeXml(text: string): string {
  // Nearly all texts are only looked at once.
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(UNPRINTABLE, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(/[&<>"]/g, (char) => ENTITIES[char]!);
}

const SPECIAL = new RegExp(`["&<>]|[\\ud800-\\udfff]|${UNPRINTABLE.source}`);
