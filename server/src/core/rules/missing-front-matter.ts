import {
  bareLine,
  isDocumentNumber,
  isIssueDate,
  isSignedAndDated,
  looksLikeAddressee,
  looksLikeSignature,
} from '../plan/elements';
import type { PassageReading } from '../plan/reading';
import type { Block } from '../syntax/block';
import { blockRange } from '../syntax/passage';
import { isDateLine } from '../syntax/line';
import { wholeDocument, type Mention, type Rule, type RuleContext, type Verdict } from './rule';

const MESSAGES = {
  missing: {
    zh: '“{title}”缺{parts}。正式印发前请补齐；只是附件、摘录的，可以不理。',
    en: '“{title}” has no {partsEn}. Supply them before it is issued; an annex or an extract needs none.',
  },
} as const;

type Part = 'number' | 'addressee' | 'signature' | 'date';
/** `unasked`: web furniture, front matter, a document on one line, an extract: where parts may be elsewhere. */
type Said = Part | 'unasked';

const PARTS: readonly (readonly [Part, string, string])[] = [
  ['number', '发文字号', 'document number'],
  ['addressee', '主送机关', 'addressee'],
  ['signature', '署名', 'signature'],
  ['date', '成文日期', 'date'],
];

/**
 * An official document without the parts it has to have. Asked of notices and opinions only: plans, measures and lists are
 * mostly annexes of a notice that has them. The number alone may be missing: it is given when the document is issued.
 * Source: Regulations on official documents, art. 9; GB/T 9704—2012, 7.
 */
export const rule: Rule = {
  id: 'missing-front-matter',
  title: { zh: '公文要素缺失', en: 'Parts of an official document missing' },
  topic: 'structure',
  severity: 'info',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第九条；GB/T 9704—2012，第 7 章',
    en: 'Regulations on official documents, art. 9; GB/T 9704—2012, 7',
  },
  fixable: 'no',
  kinds: ['plan', 'notice'],
  whole: wholeDocument<Said>({ inPassage: partsIn, conclude }),
};

const EXTRACT = /节选|摘[录编]/;
const MAX_ADDRESSEE = 300;

function partsIn({ passage }: PassageReading): readonly Mention<Said>[] {
  return passage.blocks.flatMap((block, index): Mention<Said>[] => {
    const said = partOf(block, passage.blocks[index + 1]);
    return said.map((one) => ({ said: one, range: blockRange(passage, block) }));
  });
}

function partOf(block: Block, next: Block | undefined): readonly Said[] {
  if (block.kind === 'furniture' || block.kind === 'front-matter') return ['unasked'];
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return [];
  if (block.pieces[0]!.character > 0) return ['unasked'];
  if (block.kind === 'heading') return [];
  const text = bareLine(block.text);
  if (text.length > MAX_ADDRESSEE || block.number) return [];
  if (EXTRACT.test(text)) return ['unasked'];
  if (block.head && isDocumentNumber(text)) return ['number'];
  if (block.head && looksLikeAddressee(text)) return ['addressee'];
  if (isDateLine(text)) return ['date'];
  if (isSignature(text, next)) return ['signature'];
  return isSignedAndDated(text) ? ['signature', 'date'] : [];
}

/** The last short line before a date. */
function isSignature(text: string, next: Block | undefined): boolean {
  return looksLikeSignature(text) && next?.kind === 'paragraph' && isIssueDate(bareLine(next.text));
}

const DRAFT = /征求意见稿|草案|送审稿|讨论稿|初稿|代拟稿|样本|模板/;

function conclude(said: readonly Said[], { facts }: RuleContext): readonly Verdict[] {
  const title = facts.title ?? '';
  const asked = facts.kind === 'notice' || /意见(?:[（(][^（）()]*[）)])?$/.test(title);
  if (!asked || DRAFT.test(title) || said.includes('unasked')) return [];
  const missing = PARTS.filter(([part]) => !said.includes(part));
  const grave = missing.some(([part]) => part === 'addressee' || part === 'signature');
  if (missing.length < 2 || !grave) return [];
  const args = {
    title,
    parts: missing.map(([, zh]) => zh).join('、'),
    partsEn: missing.map(([, , en]) => en).join(', '),
  };
  return [{ at: null, message: MESSAGES.missing, args }];
}
