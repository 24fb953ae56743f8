import type { Words } from './rule';

/** Remembers something of words: asked with words alone for what is known of them, with a value to keep it. */
export interface WordMemory<T> {
  (words: Words): T | undefined;
  (words: Words, value: T): T;
}

/** What is known of words with the same text; the next differs in what sort of words they are. */
interface Known<T> {
  readonly words: Words;
  readonly value: T;
  readonly next: Known<T> | undefined;
}

/** When so many texts are remembered the older half begins to be forgotten. */
const REMEMBERED = 8000;

/** A memory that keeps at least the last `REMEMBERED` texts it was told of, and at most twice as many. */
export function createWordMemory<T>(): WordMemory<T> {
  let recent = new Map<string, Known<T>>();
  let older: ReadonlyMap<string, Known<T>> = new Map();

  function find(words: Words): T | undefined {
    const known = inList(recent.get(words.text), words);
    if (known) return known.value;
    const old = inList(older.get(words.text), words);
    return old && keep(words, old.value);
  }

  function keep(words: Words, value: T): T {
    if (recent.size >= REMEMBERED) [older, recent] = [recent, new Map()];
    recent.set(words.text, { words, value, next: recent.get(words.text) });
    return value;
  }

  function memory(words: Words): T | undefined;
  function memory(words: Words, value: T): T;
  function memory(words: Words, value?: T): T | undefined {
    return value === undefined ? find(words) : keep(words, value);
  }
  return memory;
}

function inList<T>(first: Known<T> | undefined, { kind, role, head }: Words): Known<T> | undefined {
  let known = first;
  while (known && (known.words.kind !== kind || known.words.role !== role || known.words.head !== head))
    known = known.next;
  return known;
}
