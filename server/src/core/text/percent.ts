/**
 * One name in the path of a URI. `encodeURIComponent` leaves `!'()*` as they are; RFC 3986 reserves them, and editors write
 * them encoded.
 */
export function encodeName(name: string): string {
  // Half a character has no place in an address, and would make the encoding fail.
  const whole = name.replace(/\p{Surrogate}/gu, '\uFFFD');
  return encodeURIComponent(whole).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
