import type { Level } from '../plan/level';
import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, type Hit, type Rule, type RuleContext, type Severity } from './rule';

const MESSAGES = {
  law: {
    zh: '法律由全国人民代表大会及其常务委员会制定和修改，“{words}”不妥。请核对主体。',
    en: 'Laws are made and amended by the National People’s Congress; “{words}” cannot be. Check who acts.',
  },
  legislation: {
    zh: '县级以下没有地方立法权，“{words}”超出本级权限。请核对是否照搬上级文件，可改为“行政规范性文件”“制度建设”。',
    en: 'Counties and below have no power to legislate; “{words}” goes beyond it. It may be copied from above.',
  },
  mention: {
    zh: '县级以下没有立法和规章制定权，“{words}”宜再核对，避免照搬上级文件。',
    en: 'Counties and below make no laws and rules; check “{words}”, which may be copied from above.',
  },
} as const;

const LOCAL: readonly Level[] = ['county', 'township', 'park'];

interface Pattern {
  readonly needs: string;
  readonly words: RegExp;
  readonly severity: Severity;
  readonly message: (typeof MESSAGES)['legislation' | 'mention'];
}

/** The gravest first: one finding for a paragraph is enough. */
const PATTERNS: readonly Pattern[] = [
  {
    needs: '法规',
    words:
      /(?:制定|修改|修订|起草|出台|废止|清理)(?:和|、|或者?)?(?:制定|修改|修订|废止|清理)?地方性法规(?:、(?:政府)?规章)?/,
    severity: 'warning',
    message: MESSAGES.legislation,
  },
  {
    needs: '法规',
    words: /(?:全区|全县|全旗|全镇|全街道|本区|我区|本县|我县|本级|本地区)现行有效的?地方性法规(?:、规章)?/,
    severity: 'warning',
    message: MESSAGES.legislation,
  },
  {
    needs: '立法',
    words: /(?:[、和与及]|开展|进行|加强|规范|推进|辅助)行政立法(?![权者])/,
    severity: 'warning',
    message: MESSAGES.legislation,
  },
  {
    needs: '规章',
    words:
      /(?:地方)?政府规章(?:、|和|或者?|以及|及)(?:行政)?规范性文件[^，。；]{0,4}(?:备案|审查|清理|修改|制定|废止|评估|及时)/,
    severity: 'hint',
    message: MESSAGES.mention,
  },
  {
    needs: '立法',
    words:
      /(?:完善|健全|加强|改进|规范|编制|制定|提高|推进)(?:地方|政府|重点领域)?立法(?:工作)?(?:评估|听证|计划|规划|程序|风险|机制|工作|质量|体制|论证)/,
    severity: 'hint',
    message: MESSAGES.mention,
  },
  {
    needs: '立法',
    words: /^[^，。；]{0,6}、[^，。；]{0,4}立法[^，。；]{2,14}$|政府立法/,
    severity: 'hint',
    message: MESSAGES.mention,
  },
];

/** The county only takes part, or speaks of somebody else's legislation. */
const NOT_OWN =
  /(?:配合|协助|参与|支持|服务|上级|市级|省级|国家|全国|市人大|省人大|人大|市政府|省政府|协同|意见征集|征求意见|联系点)[^，。；]{0,14}$/;
const NOT_OWN_AFTER = /^[^，。；]{0,6}(?:联系点|民意直通车|意见征集|征求意见)/;

/**
 * Words in a county's or a lower body's document that claim a power to legislate. Source: the law on legislation (from
 * cities with districts upwards) and 国办发〔2018〕115号 (whether a document goes beyond its maker's powers).
 */
export const rule: Rule = {
  id: 'beyond-local-authority',
  title: { zh: '超越本级权限的提法', en: 'Beyond the powers of this level' },
  topic: 'text',
  severity: 'warning',
  strength: '规定',
  basis: {
    zh: '《立法法》第八十条、第八十一条、第九十三条；国办发〔2018〕115号',
    en: 'the law on legislation; 国办发〔2018〕115号',
  },
  fixable: 'no',
  kinds: ALL_KINDS,
  inWords({ text, traits }, context) {
    if (!(traits & TRAIT.law) || !context.facts.level || !LOCAL.includes(context.facts.level)) return NOTHING;
    return amendedLaw(text, context) ?? claimOf(text);
  },
};

const AMENDED =
  /(?:[省市区县州旗](?:级|里|委|政府|人大)?|本级|我[省市区县])(?:新)?(?:修改|修订|制定|颁布|出台)(?:后)?的《?([\u4e00-\u9fff]{2,16}?法)(?![\u4e00-\u9fff]*?(?:办法|实施))/;

/** 根据市级修改的行政复议法: a law that the table of laws knows. */
function amendedLaw(text: string, { lexicon }: RuleContext): readonly Hit[] | null {
  if (!/(?:修改|修订|制定|颁布|出台)(?:后)?的/.test(text)) return null;
  const match = AMENDED.exec(text);
  if (!match || lexicon.laws.standing(match[1]!) !== 'law') return null;
  const words = match[0].replace('《', '');
  return [
    { message: MESSAGES.law, args: { words }, from: match.index, to: match.index + match[0].length, severity: 'error' },
  ];
}

function claimOf(text: string): readonly Hit[] {
  for (const { needs, words, severity, message } of PATTERNS) {
    if (!text.includes(needs)) continue;
    const match = words.exec(text);
    if (!match) continue;
    const to = match.index + match[0].length;
    if (
      NOT_OWN.test(text.slice(Math.max(0, match.index - 24), match.index)) ||
      NOT_OWN_AFTER.test(text.slice(to, to + 16))
    )
      continue;
    if (/协同|配合|协助|参与/.test(match[0])) continue;
    return [{ message, args: { words: match[0] }, from: match.index, to, severity }];
  }
  return NOTHING;
}
