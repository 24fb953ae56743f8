import type { PassageReading, RowReading, TextReading } from '../plan/reading';
import type { Annotation } from '../plan/responsibility';
import { assignUnits } from '../plan/task';
import { citationsIn } from '../plan/citations';
import type { Facts } from '../plan/facts';
import { placeOf, type Joined } from '../syntax/joined';
import type { Register } from '../units/model';

/** What a token is; names as in package.json, `contributes.semanticTokenTypes`. */
export const TOKEN_TYPES = [
  'planNumber',
  'planLabel',
  'planUnit',
  'planCollective',
  'planDeadline',
  'planCitation',
] as const;
export const TOKEN_MODIFIERS = ['lead', 'participant', 'unknown'] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** One coloured run on one line; the line counts from the passage. */
export interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: TokenType;
  readonly modifier: TokenModifier | null;
}

/** The tokens of one passage in order of place, never overlapping. */
export function tokensOf(reading: PassageReading, facts: Facts, register: Register): readonly Token[] {
  const tokens: Token[] = [];
  const add: Add = (joined, from, to, type, modifier = null) => addRun(tokens, joined, from, to, type, modifier);
  for (const block of reading.passage.blocks) {
    if ((block.kind === 'heading' || block.kind === 'paragraph') && block.number) {
      const { start, text } = block.number;
      add(block, start, start + text.length, 'planNumber');
    }
  }
  for (const item of reading.items) {
    if (item.kind === 'text') addText(item, facts, register, add);
    else addRow(item, facts, register, add);
  }
  tokens.sort((a, b) => a.line - b.line || a.character - b.character);
  return tokens.filter((token, at) => {
    const before = tokens[at - 1];
    return !before || before.line !== token.line || before.character + before.length <= token.character;
  });
}

type Add = (joined: Joined, from: number, to: number, type: TokenType, modifier?: TokenModifier | null) => void;

/** A run over several lines (a name torn by a page end) is one token on each. */
function addRun(
  tokens: Token[],
  joined: Joined,
  from: number,
  to: number,
  type: TokenType,
  modifier: TokenModifier | null,
): void {
  for (let at = from; at < to;) {
    const seam = joined.pieces.find((piece) => piece.offset > at)?.offset ?? joined.text.length;
    const end = Math.min(to, seam);
    const { line, character } = placeOf(joined, at);
    tokens.push({ line, character, length: end - at, type, modifier });
    at = end;
  }
}

function addText(item: TextReading, facts: Facts, register: Register, add: Add): void {
  const { block } = item;
  for (const { from, to, number, nested } of citationsIn(block.text))
    if (!nested) add(block, from, number?.to ?? to, 'planCitation');
  for (const deadline of item.deadlines) add(block, deadline.from, deadline.to, 'planDeadline');
  for (const annotation of item.annotations) addAnnotation(block, annotation, facts, register, add);
}

function addRow(item: RowReading, facts: Facts, register: Register, add: Add): void {
  for (const cell of item.block.cells) {
    const lead = cell.text.length - cell.text.trimStart().length;
    const end = cell.text.trimEnd().length;
    if (cell.role === 'index' && end > lead) add(cell, lead, end, 'planNumber');
  }
  const deadlineCell = item.block.cells.find((cell) => cell.role === 'deadline');
  if (deadlineCell && item.deadline) add(deadlineCell, item.deadline.from, item.deadline.to, 'planDeadline');
  for (const { cell, deadline } of item.milestones) add(cell, deadline.from, deadline.to, 'planDeadline');
  for (const { cell, annotation } of item.responsibility) addAnnotation(cell, annotation, facts, register, add);
}

function addAnnotation(joined: Joined, annotation: Annotation, facts: Facts, register: Register, add: Add): void {
  for (const label of annotation.labels) add(joined, label.from, label.from + label.text.length, 'planLabel');
  if (annotation.deadline) add(joined, annotation.deadline.from, annotation.deadline.to, 'planDeadline');
  const { lead } = assignUnits(annotation, facts.leadRule);
  for (const unit of annotation.units) {
    const { how } = register.resolve(unit.name);
    if (how === 'collective') add(joined, unit.from, unit.to, 'planCollective');
    else {
      const modifier =
        how === 'unknown' && register.hasLocal ? 'unknown' : lead.includes(unit) ? 'lead' : 'participant';
      add(joined, unit.from, unit.to, 'planUnit', modifier);
    }
  }
}
