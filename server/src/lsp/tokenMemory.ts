import type { SemanticTokens, SemanticTokensDelta, SemanticTokensEdit } from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES, tokensOf, type Token } from '../core/features/tokens';
import type { Facts } from '../core/plan/facts';
import type { Plan } from '../core/plan/plan';
import type { PassageReading } from '../core/plan/reading';
import type { Register } from '../core/units/model';

/** Numbers for one token (LSP 3.17, “Integer Encoding for Tokens”). */
const SIZE = 5;

/** The tokens of one passage, encoded. Counted from the passage's start, so that they stay when it moves. */
interface Part {
  /** The line of the first token counts from the passage's start; that of the others from the token before. */
  readonly data: readonly number[];
  /** Lines from the start of the passage to its last token; -1 where it has none. */
  readonly lastLine: number;
}

/** A part where it stands: `gap` lines from the last token above (or the document's start) to the passage's first line. */
interface Placed {
  readonly part: Part;
  readonly gap: number;
}

interface Sent {
  readonly resultId: string;
  readonly placed: readonly Placed[];
}

/**
 * The tokens of open plans as they were last sent. What changed since is found by passages, which are the same objects
 * where nothing changed; so a keystroke encodes one passage and sends a few numbers.
 */
export interface TokenMemory {
  full(uri: string, plan: Plan, register: Register): SemanticTokens;
  /** The edits from `previous` on; the whole where that is not what was sent last. */
  delta(uri: string, plan: Plan, register: Register, previous: string): SemanticTokens | SemanticTokensDelta;
  forget(uri: string): void;
}

export function createTokenMemory(): TokenMemory {
  const sent = new Map<string, Sent>();
  const parts = createParts();
  let count = 0;

  function remember(uri: string, plan: Plan, register: Register): Sent {
    const next = { resultId: String(++count), placed: place(plan, (reading) => parts(reading, plan.facts, register)) };
    sent.set(uri, next);
    return next;
  }

  return {
    full(uri, plan, register) {
      const { resultId, placed } = remember(uri, plan, register);
      return { resultId, data: encode(placed) };
    },
    delta(uri, plan, register, previous) {
      const before = sent.get(uri);
      const { resultId, placed } = remember(uri, plan, register);
      if (before?.resultId !== previous) return { resultId, data: encode(placed) };
      const edit = editBetween(before.placed, placed);
      return { resultId, edits: edit ? [edit] : [] };
    },
    forget: (uri) => void sent.delete(uri),
  };
}

/** Encoded tokens by passage, made again only when the passage, the facts or the register are others. */
function createParts(): (reading: PassageReading, facts: Facts, register: Register) => Part {
  const known = new WeakMap<
    PassageReading,
    { readonly key: string; readonly register: Register; readonly part: Part }
  >();
  return (reading, facts, register) => {
    const before = known.get(reading);
    if (before?.key === facts.key && before.register === register) return before.part;
    const part = encodeTokens(tokensOf(reading, facts, register));
    known.set(reading, { key: facts.key, register, part });
    return part;
  };
}

function encodeTokens(tokens: readonly Token[]): Part {
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const token of tokens) {
    if (token.line !== line) character = 0;
    const modifier = token.modifier === null ? 0 : 1 << TOKEN_MODIFIERS.indexOf(token.modifier);
    data.push(token.line - line, token.character - character, token.length, TOKEN_TYPES.indexOf(token.type), modifier);
    ({ line, character } = token);
  }
  return { data, lastLine: tokens.length > 0 ? line : -1 };
}

function place({ source, readings }: Plan, partOf: (reading: PassageReading) => Part): readonly Placed[] {
  const placed: Placed[] = [];
  let last = 0;
  for (const [index, reading] of readings.entries()) {
    const part = partOf(reading);
    if (part.lastLine < 0) continue;
    const start = source.starts[index]!;
    placed.push({ part, gap: start - last });
    last = start + part.lastLine;
  }
  return placed;
}

function encode(placed: readonly Placed[]): number[] {
  const data: number[] = [];
  for (const { part, gap } of placed) {
    const start = data.length;
    for (const number of part.data) data.push(number);
    data[start]! += gap;
  }
  return data;
}

const same = (a: Placed, b: Placed): boolean => a.gap === b.gap && a.part === b.part;

/** The one edit that makes the tokens of `before` those of `after`; `null` where they are the same. */
function editBetween(before: readonly Placed[], after: readonly Placed[]): SemanticTokensEdit | null {
  const most = Math.min(before.length, after.length);
  let head = 0;
  let start = 0;
  while (head < most && same(before[head]!, after[head]!)) start += before[head++]!.part.data.length;
  let tail = 0;
  while (tail < most - head && same(before[before.length - 1 - tail]!, after[after.length - 1 - tail]!)) tail++;
  const old = encode(before.slice(head, before.length - tail));
  const data = encode(after.slice(head, after.length - tail));
  // Of a passage that was edited most tokens are as they were.
  const sameAt = (a: number, b: number): boolean => {
    for (let at = 0; at < SIZE; at++) if (old[a + at] !== data[b + at]) return false;
    return true;
  };
  const shorter = Math.min(old.length, data.length);
  let from = 0;
  while (from < shorter && sameAt(from, from)) from += SIZE;
  let cut = 0;
  while (cut < shorter - from && sameAt(old.length - cut - SIZE, data.length - cut - SIZE)) cut += SIZE;
  const deleteCount = old.length - from - cut;
  const fresh = data.slice(from, data.length - cut);
  return deleteCount === 0 && fresh.length === 0 ? null : { start: start + from, deleteCount, data: fresh };
}
