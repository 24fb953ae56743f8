/**
 * The text of a plan's bytes: byte order mark, else UTF-8, else GB18030, as old systems write; `null` for anything else. The
 * command line decodes in the same order (`server/src/cli/decode.ts`). A byte order mark is dropped.
 */
export function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // No text has a zero byte; UTF-16 without a mark and Word files do.
  if (bytes.subarray(0, SAMPLE).includes(0)) return null;
  return strictly('utf-8', bytes) ?? strictly('gb18030', bytes);
}

const SAMPLE = 8192;

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
