import { TRAIT } from '../text/traits';
import { NOTHING, PLANS, type Hit, type Rule } from './rule';

const MESSAGES = {
  before: {
    zh: '“{mark}”在责任括注之前，句子还没有说完就断开了。“{mark}”应移到括注之后。',
    en: '{mark} stands before the responsibility annotation, which still belongs to the sentence. Move it behind the annotation.',
  },
  move: { zh: '把“{mark}”移到括注之后', en: 'Move {mark} behind the annotation' },
} as const;

/** A mark that does not end a sentence, and the annotation right behind it. */
const BEFORE =
  /([；，、;,])([（(](?:牵头|责任|主责|主办|配合|协办|参加|参与|负责)(?:单位|部门|责任单位)?[：:][^（）()]{1,200}[）)])([；，、。;,]?)/g;

function hitsIn(text: string): readonly Hit[] {
  return [...text.matchAll(BEFORE)].map((match): Hit => {
    const { index } = match;
    const [, mark = '', annotation = '', after = ''] = match;
    const end = index + 1 + annotation.length;
    const edits = [
      { from: index, to: index + 1, newText: '' },
      ...(after === '' ? [{ from: end, to: end, newText: mark }] : []),
    ];
    return {
      message: MESSAGES.before,
      args: { mark },
      from: index,
      to: index + 1,
      fixes: [{ title: MESSAGES.move, args: { mark }, safe: false, edits }],
    };
  });
}

/**
 * ； or ， right before （责任单位：…）. A full stop there is the usual form and is left alone.
 * Source: GB/T 15834—2011, 4.9: a remark inside a sentence stands before the mark that ends its part.
 */
export const rule: Rule = {
  id: 'punctuation-before-annotation',
  title: { zh: '责任括注前的点号', en: 'Mark before an annotation' },
  topic: 'text',
  severity: 'hint',
  strength: '推荐',
  basis: { zh: 'GB/T 15834—2011 4.9', en: 'GB/T 15834—2011, 4.9' },
  fixable: 'confirm',
  kinds: PLANS,
  inWords: ({ text, traits }) =>
    traits & (TRAIT.bracket | TRAIT.halfWidth) && /[；，、;,][（(]/.test(text) ? hitsIn(text) : NOTHING,
};
