import { citationsIn, type Citation } from '../plan/citations';
import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, wholeDocument, type Rule, type WordMention, type Words } from './rule';

const MESSAGES = {
  missing: {
    zh: '作为依据的《{title}》没有注明发文字号。引用公文先引标题，后引发文字号。',
    en: '《{title}》, on which this document rests, is cited without its number. Cite the title, then the number.',
  },
} as const;

/** Kinds of documents that carry a number; laws, regulations and rules are known by their titles. */
const NUMBERED = /(?:意见|通知|方案|纲要|规划|计划|决定|要点|措施|举措|清单|办法（试行）|工作部署|行动)$/;
const OF_A_SUPERIOR =
  /(?:党中央|中共中央|中央办公厅|国务院|中办|国办|部委|[省市州盟县区旗](?:委|政府|人民政府|委办|政府办)[\u4e00-\u9fff、]{0,12}|部|厅|委员会|总局|办公厅|办公室)(?:印发的|关于印发的?|出台的|下发的|联合印发的|的)?$/;
const BASIS = /(?:贯彻|落实|根据|按照|依据|遵照|对照)/;

/**
 * A document of a superior body, named in the opening as what this one rests on, without its number. One finding for the
 * document. Source: practice; the regulation that asked for it (国发〔2000〕23号) is repealed.
 */
export const rule: Rule = {
  id: 'citation-without-number',
  title: { zh: '上位文件未注文号', en: 'Citation without document number' },
  topic: 'text',
  severity: 'info',
  strength: '惯例',
  basis: { zh: '公文引用惯例：先引标题，后引发文字号', en: 'practice: the title, then the number' },
  fixable: 'no',
  kinds: ALL_KINDS,
  whole: wholeDocument<string>({
    inWords: (words) =>
      words.head && words.kind === 'paragraph' && words.traits & TRAIT.title ? mentionsIn(words) : NOTHING,
    conclude: (said) => (said.length > 0 ? [{ at: 0, message: MESSAGES.missing, args: { title: said[0]! } }] : []),
  }),
};

function mentionsIn({ text }: Words): readonly WordMention<string>[] {
  const cited = citationsIn(text).filter(({ nested }) => !nested);
  return cited
    .filter((one, at) => lacksNumber(text, one, cited[at + 1]))
    .map(({ title, from, to }) => ({ said: title, from, to }));
}

function lacksNumber(text: string, { title, from, to, number }: Citation, next: Citation | undefined): boolean {
  if (number || !NUMBERED.test(bare(title))) return false;
  const sentence = text.slice(text.lastIndexOf('。', from) + 1, from);
  if (!BASIS.test(sentence)) return false;
  const before = sentence.slice(sentence.lastIndexOf('》') + 1);
  if (
    !OF_A_SUPERIOR.test(before) &&
    !/^(?:中共中央|国务院|[\u4e00-\u9fff]{2,10}(?:省|市|自治区|州)(?:委|人民政府))/.test(title)
  )
    return false;
  // The number may stand before the title, or behind it in words of its own.
  const after = text.slice(to, Math.min(next?.from ?? text.length, to + 40));
  return !/[〔[（(]\s*20\d\d\s*[〕\]）)]\s*第?\s*\d+\s*号/.test(`${before}|${after}`);
}

const bare = (title: string): string => title.replace(/[（(][^（）()]*[）)]$/, '');
