import { readPassage, type Passage } from '../../syntax/passage';
import { passageAt, type Source } from '../../syntax/source';
import { tearsIn } from '../../syntax/tears';
import { comparePositions, shiftLines, type Range, type TextEdit } from '../../text/position';
import { edited, refused, type EditContext, type EditOutcome, type PlanEdit } from './edit';

const MESSAGES = {
  join: { zh: '合并断开的段落', en: 'Join torn paragraphs' },
  joinOverPages: {
    zh: '合并断开的段落，删去其间的页码',
    en: 'Join torn paragraphs and remove the page numbers in them',
  },
  none: {
    zh: '选中的文字里（没有选中时，光标处）没有断开的段落。要合并全文的，用“合并全文断开的段落”。',
    en: 'No paragraph is torn in the selection, or at the caret. For all of them there is “Join All Torn Paragraphs”.',
  },
  noneAtAll: { zh: '全文没有断开的段落。', en: 'No paragraph of this document is torn.' },
  pagesOnly: {
    zh: '断开的地方隔着页码，没有改动。要连页码一起删去，用“合并断开的段落，删去其间的页码”。',
    en: 'A page number stands in the tear, so nothing was changed. “Join Torn Paragraphs and Remove Page Numbers” takes it out.',
  },
} as const;

/** Torn paragraphs of the selection, or the one at the caret, become whole. */
export const joinLines: PlanEdit = {
  action: { kind: 'refactor.rewrite', title: MESSAGES.join },
  run: ({ plan: { source }, selection }) =>
    join(seamsNear(source, selection), (seam) => seam.pages === 0, MESSAGES.none),
};

/** The same where page numbers stand in the tears: they go. Nothing else is joined. */
export const joinLinesOverPages: PlanEdit = {
  action: { kind: 'refactor.rewrite', title: MESSAGES.joinOverPages },
  run: ({ plan: { source }, selection }) => {
    const seams = seamsNear(source, selection);
    return join(seams, () => seams.some(({ pages }) => pages > 0), MESSAGES.none);
  },
};

/** All torn paragraphs of the document. */
export const joinAllLines: PlanEdit = {
  action: null,
  run: ({ plan: { source } }: EditContext) =>
    join(
      source.passages.flatMap((_, index) => seamsOf(source, index)),
      (seam) => seam.pages === 0,
      MESSAGES.noneAtAll,
    ),
};

/** What lies between two parts of one paragraph. */
interface Seam {
  readonly range: Range;
  /** How many page numbers stand in it. */
  readonly pages: number;
  /** What goes into its place: a blank between Latin words. */
  readonly newText: string;
}

function join(
  seams: readonly Seam[],
  accept: (seam: Seam) => boolean,
  none: (typeof MESSAGES)[keyof typeof MESSAGES],
): EditOutcome {
  const edits = seams.filter(accept).map((seam): TextEdit => ({ range: seam.range, newText: seam.newText }));
  if (edits.length > 0) return edited(edits);
  return refused(seams.length > 0 ? MESSAGES.pagesOnly : none);
}

/** A page number on a line of its own: — 3 —, 第3页, 第3页 共12页, 3/12, 3. */
const PAGE_NUMBER =
  /^[\s\u3000]*(?:[—–－-]{1,2}\s*\d{1,4}\s*[—–－-]{1,2}|第\s*\d{1,4}\s*页(?:[\s，,／/]*共\s*\d{1,4}\s*页)?|\d{1,3}\s*[/／]\s*\d{1,3}|\d{1,3})[\s\u3000]*$/;

/** The seams of one passage, at their places in the document. A passage never ends inside a paragraph. */
function seamsOf(source: Source, index: number): readonly Seam[] {
  const passage = source.passages[index]!;
  const { lines } = passage;
  // Read as if page numbers were blank lines: a paragraph runs on over those.
  const pages = new Set(lines.flatMap((line, at) => (isPageNumber(passage, at, line) ? [at] : [])));
  const read = pages.size === 0 ? passage : readPassage(blanked(lines, pages), passage.enter);
  return tearsIn(read).map(({ seam }) => {
    let count = 0;
    for (let line = seam.start.line + 1; line < seam.end.line; line++) if (pages.has(line)) count++;
    const apart = /[A-Za-z]$/.test(lines[seam.start.line]!.slice(0, seam.start.character));
    const newText = apart && /^[A-Za-z]/.test(lines[seam.end.line]!.slice(seam.end.character)) ? ' ' : '';
    return { range: shiftLines(seam, source.starts[index]!), pages: count, newText };
  });
}

const blanked = (lines: readonly string[], which: ReadonlySet<number>): readonly string[] =>
  lines.map((line, at) => (which.has(at) ? '' : line));

/** A figure in the cells of a table or between comments is no page number. */
function isPageNumber({ blocks }: Passage, at: number, line: string): boolean {
  if (line.length > 24 || !PAGE_NUMBER.test(line)) return false;
  const block = blocks.find((one) => one.line <= at && at <= one.endLine);
  return block === undefined || block.kind === 'paragraph' || block.kind === 'heading';
}

/** The seams inside the selection; at a mere caret, those of the paragraph it stands in. */
function seamsNear(source: Source, { start, end }: Range): readonly Seam[] {
  const [first, last] = [passageAt(source, start.line), passageAt(source, end.line)];
  const seams: Seam[] = [];
  for (let index = first; index <= last; index++) seams.push(...seamsOf(source, index));
  if (start.line !== end.line)
    return seams.filter(({ range }) => range.start.line >= start.line && comparePositions(range.end, end) <= 0);
  return paragraphs(seams)
    .filter((seams) => seams[0]!.range.start.line <= start.line && start.line <= seams.at(-1)!.range.end.line)
    .flat();
}

/** Seams that follow each other from line to line belong to one paragraph. */
function paragraphs(seams: readonly Seam[]): readonly (readonly Seam[])[] {
  const groups: Seam[][] = [];
  for (const seam of seams) {
    const group = groups.at(-1);
    if (group && group.at(-1)!.range.end.line === seam.range.start.line) group.push(seam);
    else groups.push([seam]);
  }
  return groups;
}
