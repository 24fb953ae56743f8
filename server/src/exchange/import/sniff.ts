import { openOle } from './ole';
import { ImportRefusal, REFUSALS } from './refusal';

export type FileKind = 'zip' | 'xls' | 'html' | 'text';

const starts = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

/** What a file is by its first bytes; its name only helps where text is text. Refuses what is known and cannot be read. */
export function kindOf(bytes: Uint8Array, name: string): FileKind {
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0x50, 0x4b, 5, 6)) return 'zip';
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return kindOfOle(bytes);
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) throw new ImportRefusal(REFUSALS.pdf);
  if (starts(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) throw new ImportRefusal(REFUSALS.richText);
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x47, 0x49, 0x46, 0x38))
    throw new ImportRefusal(REFUSALS.picture);
  const head = headOf(bytes);
  if (/^\s*(?:MIME-Version|From: <Saved by)/i.test(head)) throw new ImportRefusal(REFUSALS.webArchive);
  if (/progid="Excel\.Sheet"|<(?:ss:)?Workbook[^>]*urn:schemas-microsoft-com:office:spreadsheet/i.test(head))
    throw new ImportRefusal(REFUSALS.xmlSheet);
  if (looksLikeHtml(head) || (/\.(?:html?|xhtml|shtml)$/i.test(name) && head.includes('<'))) return 'html';
  if (/\.(?:docx|docm|dotx|xlsx|xlsm|xltx)$/i.test(name)) throw new ImportRefusal(REFUSALS.damaged, { part: name });
  return 'text';
}

const HEAD = 4096;

/** The beginning as Latin letters, whatever the encoding: enough to see markup. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  return new TextDecoder('latin1').decode(head).replace(/^ï»¿/, '');
}

/** Systems export “.xls” and “.doc” files that are web pages inside. */
const looksLikeHtml = (head: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div|p|title)[\s>]/i.test(
    head,
  );

/** The old container of Office: told apart by the streams it has. */
function kindOfOle(bytes: Uint8Array): 'xls' {
  const { has } = openOle(bytes);
  if (has('EncryptedPackage') || has('EncryptionInfo')) throw new ImportRefusal(REFUSALS.protected);
  if (has('WordDocument')) throw new ImportRefusal(REFUSALS.oldWord);
  if (has('PowerPoint Document')) throw new ImportRefusal(REFUSALS.slides);
  if (has('Workbook') || has('Book')) return 'xls';
  throw new ImportRefusal(REFUSALS.otherOle);
}
