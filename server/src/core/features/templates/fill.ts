/**
 * Templates are plain text with two kinds of places: `{name}` is filled with a word, `[[words]]` is a tab stop with what
 * stands there until it is typed over, and `[[name=words]]` is one tab stop in several places.
 */

/** A template as the editor inserts it: the bare text, and the same as a snippet. */
export interface Filled {
  /** With every tab stop left as it is. */
  readonly text: string;
  /** The syntax of VS Code and LSP (LSP 3.17, “Snippet Syntax”); tab stops run from 1 in order of place, `$0` ends. */
  readonly snippet: string;
}

const STOP = /\[\[(?:([a-z]+)=)?([^[\]]*)\]\]/g;

/** Fills the words first, so that a word may be a tab stop itself. A place without a word stays, so that a slip is seen. */
export function fillTemplate(template: string, words: Readonly<Record<string, string>>): Filled {
  let filled = template;
  // Words may hold places of words; two rounds are enough for what there is, and an endless one cannot come about.
  for (let round = 0; round < 3; round++) {
    filled = filled.replace(/\{([a-z]+)\}/gi, (place, name: string) => words[name] ?? place);
  }
  const stops = new Map<string, number>();
  let next = 0;
  let snippet = '';
  let from = 0;
  for (const match of filled.matchAll(STOP)) {
    const [whole, name, said] = match;
    const known = name === undefined ? undefined : stops.get(name);
    const stop = known ?? ++next;
    if (name !== undefined) stops.set(name, stop);
    snippet += escaped(filled.slice(from, match.index));
    snippet += `\${${stop}:${escaped(said!)}}`;
    from = match.index + whole.length;
  }
  snippet += `${escaped(filled.slice(from))}$0`;
  return { text: filled.replace(STOP, '$2'), snippet };
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
