import { referencesIn, type ReferenceUnit } from '../plan/numbering/references';
import type { PassageReading } from '../plan/reading';
import { rangeOf, type Joined } from '../syntax/joined';
import { annexesIn, listedIn, type AnnexSaid } from './annexes';
import { PLANS, wholeDocument, type Mention, type Rule, type Verdict } from './rule';

const MESSAGES = {
  annex: {
    zh: '“{text}”指向的附件不存在：附件说明只列到附件{last}。请核对序号。',
    en: 'There is no “{text}”: the list of annexes ends at {last}. Check the number.',
  },
  item: {
    zh: '“{text}”指向的内容不存在：全文编号最大为 {last}。请核对序号。',
    en: 'There is nothing “{text}” could mean: no number here is above {last}. Check it.',
  },
} as const;

type Said =
  | AnnexSaid
  | { readonly sort: 'annex-reference' | 'item-reference'; readonly value: number; readonly text: string }
  /** The greatest number of a passage. */
  | { readonly sort: 'greatest'; readonly value: number };

/**
 * A reference to an annex or an item that this document does not have. Only what plainly means this document counts: an
 * annex where the document lists its own, an item of 本方案. Source: Regulations on official documents, art. 20 (4).
 */
export const rule: Rule = {
  id: 'dangling-reference',
  title: { zh: '引用落空', en: 'Reference to nothing' },
  topic: 'structure',
  severity: 'warning',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：引文准确',
    en: 'Regulations on official documents, art. 20 (4)',
  },
  fixable: 'no',
  kinds: PLANS,
  whole: wholeDocument<Said>({ inPassage: mentionsIn, conclude }),
};

function mentionsIn(reading: PassageReading): readonly Mention<Said>[] {
  const mentions: Mention<Said>[] = [...annexesIn(reading)];
  let greatest = 0;
  for (const block of reading.passage.blocks) {
    if (block.kind === 'heading' || block.kind === 'paragraph') {
      greatest = Math.max(greatest, block.number?.value ?? 0);
      if (block.kind === 'paragraph' || !block.annex) mentions.push(...mentionsOf(block));
    } else if (block.kind === 'row') {
      for (const cell of block.cells) {
        if (cell.role === 'index' && /^\s*\d{1,4}\s*$/.test(cell.text))
          greatest = Math.max(greatest, Number(cell.text));
        else mentions.push(...mentionsOf(cell));
      }
    }
  }
  const [block] = reading.passage.blocks;
  if (greatest > 0 && block) {
    const place = { line: block.line, character: 0 };
    mentions.push({ said: { sort: 'greatest', value: greatest }, range: { start: place, end: place } });
  }
  return mentions;
}

/** Of the references in a text those that plainly mean this document. */
function mentionsOf(block: Joined): readonly Mention<Said>[] {
  if (!block.text.includes('附件') && !block.text.includes('本')) return [];
  return referencesIn(block.text).flatMap(({ unit, whose, numbers, from, to }): readonly Mention<Said>[] => {
    const annex = unit === '附件' && whose !== 'other' && numbers.length > 0;
    if (!annex && !(whose === 'own' && ITEMS.includes(unit))) return [];
    const value = Math.max(...numbers.map((number) => number.value));
    const said = {
      sort: annex ? 'annex-reference' : 'item-reference',
      value,
      text: block.text.slice(from, to),
    } as const;
    return [{ said, range: rangeOf(block, from, to) }];
  });
}

const ITEMS: readonly ReferenceUnit[] = ['部分', '章', '条', '项'];

function conclude(said: readonly Said[]): readonly Verdict[] {
  if (!said.some(({ sort }) => sort === 'annex-reference' || sort === 'item-reference')) return [];
  const listed = listedIn(said);
  const lastAnnex = Math.max(0, ...listed.keys());
  const annexes = new Set(said.flatMap((one) => (one.sort === 'annex' && one.value !== null ? [one.value] : [])));
  const greatest = said.reduce((most, one) => (one.sort === 'greatest' ? Math.max(most, one.value) : most), 0);
  return said.flatMap((one, at): Verdict[] => {
    if (one.sort === 'annex-reference') {
      const is = lastAnnex === 0 || one.value <= lastAnnex || annexes.has(one.value);
      return is ? [] : [{ at, message: MESSAGES.annex, args: { text: one.text, last: lastAnnex } }];
    }
    const dangles = one.sort === 'item-reference' && greatest > 0 && one.value > greatest;
    return dangles ? [{ at, message: MESSAGES.item, args: { text: one.text, last: greatest } }] : [];
  });
}
