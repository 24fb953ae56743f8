import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, type Hit, type Rule } from './rule';

const MESSAGES = {
  character: {
    zh: '“{text}”疑多了一个“{extra}”，是否应为“{better}”？',
    en: '“{text}” seems to have one “{extra}” too many; should it be “{better}”?',
  },
  change: { zh: '改为“{better}”', en: 'Change to “{better}”' },
} as const;

/**
 * Doubled characters are mostly right: they belong to two words (法律法规规章) or to one (层层). So only slips are listed:
 * characters of grammar twice, with what may stand round them all the same …
 */
const GRAMMAR = new RegExp(
  [
    '(?<![目标有中打无众矢似])的的(?![确士卢黎])',
    '(?<![不明未])了了(?![解结然断望之却愿得无分事])',
    '各各(?=级|部门|单位|镇|街|区|县|乡|地|项|类|成员)',
    '(?<=各)级级(?![别数联差次配])',
    '(?<![饱缓调温柔谐总共中平祥议随附应谦暖])和和(?=[部加推完落建服企监市区县乡镇街])',
    '(?<![参赋给授干予付相欲])与与(?![会其否时世众日国人])',
    '(?<![存现实内潜外所正旨自好何])在在(?![一-鿿]{0,3}(?:建|线|职|校|编|岗|册|场|押|案|用|读|逃|位|世|产|研|营|库|施|途|训|孵|保|处|地|乎|于|即|身|此))',
    '(?<![普涉波触顾危累论提谈埃推])及及(?![时其早格第至物])',
    '(?<=[关对由位处属基鉴])于于(?![是都洪田家集潜山桥谦右庄])',
    '(?<=更|，|。|；|、|^)进进(?=一步)',
    '(?<=进一)步步(?=[加推完健提强深压规优落增明细理巩])',
  ].join('|'),
  'g',
);

/** … common words with their last character twice before a mark or a character of grammar … */
const WORDS =
  '机制|制度|工作|责任|企业|部门|单位|政府|建设|管理|服务|发展|监督|领导|组织|落实|实施|推进|完善|健全|保障|措施|政策|项目|群众|问题|情况|文件|标准|能力|环境|经济|规划|方案|计划|任务|目标|体系|平台|信息|数据|资源|改革|创新|治理|执法|行政|法治|决策|审查|审批|监管|评估|考核|培训|宣传|教育|卫生|健康|养老|文化|旅游|农村|农业|产业|基础|设施|质量|水平|效率|效能|程序|流程|清单|职责|职能|权力|权利|义务|要求|原则|意见|规定|办法|条例|法规|规章|统筹|协调|指导|检查|督查|整改|提升|加强|强化|优化|深化|促进|推动|构建|建立|开展|完成|负责|配合|牵头|明确|规范|重点|领域|区域|街道|社区|乡镇|园区|干部|人员|队伍|机构|机关|试点|示范|品牌|融合|协同|联动|共享|公开|便民|高效|安全';
/** Characters that double by themselves (人人, 层层, 条条) or begin another word where a sentence begins. */
const LIVELY = '人层天年时步家户处事个件条样种代世日月村点多大小常刚往双渐看试谢安高健公明整问要';
const WORD = new RegExp(`(${WORDS})(.)(?=[，。；、：）”》！？,;)]|$|[的和与及])`, 'g');
/** Words a doubled character may begin before a character of grammar: 项目目的. */
const BEGINS = /^(?:目的|标的|平和|调和|中和|总和|共和|协和|参与|普及|涉及)/;
const HEAD = new RegExp(
  `(?<=[，。；、：（）“《.,;:)]|^|的)((?![${LIVELY}确])\\p{Script=Han})(?=\\1)(?=(?:${WORDS}))`,
  'gu',
);

/** … and words of doing said twice. */
const TWICE = /(进一步|以及|按照|根据|加快|加强|推进|推动|深入|切实|不断|关于|围绕|严格|积极|全面)\1(?!\1)/g;

function hit(text: string, from: number, to: number, extra: string, drop: number): Hit {
  const better = text.slice(from, drop) + text.slice(drop + extra.length, to);
  return {
    message: MESSAGES.character,
    args: { text: text.slice(from, to), extra, better },
    from,
    to,
    fixes: [
      {
        title: MESSAGES.change,
        args: { better },
        safe: false,
        edits: [{ from: drop, to: drop + extra.length, newText: '' }],
      },
    ],
  };
}

function grammarIn(text: string): readonly Hit[] {
  return [...text.matchAll(GRAMMAR)].map(({ 0: pair, index }) => {
    // Shown with the character before, since the pair alone says little.
    const from = index > 0 && /\p{Script=Han}/u.test(text[index - 1]!) ? index - 1 : index;
    return hit(text, from, index + 2, pair[1]!, index + 1);
  });
}

function wordsIn(text: string): readonly Hit[] {
  return [...text.matchAll(WORD)].flatMap(({ 1: word = '', 2: extra = '', index }) => {
    const to = index + word.length + 1;
    if (extra !== word.at(-1) || BEGINS.test(text.slice(to - 1, to + 1))) return [];
    return [hit(text, index, to, extra, to - 1)];
  });
}

const headsIn = (text: string): readonly Hit[] =>
  [...text.matchAll(HEAD)].map(({ 1: extra = '', index }) => hit(text, index, index + 3, extra, index));

const twiceIn = (text: string): readonly Hit[] =>
  [...text.matchAll(TWICE)].map(({ 0: pair, 1: word = '', index }) =>
    hit(text, index, index + pair.length, word, index + word.length),
  );

/** What has to stand at a doubled character for each of the searches, which are dear. */
const OF_GRAMMAR = '的了各级和与在及于进步';
const BEFORE_HEAD = '，。；、：（）“《.,;:)的';
const AFTER_WORD = '，。；、：）”》！？,;)的和与及';

function hitsIn(text: string, traits: number): readonly Hit[] {
  let [grammar, word, head] = [false, false, false];
  if (traits & TRAIT.doubled) {
    for (let at = 1; at < text.length; at++) {
      if (text.charCodeAt(at) !== text.charCodeAt(at - 1)) continue;
      grammar ||= OF_GRAMMAR.includes(text[at]!);
      word ||= at + 1 === text.length || AFTER_WORD.includes(text[at + 1]!);
      head ||= at === 1 || BEFORE_HEAD.includes(text[at - 2]!);
    }
  }
  const twice = (traits & TRAIT.twice) !== 0;
  if (!grammar && !word && !head && !twice) return NOTHING;
  const hits = [
    ...(grammar ? grammarIn(text) : []),
    ...(word ? wordsIn(text) : []),
    ...(head ? headsIn(text) : []),
    ...(twice ? twiceIn(text) : []),
  ];
  return hits.sort((a, b) => a.from - b.from);
}

/** A character or word written twice by a slip. Source: observed. */
export const rule: Rule = {
  id: 'repeated-character',
  title: { zh: '叠字', en: 'Repeated character' },
  topic: 'text',
  severity: 'error',
  strength: '实务',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：文字规范',
    en: 'Regulations on official documents, art. 20 (4)',
  },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  inWords: ({ text, traits }) => (traits & (TRAIT.doubled | TRAIT.twice) ? hitsIn(text, traits) : NOTHING),
};
