import { TRAIT } from '../text/traits';
import { ALL_KINDS, wholeDocument, type Rule, type WordMention } from './rule';

const MESSAGES = {
  differs: {
    zh: '“{name}”这里是{here}，另一处是{there}。同一指标前后应当一致；不是同一指标或者分阶段的，请写明区别。',
    en: '“{name}” is {here} here and {there} elsewhere. One indicator should have one value; say what differs if it is two.',
  },
  other: { zh: '另一处写作{there}', en: '{there} here' },
} as const;

/** A figure an indicator is to reach. */
interface Figure {
  readonly name: string;
  readonly value: string;
}

/**
 * An indicator named in full (ending in 率 or 比例) and the percentage it is to reach, in one clause. Only percentages: other
 * figures of one name are mostly parts of each other.
 */
const FIGURE =
  /([\u4e00-\u9fff]{4,18}(?:率|比例))(?:要|应|须|均|全部|总体|保持|稳定|努力)*(?:达到|达|为|不低于|不少于|提高到|提升到|提升至|保持在|稳定在)(?:了|约)?(\d{1,3}(?:\.\d+)?)\s*[%％](?!以下)/g;
/** What makes two figures of one name two: a time, a stage, a place, a comparison. */
const APART =
  /[12]\d{3}年|[一二三四]季度|[上下]半年|每年|年均|年底|年末|第[一二三]|首年|次年|同比|环比|比上年|较上年|增长|提高(?!到)|下降|全国|全省|省级|市级|其中|分别|目前|已达|现有|原有/;
/** Words that begin a clause and are no part of the indicator's name. */
const LEAD_IN =
  /^(?:确保|力争|实现|推动|促进|使|将|把|做到|力求|保持|进一步提高|不断提高|全面提升|全区|全县|全市|我区|我县|我市|本区|本县|本市)+/;

/**
 * One indicator with two values: 出庭应诉率达到95% in one chapter and 100% in another. Percentages only, and only where
 * neither sentence speaks of a time, a stage or another place. Source: figures must be right, Regulations art. 20 (4).
 */
export const rule: Rule = {
  id: 'figure-inconsistent',
  title: { zh: '同一指标数值不一', en: 'One indicator, two values' },
  topic: 'text',
  severity: 'hint',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：数字准确',
    en: 'Regulations on official documents, art. 20 (4)',
  },
  fixable: 'no',
  kinds: ALL_KINDS.filter((kind) => kind !== 'report'),
  whole: wholeDocument<Figure>({
    inWords({ text, traits }) {
      if (!(traits & TRAIT.percent) || !(traits & TRAIT.digit)) return NONE;
      return text.includes('率') || text.includes('比例') ? figuresIn(text) : NONE;
    },
    conclude(said) {
      const first = new Map<string, number>();
      return said.flatMap(({ name, value }, at) => {
        const before = first.get(name);
        if (before === undefined) first.set(name, at);
        const there = before === undefined ? value : said[before]!.value;
        if (before === undefined || there === value) return [];
        const args = { name, here: `${value}%`, there: `${there}%` };
        return [{ at, message: MESSAGES.differs, args, related: [{ at: before, message: MESSAGES.other, args }] }];
      });
    },
  }),
};

const NONE: readonly WordMention<Figure>[] = [];

function figuresIn(text: string): readonly WordMention<Figure>[] {
  if (!/[%％]/.test(text)) return NONE;
  const found: WordMention<Figure>[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const [words, phrase, value] = match;
    const start = Math.max(text.lastIndexOf('。', match.index), text.lastIndexOf('；', match.index)) + 1;
    if (APART.test(text.slice(start, match.index + words.length))) continue;
    const name = phrase!.replace(LEAD_IN, '');
    if (name.length < MIN_NAME) continue;
    const from = match.index + phrase!.length - name.length;
    found.push({ said: { name, value: String(Number(value)) }, from, to: match.index + words.length });
  }
  return found;
}

/** Shorter names (完成率, 满意率) are those of many indicators. */
const MIN_NAME = 6;
