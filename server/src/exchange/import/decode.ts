import { ImportRefusal, REFUSALS } from './refusal';

/** The encodings tried when none is named; both know when a text is not theirs. */
export interface Decoded {
  readonly text: string;
  /** WHATWG label. */
  readonly encoding: string;
}

/**
 * The text of bytes: byte order mark, else strict UTF-8, else strict GB18030 with a fair share of Chinese, as the command
 * line reads plans. `label` (a WHATWG label) overrides. Throws a refusal. A byte order mark is dropped.
 */
export function decodeText(bytes: Uint8Array, label?: string): Decoded {
  if (label !== undefined) return decodeAs(bytes, label);
  const marked = byOrderMark(bytes);
  if (marked) return marked;
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null && !utf8.slice(0, 8192).includes('\0')) return { text: utf8, encoding: 'utf-8' };
  const gb = tryDecode(bytes, 'gb18030');
  if (gb !== null && shareOfChinese(gb) > 0.3) return { text: gb, encoding: 'gb18030' };
  throw new ImportRefusal(REFUSALS.undecodable);
}

export function byOrderMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes;
  const encoding =
    a === 0xff && b === 0xfe
      ? 'utf-16le'
      : a === 0xfe && b === 0xff
        ? 'utf-16be'
        : a === 0xef && b === 0xbb && c === 0xbf
          ? 'utf-8'
          : null;
  return encoding === null ? null : { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** The text, or `null` when the bytes are not of this encoding, or the encoding is not known. */
export function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, label: string): Decoded {
  let encoding: string;
  try {
    ({ encoding } = new TextDecoder(label));
  } catch {
    throw new ImportRefusal(REFUSALS.badEncoding, { name: label });
  }
  const text = tryDecode(bytes, label);
  if (text === null) throw new ImportRefusal(REFUSALS.wrongEncoding, { name: label });
  return { text, encoding };
}

const SAMPLE = 20_000;

export function shareOfChinese(text: string): number {
  const sample = text.slice(0, SAMPLE).replace(/\s/g, '');
  const chinese = sample.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]/g)?.length ?? 0;
  return sample.length === 0 ? 0 : chinese / sample.length;
}
