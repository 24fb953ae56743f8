import { TRAIT } from '../text/traits';
import { PLANS, NOTHING, wholeDocument, type Rule, type RuleContext, type WordMention, type Words } from './rule';
import { numeralOf } from './countWords';
import { isInTitle } from '../text/quoted';

const MESSAGES = {
  unexplained: {
    zh: '“{term}”首次出现，前后没有说明指什么。请在此处展开，或者用括号注明。',
    en: '“{term}” is not explained where it first stands. Spell it out here or in brackets.',
  },
} as const;

const OPTIONS = {
  reach: {
    title: { zh: '前后多少字以内找说明', en: 'so many characters round it are searched for an explanation' },
    default: 40,
    minimum: 10,
  },
};

interface Said {
  readonly term: string;
  readonly explained: boolean;
}

/**
 * A slogan or abbreviation made of numbers (“三园两带”, “3+2”), or the name of a campaign, between quotation marks, not
 * explained near the place where it first stands. What everybody knows is in server/src/core/lexicon/abbreviations.tsv.
 * Source: practice; whoever carries the plan out must be able to tell what is asked.
 */
export const rule: Rule = {
  id: 'undefined-abbreviation',
  title: { zh: '未展开的简称口号', en: 'Unexplained abbreviation' },
  topic: 'text',
  severity: 'info',
  strength: '惯例',
  basis: { zh: '公文写作惯例：简称首次出现要注明', en: 'practice: an abbreviation is explained where it first stands' },
  fixable: 'no',
  // A report goes to those who know what it is about.
  kinds: PLANS,
  options: OPTIONS,
  whole: wholeDocument<Said>({
    inWords: (words, context) => (words.traits & TRAIT.quote ? mentionsIn(words, context) : NOTHING),
    conclude(said) {
      const explained = new Set(said.filter((one) => one.explained).map(({ term }) => term));
      const met = new Set<string>();
      return said.flatMap(({ term }, at) => {
        if (met.has(term) || explained.has(term)) return [];
        met.add(term);
        return [{ at, message: MESSAGES.unexplained, args: { term } }];
      });
    },
  }),
};

const QUOTED = /“([^“”《》]{1,20})”/g;
/** 三项制度, 五大攻坚行动, 两个免于提交, 双公示. */
const NUMBERED = /^(?:[两二三四五六七八九十]{1,2}[\u4e00-\u9fff]{1,7}|双[\u4e00-\u9fff]{2})$/;
/** 一厅四端, 四送一服, 双招双引. */
const TWO_NUMBERS = /^[一两二三四五六七八九十双][\u4e00-\u9fff]{1,2}[一两二三四五六七八九十双][\u4e00-\u9fff]{1,2}$/;
/** 3+2, 合法性审查333工作体系, 3550. */
const DIGITS =
  /^(?:\d{1,3}(?:[+＋]\d{1,4}){1,3}|[\u4e00-\u9fff]{0,8}\d{3,4}[\u4e00-\u9fff]{0,6})(?:[\u4e00-\u9fff]{0,4})$/;
/** “铸安”行动: a name of its own, told by what follows it. */
const CAMPAIGN = /^(?:专项)?(?:行动|工程|战役|计划)(?!法|者)/;

function mentionsIn({ text, kind, role }: Words, { lexicon, options }: RuleContext): readonly WordMention<Said>[] {
  if (kind === 'title' || role === 'lead' || role === 'responsible') return [];
  const reach = Number(options['reach']);
  const found: WordMention<Said>[] = [];
  for (const match of text.matchAll(QUOTED)) {
    const term = match[1]!;
    const from = match.index;
    const to = from + match[0].length;
    if (lexicon.abbreviations.known(term) || isInTitle(text, from) || !isCoined(term, text.slice(to, to + 8))) continue;
    found.push({ said: { term, explained: isExplained(text, term, from, to, reach) }, from, to });
  }
  return found;
}

function isCoined(term: string, after: string): boolean {
  if (
    /^(?:[一二三四五六七八九十]{1,3}[五届次年月日]|20\d\d|12\d{3}|1[12]\d|9\d{4}|[一二三四五六七八九十]{1,3}号)/.test(
      term,
    )
  )
    return false;
  // One of each, several in one, from any place in any way: these say what they mean.
  if (/^一.{1,2}[一多两全]/.test(term) || /^多.{1,2}一/.test(term)) return false;
  if (TWO_NUMBERS.test(term) || DIGITS.test(term))
    return !/^7[×*x]24/.test(term) && !/\d+(?:分钟|小时|天|年|度|号|%)/.test(term);
  if (NUMBERED.test(term))
    return !/^(?:十分|双方|双边|双向|三明|九[龙江]|百|千|万|四川|双阳|两岸|两地|双语|双休|三亚|八一)/.test(term);
  return /^[\u4e00-\u9fff]{2,3}$/.test(term) && CAMPAIGN.test(after) && !KNOWN_CAMPAIGNS.test(term);
}

/** Campaigns known all over the country. */
const KNOWN_CAMPAIGNS =
  /^(?:雪亮|春风|雨露|春蕾|希望|阳光|蓝天|光盘|清朗|净网|护苗|扫黑|断卡|利剑|法律|平安|天网|猎狐|头雁|菜篮子|米袋子|人才|揭榜|明厨|放心|健康|绿盾|碧水|净土|清废)/;

/** Brackets or a dash behind it, a list of as many things before or after it, or its own words spelt out near it. */
function isExplained(text: string, term: string, from: number, to: number, reach: number): boolean {
  const before = text.slice(Math.max(0, from - reach), from);
  const after = text.slice(to, to + reach);
  if (/^[\u4e00-\u9fff]{0,8}(?:[（(][^）)]{4,}|——|即|：[^，。]{2,}、|是指|，即|，包括)/.test(after)) return true;
  if (/(?:简称|统称|概括为|称为|合称)(?:为)?$/.test(before)) return true;
  const count = numeralOf(term[0]!) ?? (term.startsWith('双') ? 2 : null);
  if (count === null || TWO_NUMBERS.test(term)) return listed(before) >= 3;
  const nearBefore = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
  return (
    listed(nearBefore) >= count ||
    repeated(term, before + '|' + after, count) ||
    (count === 2 && /[和与及、][^，。；、]{2,14}$/.test(before))
  );
}

/** How many things are listed at the end of a stretch of text. */
function listed(text: string): number {
  const list = /[^，。；：,;:]*$/.exec(text)![0];
  return list.includes('、') ? list.split(/、|和|及|与/).length : 0;
}

/** 三调: 行政调解与人民调解、司法调解 — its last character as often as it says. */
function repeated(term: string, text: string, count: number): boolean {
  const last = term.replace(/.*(?=.$)/, '');
  return text.split(last).length - 1 >= count;
}
