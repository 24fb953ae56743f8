import type { Plan } from '../../plan/plan';
import type { BlockReading, PassageReading } from '../../plan/reading';
import type { Block } from '../../syntax/block';
import { clampPosition, lineAt, passageAt } from '../../syntax/source';
import type { Position } from '../../text/position';
import type { Typed } from './proposal';

/** Where the caret stands. */
export interface Place {
  readonly plan: Plan;
  readonly position: Position;
  readonly line: string;
  /** The line up to the caret, and from there on. */
  readonly before: string;
  readonly after: string;
  /** The passage; its lines count from `above`. */
  readonly passage: number;
  readonly reading: PassageReading;
  readonly above: number;
  /** The position with its line counted from the start of the passage. */
  readonly local: Position;
  /** The blocks on the line, and what was read from them. */
  readonly blocks: readonly Block[];
  readonly items: readonly BlockReading[];
}

export function placeAt(plan: Plan, wanted: Position): Place {
  const position = clampPosition(plan.source, wanted);
  const line = lineAt(plan.source, position.line);
  const passage = passageAt(plan.source, position.line);
  const above = plan.source.starts[passage]!;
  const reading = plan.readings[passage]!;
  const here = position.line - above;
  const onLine = (block: Block): boolean => block.line <= here && here <= block.endLine;
  return {
    plan,
    position,
    line,
    before: line.slice(0, position.character),
    after: line.slice(position.character),
    passage,
    reading,
    above,
    local: { line: here, character: position.character },
    blocks: reading.passage.blocks.filter(onLine),
    items: reading.items.filter(({ block }) => onLine(block)),
  };
}

/** What ends a name, a time or a label in a list. */
const WORD = /[^、，,；;。：:（(）)〔〕[\]【】《》\s*＊|/]*$/;
const REST = /^[^、，,；;。：:（(）)〔〕[\]【】《》\s*＊|/]*/;
/** Nothing that is proposed is longer: looking no further keeps one-line documents quick. */
const REACH = 80;

/** What was typed of a word of a list. */
export function typedWord({ before, after, position }: Place): Typed {
  const word = WORD.exec(before.slice(-REACH))![0];
  return typedFrom(position, word, 0, REST.exec(after.slice(0, REACH))![0].length);
}

/**
 * `text` was typed before the caret. Behind it stand `closing` characters that what is inserted brings itself, then `rest`
 * characters of the word that is being written over.
 */
export function typedFrom({ line, character }: Position, text: string, closing = 0, rest = 0): Typed {
  const start = { line, character: character - text.length };
  const end = { line, character: character + closing };
  return { text, range: { start, end }, replace: { start, end: { line, character: end.character + rest } } };
}
