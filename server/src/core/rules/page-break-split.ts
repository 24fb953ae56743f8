import type { Passage } from '../syntax/passage';
import { tearsIn, type Tear } from '../syntax/tears';
import { range } from '../text/position';
import { ALL_KINDS, type Report, type Rule } from './rule';

const MESSAGES = {
  torn: {
    zh: '句子在“{tail}”之后断开，下一行“{next}”是它的后半句，多半是从分页处复制来的。请合为一段。',
    en: 'The sentence breaks off after “{tail}” and goes on with “{next}”, as text copied across a page end does. Join the lines.',
  },
  wrapped: {
    zh: '全文按固定行宽断行（{count} 处），一段成了许多行。建议合为整段，换行交给排版。',
    en: 'The text is broken at a fixed width ({count} places), so that a paragraph is many lines. Join them and leave wrapping to the layout.',
  },
  join: { zh: '与下一行合为一段', en: 'Join with the next line' },
  joinAll: { zh: '全文合为整段', en: 'Join all lines' },
} as const;

/** So much of each line is shown at a tear (UTF-16 units). */
const SHOWN = 8;
/** From so many tears on a document may be one that is wrapped at a column. */
const MIN_WRAPPED = 6;
/** A wrapped line differs from the widest by a few characters only, since punctuation may not begin a line. */
const COLUMN_SLACK = 3;
const MAX_COLUMN = 60;

/**
 * A sentence torn in two where a page of a PDF ended. The reading of the text joins such lines already; here they are
 * shown. Titles set over two lines, addressees, signatures, and annotations on lines of their own are whole as they are.
 * Source: observed practice.
 */
export const rule: Rule = {
  id: 'page-break-split',
  title: { zh: '跨页断句', en: 'Sentence torn at a page end' },
  topic: 'structure',
  severity: 'warning',
  strength: '实务',
  basis: {
    zh: 'PDF、扫描件转换的常见残留；《党政机关公文处理工作条例》第二十条（四）：段落准确',
    en: 'usual in text converted from PDF; Regulations on official documents, art. 20 (4)',
  },
  fixable: 'safe',
  kinds: ALL_KINDS,
  passage: ({ passage }) => tearsIn(passage).map((tear) => found(tear, passage)),
  document: (found) => (isWrapped(found) ? [asOne(found)] : found),
};

/** The finding at a seam, shown at the end of the first line. */
function found({ seam, certain }: Tear, { lines }: Passage): Report {
  const { line: at, character: end } = seam.start;
  const line = lines[at]!;
  const tail = line.slice(Math.max(line.length - line.trimStart().length, end - SHOWN), end);
  const rest = lines[seam.end.line]!.slice(seam.end.character);
  return {
    message: MESSAGES.torn,
    args: { tail, next: rest.slice(0, SHOWN).trimEnd() },
    range: range(at, end - tail.length, at, end),
    fixes: [{ kind: 'edit', title: MESSAGES.join, args: {}, safe: certain, edits: [{ range: seam, newText: '' }] }],
  };
}

/** Whether most tears stand at about one column: then the whole text is wrapped, which is one matter, not hundreds. */
function isWrapped(found: readonly Report[]): boolean {
  if (found.length < MIN_WRAPPED) return false;
  const widest = found.reduce((most, one) => Math.max(most, one.range.end.character), 0);
  if (widest > MAX_COLUMN) return false;
  const near = found.filter((one) => one.range.end.character >= widest - COLUMN_SLACK).length;
  return near >= found.length * 0.7;
}

function asOne(found: readonly Report[]): Report {
  const edits = found.flatMap(({ fixes = [] }) => fixes.flatMap((fix) => (fix.kind === 'edit' ? fix.edits : [])));
  return {
    message: MESSAGES.wrapped,
    args: { count: found.length },
    range: found[0]!.range,
    severity: 'info',
    fixes: [{ kind: 'edit', title: MESSAGES.joinAll, args: {}, safe: false, edits }],
  };
}
