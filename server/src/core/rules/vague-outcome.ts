import { PLANS, type Rule } from './rule';

const MESSAGES = {
  vague: {
    zh: '“{text}”说不清怎样算完成。请写可以检验的成果，如形成什么文件、达到什么数。',
    en: 'Nobody can tell when “{text}” is reached. Say what can be verified: a document, a figure.',
  },
} as const;

/** An outcome without a figure, a document or anything else to hold in the hand. Off by default: a matter of taste. */
export const rule: Rule = {
  id: 'vague-outcome',
  title: { zh: '成果不可检验', en: 'Outcome that cannot be verified' },
  topic: 'time',
  severity: 'off',
  strength: '实务',
  basis: { zh: '成果应当可以检验', en: 'an outcome must be verifiable' },
  fixable: 'no',
  kinds: PLANS,
  inWords({ text, role }) {
    if (role !== 'outcome' || !VAGUE.test(text) || TANGIBLE.test(text)) return [];
    const from = text.search(/\S/);
    return [{ message: MESSAGES.vague, args: { text: text.trim() }, from, to: text.trimEnd().length }];
  },
};

const VAGUE =
  /进一步|不断|持续|明显|显著|有效|稳步|逐步|大力|切实|积极|得到|提升|提高|增强|加强|优化|改善|良好|实效|成效|氛围|更加|基本/;
const TANGIBLE =
  /[\d%％《百全]|[一二三四五六七八九十两]+(?:个|次|项|份|家|期|所|件|场|批|支|套|名)|方案|制度|机制|清单|报告|总结|平台|办法|意见|台账|名录|记录|档案|文件|规划|计划|规定|细则|标准|规范性|目录|系统|指南|手册|通知|方法|证书|数据库|队伍|中心|项目|名单|资料|简报|通报|图|表|完成率|覆盖/;
