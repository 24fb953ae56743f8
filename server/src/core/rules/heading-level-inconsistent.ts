import type { PassageReading } from '../plan/reading';
import type { Heading, Paragraph } from '../syntax/block';
import { rangeOf } from '../syntax/joined';
import type { Range } from '../text/position';
import { ALL_KINDS, wholeDocument, type Mention, type Rule, type Verdict } from './rule';

const MESSAGES = {
  differs: {
    zh: '“{number}”的标题标记是 {marks}，同级标题多数是 {usual}（{count} 处）。请改为一致，以免大纲和导出乱了层次。',
    en: 'The heading {number} is marked {marks}, most of its level are marked {usual} ({count}). Mark them alike, or outline and export lose their levels.',
  },
  mark: { zh: '改用同级标题的标记（{usual}）', en: 'Mark it like the others ({usual})' },
} as const;

/** `##`, `**`, `## **`, or nothing. */
type Style = string;

type Said =
  | { readonly sort: 'document' }
  | {
      readonly sort: 'heading';
      /** Headings are compared with those whose number is written alike. */
      readonly group: string;
      readonly style: Style;
      readonly number: string;
      /** Whether places 0 and 1 can hold any style: where the words to be made bold end is known. */
      readonly free: boolean;
    };

/**
 * Headings of one level, told by their numbers, whose Markdown marks differ from most of them. Documents without such
 * marks are not looked at. Source: consistency; marks decide about outline and export.
 */
export const rule: Rule = {
  id: 'heading-level-inconsistent',
  title: { zh: '标题层级标记不一致', en: 'Heading marks differ' },
  topic: 'structure',
  severity: 'warning',
  strength: '实务',
  basis: {
    zh: '同级标题格式一致（GB/T 9704—2012，7.3.3：各层次序数与字体对应）',
    en: 'headings of one level look alike (GB/T 9704—2012, 7.3.3)',
  },
  fixable: 'safe',
  kinds: ALL_KINDS,
  whole: wholeDocument<Said>({ inPassage: mentionsIn, conclude }),
};

function mentionsIn({ passage }: PassageReading): readonly Mention<Said>[] {
  return passage.blocks.flatMap((block): Mention<Said>[] => {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return [];
    if (!block.number) {
      const opens = block.kind === 'heading' ? block.annex : block.head && block.title !== null;
      return opens ? [{ said: { sort: 'document' }, range: rangeOf(block, 0, block.text.length) }] : [];
    }
    // A number that stands in the middle of a line has no marks of its own.
    return block.pieces[0]!.character > 0 ? [] : mentionOf(block);
  });
}

function mentionOf(block: Heading | Paragraph): Mention<Said>[] {
  const { text } = block;
  const number = block.number!;
  const before = text.slice(0, number.start);
  const hashes = /#+/.exec(before)?.[0] ?? '';
  const bold = before.includes('**');
  // Items of lists have no marks: lower numbers and items without a head of their own count only where they have them.
  const heads = number.scheme === 'chapter' || number.scheme === 'cn' || number.scheme === 'cnParen';
  if (!heads && hashes === '') return [];
  const listed = block.kind === 'paragraph' ? !block.title : /[；;]\s*$/.test(text);
  if (listed && hashes === '' && !bold) return [];
  const close = bold ? text.indexOf('**', number.end) : endOfHead(block);
  const start = /[^\s\u3000]/.exec(text)!.index;
  const places: Range[] = [rangeOf(block, start, number.start)];
  if (close >= 0) places.push(rangeOf(block, close, bold ? close + 2 : close));
  const style = [hashes, bold && heads ? '**' : ''].filter(Boolean).join(' ');
  const group = number.scheme === 'chapter' ? `chapter${number.text.slice(-1)}` : number.scheme;
  return [
    {
      said: { sort: 'heading', group, style, number: number.text, free: close >= 0 },
      range: rangeOf(block, start, number.start + number.text.length),
      places,
    },
  ];
}

/** Where a bold head would end: behind the heading, or behind the full stop of a run-in head; -1 if there is none. */
function endOfHead(block: Heading | Paragraph): number {
  if (block.kind === 'heading') return block.text.trimEnd().length;
  if (!block.title) return -1;
  const end = block.title[1];
  return /[。：]/.test(block.text[end] ?? '') ? end + 1 : end;
}

function conclude(said: readonly Said[]): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  let groups = new Map<string, number[]>();
  const close = (): void => {
    for (const group of groups.values()) verdicts.push(...deviating(group, said));
    groups = new Map();
  };
  for (const [at, one] of said.entries()) {
    if (one.sort === 'document') close();
    else {
      const list = groups.get(one.group);
      if (list) list.push(at);
      else groups.set(one.group, [at]);
    }
  }
  close();
  return verdicts;
}

const styleOf = (one: Said | undefined): Style => (one?.sort === 'heading' ? one.style : '');

/** Those of a group that are not marked like most; none where no way of marking is more usual than every other. */
function deviating(group: readonly number[], said: readonly Said[]): readonly Verdict[] {
  const counts = new Map<Style, number>();
  for (const at of group) counts.set(styleOf(said[at]), (counts.get(styleOf(said[at])) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || !second || first[1] < 2 || first[1] === second[1]) return [];
  const [usual, count] = first;
  return group.flatMap((at) => {
    const one = said[at]!;
    if (one.sort !== 'heading' || one.style === usual) return [];
    const args = {
      number: one.number,
      marks: one.style || '—',
      usual: usual || '—',
      count,
    };
    return [{ at, message: MESSAGES.differs, args, fixes: fixesOf(at, one, usual, args) }];
  });
}

function fixesOf(
  at: number,
  { style, free }: Said & { readonly sort: 'heading' },
  usual: Style,
  args: NonNullable<Verdict['args']>,
): NonNullable<Verdict['fixes']> {
  const [bold, wasBold] = [usual.endsWith('**'), style.endsWith('**')];
  if (!free && bold !== wasBold) return [];
  const opening = `${usual.replace(/ ?\*\*$/, '')}${/#/.test(usual) ? ' ' : ''}${bold ? '**' : ''}`;
  const edits = [{ at, place: 0, newText: opening }];
  if (bold !== wasBold) edits.push({ at, place: 1, newText: bold ? '**' : '' });
  return [{ title: MESSAGES.mark, args, safe: true, edits }];
}
