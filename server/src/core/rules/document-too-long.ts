import { isIssuedSince, RELIEF_RULES } from './issued';
import { NOTHING, PLANS, wholeDocument, type Rule } from './rule';

const MESSAGES = {
  long: {
    zh: '正文约 {count} 字，超过 {limit} 字。2024年8月起要求控制篇幅，请压缩，删去与上位文件重复的内容。',
    en: 'The text has some {count} characters, more than {limit}. Since August 2024 documents are to be short: cut what repeats higher ones.',
  },
} as const;

const OPTIONS = {
  limit: {
    title: {
      zh: '正文最多多少字（不计附件和表格）',
      en: 'so many characters at most, tables and attachments not counted',
    },
    default: 5000,
    minimum: 500,
  },
};

/** `end`: an attachment begins here. */
type Said = number | 'end';

/**
 * A plan of more characters than allowed, issued after the rules against formalism. Tables and attachments are not counted.
 * Source: 《整治形式主义为基层减负若干规定》 (2024): 5000 characters for general, 4000 for special matters; as a tool cannot tell
 * them apart, the greater number is the default.
 */
export const rule: Rule = {
  id: 'document-too-long',
  title: { zh: '篇幅超限', en: 'Document too long' },
  topic: 'text',
  severity: 'info',
  strength: '规定',
  basis: { zh: '《整治形式主义为基层减负若干规定》', en: 'rules against formalism, to relieve the grass roots (2024)' },
  fixable: 'no',
  kinds: PLANS,
  options: OPTIONS,
  whole: wholeDocument<Said>({
    inWords({ text, kind }, { facts }) {
      if (kind === 'cell' || kind === 'header' || !isIssuedSince(facts, RELIEF_RULES)) return NOTHING;
      const said = /^附件\s*\d{0,2}\s*[:：]?\s*$/.test(text.trim()) ? 'end' : text.replace(/\s/g, '').length;
      return [{ said, from: 0, to: text.length }];
    },
    conclude(said, { options }) {
      const end = said.indexOf('end');
      const body = said.slice(0, end < 0 ? said.length : end);
      const count = body.reduce<number>((sum, one) => (one === 'end' ? sum : sum + one), 0);
      const limit = Number(options['limit']);
      return count > limit ? [{ at: null, message: MESSAGES.long, args: { count, limit } }] : [];
    },
  }),
};
