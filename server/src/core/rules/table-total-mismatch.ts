import type { PassageReading } from '../plan/reading';
import type { Block, Row } from '../syntax/block';
import { rangeOf, type Joined } from '../syntax/joined';
import { ABRIDGED } from '../plan/numbering/said';
import { PLANS, wholeDocument, type Mention, type Rule, type Verdict } from './rule';
import { valueOfDigits } from '../plan/numbering/annex';

const MESSAGES = {
  count: {
    zh: '这里写“{text}”，下面实有 {found} 项。请核对。',
    en: '“{text}” is said here, and {found} rows follow. Check which is right.',
  },
  total: {
    zh: '合计为 {stated}，各行相加为 {found}。请核对。',
    en: 'The total is given as {stated}, the rows add up to {found}. Check which is right.',
  },
} as const;

type Said =
  /** 知识产权保护方面（共5项）. */
  | { readonly sort: 'category'; readonly count: number; readonly text: string }
  /** A row; `figures` are the numbers of its purely numeric cells, by column. */
  | { readonly sort: 'row'; readonly indexed: boolean; readonly figures: readonly (number | null)[] }
  | { readonly sort: 'total'; readonly figures: readonly (number | null)[] }
  /** Subtotals make adding up uncertain. */
  | { readonly sort: 'subtotal' }
  | { readonly sort: 'header' | 'end' | 'abridged' };

/**
 * A count or a total in a table that its rows do not give. Never where the text says that parts are left out.
 * Source: Regulations on official documents, art. 20 (4): figures.
 */
export const rule: Rule = {
  id: 'table-total-mismatch',
  title: { zh: '表内合计不符', en: 'Total differs from the rows' },
  topic: 'structure',
  severity: 'hint',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：数字准确',
    en: 'Regulations on official documents, art. 20 (4)',
  },
  fixable: 'no',
  kinds: PLANS,
  whole: wholeDocument<Said>({ inPassage: mentionsIn, conclude }),
};

const COUNT = /共\s*(\d{1,3}|[一二三四五六七八九十百]{1,5})\s*[项条个件]/;
const MAX_CATEGORY = 40;

function mentionsIn({ passage }: PassageReading): readonly Mention<Said>[] {
  return passage.blocks.flatMap((block): Mention<Said>[] => {
    const found = mentionOf(block);
    return found ? [found] : [];
  });
}

function mentionOf(block: Block): Mention<Said> | null {
  const start = { line: block.line, character: 0 };
  const bare = (sort: 'header' | 'end' | 'abridged'): Mention<Said> => ({
    said: { sort },
    range: { start, end: start },
  });
  switch (block.kind) {
    case 'header':
      return bare('header');
    case 'row':
      return rowOf(block);
    case 'heading':
    case 'paragraph':
      if (ABRIDGED.test(block.text)) return bare('abridged');
      return (block.text.length <= MAX_CATEGORY ? categoryOf(block) : null) ?? bare('end');
    default:
      return null;
  }
}

function categoryOf(block: Joined): Mention<Said> | null {
  const match = COUNT.exec(block.text);
  const count = match ? valueOfDigits(match[1]!) : null;
  if (!match || count === null) return null;
  const range = rangeOf(block, match.index, match.index + match[0].length);
  return { said: { sort: 'category', count, text: match[0] }, range };
}

function rowOf(row: Row): Mention<Said> {
  const filled = row.cells.filter((cell) => cell.text.trim() !== '');
  const [first] = filled;
  const range = first
    ? rangeOf(first, 0, first.text.length)
    : { start: { line: row.line, character: 0 }, end: { line: row.line, character: 0 } };
  const figures = row.cells.map((cell) =>
    cell.role !== 'index' && /^\s*\d{1,9}(?:\.\d{1,4})?\s*$/.test(cell.text) ? Number(cell.text) : null,
  );
  const name = first?.text.replace(/\s+/g, '') ?? '';
  if (/^(?:合计|总计|共计|总\s*数)$/.test(name)) return { said: { sort: 'total', figures }, range };
  if (/小计/.test(name)) return { said: { sort: 'subtotal' }, range };
  const category = filled.length === 1 && first!.text.length <= MAX_CATEGORY ? categoryOf(first!) : null;
  const indexed = row.cells.some((cell) => cell.role === 'index' && cell.text.trim() !== '');
  return category ?? { said: { sort: 'row', indexed, figures }, range };
}

function conclude(said: readonly Said[]): readonly Verdict[] {
  if (said.some(({ sort }) => sort === 'abridged')) return [];
  return [...countsIn(said), ...totalsIn(said)];
}

/** Categories that say how many rows they have. */
function countsIn(said: readonly Said[]): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  let [at, rows, indexed] = [-1, 0, 0];
  const close = (): void => {
    const one = said[at];
    // Rows without a number of their own go on with the one above.
    const found = indexed > 0 ? indexed : rows;
    if (one?.sort === 'category' && found > 0 && found !== one.count)
      verdicts.push({ at, message: MESSAGES.count, args: { text: one.text, found } });
    [at, rows, indexed] = [-1, 0, 0];
  };
  for (const [index, one] of said.entries()) {
    if (one.sort === 'row') {
      rows++;
      indexed += one.indexed ? 1 : 0;
    } else if (one.sort !== 'header') {
      close();
      if (one.sort === 'category') at = index;
    }
  }
  close();
  return verdicts;
}

const SLACK = 0.011;
const MIN_ROWS = 2;

/** Rows of totals, column by column; only where every row above has a figure. */
function totalsIn(said: readonly Said[]): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  let rows: (readonly (number | null)[])[] = [];
  let certain = true;
  for (const [at, one] of said.entries()) {
    if (one.sort === 'row') rows.push(one.figures);
    else if (one.sort === 'subtotal') certain = false;
    else if (one.sort === 'total') {
      const wrong = certain && rows.length >= MIN_ROWS ? wrongColumn(one.figures, rows) : null;
      if (wrong) verdicts.push({ at, message: MESSAGES.total, args: wrong });
      certain = false;
    } else if (one.sort === 'header' || one.sort === 'end') [rows, certain] = [[], true];
  }
  return verdicts;
}

function wrongColumn(
  total: readonly (number | null)[],
  rows: readonly (readonly (number | null)[])[],
): { readonly stated: number; readonly found: number } | null {
  for (const [column, stated] of total.entries()) {
    const figures = rows.map((row) => row[column] ?? null);
    if (stated === null || figures.includes(null)) continue;
    const found = figures.reduce<number>((sum, figure) => sum + figure!, 0);
    if (Math.abs(found - stated) > SLACK) return { stated, found: Math.round(found * 100) / 100 };
  }
  return null;
}
