import { ALL_KINDS, NOTHING, type Rule } from './rule';

const MESSAGES = {
  words: {
    zh: '固定提法走样：“{wrong}”，原文为“{right}”{source}。请照原文写。',
    en: 'A set phrase went astray: “{wrong}”; it reads “{right}”{source}. Write it as it stands there.',
  },
  marks: {
    zh: '固定提法的标点走样：引号内应为“{right}”{source}。',
    en: 'The marks of a set phrase went astray: between quotation marks it reads “{right}”{source}.',
  },
  replace: { zh: '改为“{right}”', en: 'Change to “{right}”' },
} as const;

/**
 * Set phrases of policy that differ from the document they come from: slips listed beside each phrase, one character off
 * in a phrase of several parts, other marks between quotation marks (server/src/core/lexicon/phrases.tsv, each with its
 * source), and the organisation's own. Source: article 20(4) of the regulations on official documents: quotations right.
 */
export const rule: Rule = {
  id: 'fixed-phrase-variant',
  title: { zh: '固定提法走样', en: 'Set phrase gone astray' },
  topic: 'text',
  severity: 'warning',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：引文准确',
    en: 'article 20(4) of the regulations on official documents',
  },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  inWords({ text }, { lexicon }) {
    const slips = lexicon.phrases(text);
    if (slips.length === 0) return NOTHING;
    return slips.map(({ from, to, right, source, marksOnly }) => ({
      message: marksOnly ? MESSAGES.marks : MESSAGES.words,
      args: { wrong: plain(text.slice(from, to)), right: plain(right), source: source === '' ? '' : `（${source}）` },
      from,
      to,
      fixes: [
        { title: MESSAGES.replace, args: { right: plain(right) }, safe: false, edits: [{ from, to, newText: right }] },
      ],
    }));
  },
};

/** Without the quotation marks round it, since the sentence puts its own. */
const plain = (text: string): string => text.replace(/^“([^“”]*)”$/, '$1');
