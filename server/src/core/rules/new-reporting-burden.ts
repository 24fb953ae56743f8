import { TRAIT } from '../text/traits';
import { isIssuedSince, RELIEF_RULES } from './issued';
import { ALL_KINDS, NOTHING, type Hit, type Rule } from './rule';

const MESSAGES = {
  burden: {
    zh: '“{words}”给下级增加了报送任务。2024年8月起要求严控报表和报告，请核对是否有依据、能否合并或者从系统取数。',
    en: '“{words}” adds to what must be reported. Since August 2024 reports are to be kept few: is it needed, can it be merged?',
  },
} as const;

const REPORTING =
  /(?:定期|每(?:个)?(?:月|季度|季|周|旬|半年|半月|日)|按(?:月|季度|季|周|旬)|逐月|逐季|月末|季末)(?:底|末|初|度)?[^，。；：、]{0,24}?(?:报送|上报|报告(?!会|制度|书)|填报|书面报告|(?:报|报至)(?=[省市区县州][^，。；]{0,8}(?:办|局|委|部门|政府)))/g;
/** Reports the law asks for, and those to the public. */
const BY_LAW = /人大|人民代表大会|常委会|审计|统计法|依法|法律|应急值守|突发|疫情|安全事故|向社会/;

/**
 * A task of regular reporting in a document issued after the rules against formalism. Source:
 * 《整治形式主义为基层减负若干规定》 (2024).
 */
export const rule: Rule = {
  id: 'new-reporting-burden',
  title: { zh: '新增报送任务', en: 'More to report' },
  topic: 'text',
  severity: 'info',
  strength: '规定',
  basis: { zh: '《整治形式主义为基层减负若干规定》', en: 'rules against formalism, to relieve the grass roots (2024)' },
  fixable: 'no',
  kinds: ALL_KINDS,
  inWords({ text, traits, kind }, { facts }) {
    if (!(traits & TRAIT.report) || kind === 'title' || facts.kind === 'report' || !isIssuedSince(facts, RELIEF_RULES))
      return NOTHING;
    return [...text.matchAll(REPORTING)].flatMap((match): Hit[] =>
      BY_LAW.test(match[0]) || /向社会|人大常委会/.test(text.slice(match.index, match.index + 40))
        ? []
        : [
            {
              message: MESSAGES.burden,
              args: { words: match[0] },
              from: match.index,
              to: match.index + match[0].length,
            },
          ],
    );
  },
};
