/** How far signature and date stand from the right edge, in characters of the body. */
export interface SignatureIndents {
  readonly signature: number;
  readonly date: number;
}

/**
 * GB/T 9704—2012, 7.3.5.1 (with a seal): the date four characters from the edge, the signature centred over it. 7.3.5.2
 * (without): the signature two characters from the edge, the date two characters further right than it begins; where the
 * date is the longer one it is the one two characters from the edge. Widths in characters.
 */
export function signatureIndents(signature: number, date: number, seal: boolean): SignatureIndents {
  if (!seal) {
    const right = signature - date;
    return right >= 2 ? { signature: 2, date: right } : { signature: date + 4 - signature, date: 2 };
  }
  const centred = 4 + (date - signature) / 2;
  // A long name would pass the edge: it goes up to two characters from it, and the date stays centred under it.
  return centred >= 2 ? { signature: centred, date: 4 } : { signature: 2, date: 2 + (signature - date) / 2 };
}
