/**
 * The lines of a text without their ends. `\n`, `\r\n` and a lone `\r` end a line (LSP 3.17, “Text Documents”); there is
 * always at least one line.
 */
export function splitLines(text: string): string[] {
  if (!text.includes('\r')) return text.split('\n');
  return text.split(/\r\n|\n|\r/);
}
