/**
 * Brackets that hold an aside: （） () 〔〕 [] 〈〉 【】, not the marks of titles and quotations. By code and not by
 * character, since a one-character string of Chinese is made anew each time it is asked for.
 */
export function isOpener(code: number): boolean {
  switch (code) {
    case 0xff08: // （
    case 0x28:
    case 0x3014: // 〔
    case 0x5b:
    case 0x3008: // 〈
    case 0x3010: // 【
      return true;
    default:
      return false;
  }
}

/** The closing ones of `isOpener`. */
export function isCloser(code: number): boolean {
  switch (code) {
    case 0xff09: // ）
    case 0x29:
    case 0x3015: // 〕
    case 0x5d:
    case 0x3009: // 〉
    case 0x3011: // 】
      return true;
    default:
      return false;
  }
}

/** Whether `code` is one of the common Chinese characters, which are neither punctuation nor white space. */
export function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
