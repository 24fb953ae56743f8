import type { BlockReading } from '../../../core/plan/reading';
import type { Heading, Paragraph } from '../../../core/syntax/block';

/** Words of a paragraph that look alike. */
export interface Run {
  readonly text: string;
  /** `head`: the run-in head of a measure. */
  readonly look: 'plain' | 'head' | 'bold' | 'annotation';
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const BOLD = /\*\*/g;

/** What of a block is not printed: Markdown marks, white space at its ends and where torn lines are joined. */
function unprinted({ text, pieces }: Heading | Paragraph): readonly Span[] {
  const opening = /^\s*(?:#{1,6}\s+|#{1,6}(?=[^#\s]))?\s*/.exec(text)![0].length;
  const closing = text.trimEnd().length;
  const seams = pieces.slice(1).flatMap(({ line, offset }, at) => {
    if (line === pieces[at]!.line) return [];
    const from = text.slice(0, offset).trimEnd().length;
    return [{ from, to: offset + (text.length - offset - text.slice(offset).trimStart().length) }];
  });
  return [
    { from: 0, to: opening },
    ...seams,
    ...boldMarks(text).map((from) => ({ from, to: from + 2 })),
    { from: closing, to: text.length },
  ].filter(({ from, to }) => from < to);
}

/** Where `**` stands, in pairs; one too many is text. */
function boldMarks(text: string): readonly number[] {
  if (!text.includes('**')) return [];
  const marks = Array.from(text.matchAll(BOLD), ({ index }) => index);
  return marks.length % 2 === 0 ? marks : marks.slice(0, -1);
}

/** What a block prints, as one text. */
export function wordsOf(block: Heading | Paragraph): string {
  return cut(block.text, unprinted(block), [])
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** What a paragraph prints, by looks: its run-in head, what is bold, its responsibility annotations. */
export function runsOf(block: Heading | Paragraph, item: BlockReading | undefined): readonly Run[] {
  const annotations = item?.kind === 'text' ? item.annotations : [];
  const head = headOf(block, annotations);
  const marks = boldMarks(block.text);
  const looks: (Span & Pick<Run, 'look'>)[] = [];
  for (let at = 0; at + 1 < marks.length; at += 2)
    looks.push({ from: Math.max(marks[at]!, head), to: marks[at + 1]!, look: 'bold' });
  for (const { from, to } of annotations) looks.push({ from, to, look: 'annotation' });
  if (head > 0) looks.push({ from: 0, to: head, look: 'head' });
  return cut(
    block.text,
    unprinted(block),
    looks.filter(({ from, to }) => from < to),
  );
}

/**
 * Where the run-in head of a measure ends, its mark included; 0 where it has none. A first sentence after which there is
 * nothing but who is responsible is the measure itself.
 */
function headOf(block: Heading | Paragraph, annotations: readonly Span[]): number {
  if (block.kind === 'heading' || !block.number || !block.title) return 0;
  const [, to] = block.title;
  const end = to + (/^[。：:；！？]/.test(block.text.slice(to)) ? 1 : 0);
  const stop = annotations.find(({ from }) => from >= to)?.from ?? block.text.length;
  return block.text.slice(end, stop).replace(/[\s*]/g, '') === '' ? 0 : end;
}

/** Of looks that overlap the first here counts. */
const LOOKS: readonly Run['look'][] = ['head', 'annotation', 'bold'];

/** Tells whether a place is inside one of `spans`; places are asked about in order. */
function coverage(spans: readonly Span[]): (at: number) => boolean {
  const sorted = spans.toSorted((a, b) => a.from - b.from);
  let [next, end] = [0, 0];
  return (at) => {
    for (; next < sorted.length && sorted[next]!.from <= at; next++) end = Math.max(end, sorted[next]!.to);
    return at < end;
  };
}

/** The text without `gaps`, in runs. */
function cut(text: string, gaps: readonly Span[], looks: readonly (Span & Pick<Run, 'look'>)[]): readonly Run[] {
  const points = new Set([0, text.length]);
  for (const { from, to } of [...gaps, ...looks]) points.add(from).add(to);
  const sorted = [...points].sort((a, b) => a - b);
  const inGap = coverage(gaps);
  const covers = LOOKS.map((look) => ({ look, at: coverage(looks.filter((one) => one.look === look)) }));
  const runs: { text: string; look: Run['look'] }[] = [];
  for (const [at, from] of sorted.slice(0, -1).entries()) {
    const to = sorted[at + 1]!;
    if (inGap(from)) continue;
    const look = covers.find((one) => one.at(from))?.look ?? 'plain';
    const last = runs[runs.length - 1];
    if (last?.look === look) last.text += text.slice(from, to);
    else runs.push({ text: text.slice(from, to), look });
  }
  return runs;
}
