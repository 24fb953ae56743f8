import { NOTHING, PLANS, wholeDocument, type Rule } from './rule';
import { sentencesIn } from './superior';

const MESSAGES = {
  copied: {
    zh: '全文约 {percent}% 的文字与上位文件逐句相同（《{titles}》）。配套文件应当提出本地的具体措施，请压减照抄的内容。',
    en: 'About {percent} % of the text is word for word that of {titles}. A plan that carries it out should say what is done here.',
  },
} as const;

/** Since the rules on relieving the grass roots of paper were issued. */
const SINCE = '2024-08';
const MIN_CHARACTERS = 500;

/**
 * How much of a plan repeats its superior plans sentence by sentence, told once. Only for documents issued since August
 * 2024. Source: 《整治形式主义为基层减负若干规定》 asks for measures of one's own.
 */
export const rule: Rule = {
  id: 'copied-from-superior',
  title: { zh: '照搬上位文件', en: 'Copied from the superior plan' },
  topic: 'text',
  severity: 'info',
  strength: '规定',
  basis: {
    zh: '《整治形式主义为基层减负若干规定》（2024年8月）：不得简单照搬照抄上位文件',
    en: 'Rules on relieving the grass roots (August 2024)',
  },
  fixable: 'no',
  kinds: PLANS,
  options: {
    percent: {
      title: { zh: '超过全文百分之几才提示', en: 'Report above this share of the text (%)' },
      default: 30,
      minimum: 1,
    },
  },
  whole: wholeDocument<readonly [all: number, copied: number]>({
    inWords({ text, kind }, { superiors, facts }) {
      if (superiors.length === 0 || facts.issueDate === null || facts.issueDate < SINCE) return NOTHING;
      if (kind === 'title' || kind === 'header') return NOTHING;
      const sentences = sentencesIn(text);
      if (sentences.length === 0) return NOTHING;
      let [all, copied] = [0, 0];
      for (const sentence of sentences) {
        all += sentence.length;
        if (superiors.some((superior) => superior.sentences.has(sentence))) copied += sentence.length;
      }
      return [{ said: [all, copied], from: 0, to: text.length }];
    },
    conclude(said, { options, superiors }) {
      let [all, copied] = [0, 0];
      for (const [part, same] of said) [all, copied] = [all + part, copied + same];
      const percent = all === 0 ? 0 : Math.round((100 * copied) / all);
      if (all < MIN_CHARACTERS || percent <= Number(options['percent'])) return [];
      const titles = superiors.map(({ title }) => title).join('》《');
      return [{ at: null, message: MESSAGES.copied, args: { percent, titles } }];
    },
  }),
};
