import type { Facts } from '../plan/facts';
import { retirementOf } from '../units/retired';
import type { Register, Resolution } from '../units/model';
import { isOwnWord, sentenceAt } from './prose';
import { PLANS, type Fix, type Report, type Rule, type RuleContext } from './rule';
import type { Range } from '../text/position';
import { rangeOf } from '../syntax/joined';
import type { PassageView } from './view';

const MESSAGES = {
  gone: {
    zh: '“{name}”自 {since} 年起已不再使用这一名称，本文件为 {year} 年。请改为“{successor}”或当地承接职责的单位。',
    en: '“{name}” has not been the name of a body since {since}; this document is of {year}. Name “{successor}” or who carries on locally.',
  },
  local: {
    zh: '“{name}”多数地方已在 {since} 年前后撤并，请按当地机构设置核对；已撤并的，改为“{successor}”。',
    en: 'Most places merged “{name}” about {since}. Check what holds locally; if it is gone, name “{successor}”.',
  },
  noSuccessor: {
    zh: '“{name}”自 {since} 年起已不再使用这一名称，本文件为 {year} 年。请核对由哪个单位承接。',
    en: '“{name}” has not been the name of a body since {since}; this document is of {year}. Check who carries on.',
  },
  renamed: {
    zh: '本地名录中，“{name}”已改为“{successor}”。',
    en: 'The local register has “{successor}” for “{name}”.',
  },
  replace: { zh: '改为“{successor}”', en: 'Change to “{successor}”' },
} as const;

/**
 * A body that was gone or renamed when the document was issued. The document's own year counts, never today: what was
 * right when it was written stays right. Where neither date nor title tells the year, nothing is said.
 * Source: 《党政机关公文处理工作条例》第二十条（四）; the reforms of 2018 and 2023.
 */
export const rule: Rule = {
  id: 'obsolete-unit',
  title: { zh: '已撤并更名机构', en: 'Obsolete unit' },
  topic: 'units',
  severity: 'warning',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）；2018、2023 年机构改革',
    en: 'Regulations on official documents, art. 20 (4); the reforms of 2018 and 2023',
  },
  fixable: 'confirm',
  kinds: PLANS,
  passage(reading, context) {
    const year = yearOf(context.facts);
    return [...inAssignments(reading, year, context), ...inProse(reading, year, context)];
  },
};

/** The year the document was issued; the first year of its period where only the title tells. */
function yearOf({ issueYear, period, periodSource }: Facts): number | null {
  if (issueYear !== null) return issueYear;
  return periodSource === 'title' || periodSource === 'front-matter' ? (period?.start ?? null) : null;
}

const NONE: readonly Report[] = [];

function inAssignments(reading: PassageView, year: number | null, context: RuleContext): readonly Report[] {
  const found: Report[] = [];
  for (const { units } of reading.assigned)
    for (const one of units) found.push(...judge(one.resolution, one, year, context));
  return found;
}

/** What is worth asking the register about in running text: a level, then a name that was common before the reforms. */
const FORMER =
  /[省市区县旗](?<![社园辖校厂矿景片库林牧灾城郊山港].)(?:委)?(?:政府法制办(?:公室)?|法制办(?:公室)?|安监局|安全生产监督管理局|环保局|环境保护局|国土(?:资源)?局|工商局|工商行政管理局|质监局|质量技术监督局|食药监局|食品药品监督管理局|卫计委|卫计局|卫生和计划生育委员会|卫生和计划生育局|计生委|计生局|文广新局|旅游局|物价局|综治办|综治委|维稳办|防范办|国税局|地税局|地方税务局|农业局|扶贫办|扶贫开发办公室|乡村振兴局|银监局|银保监局)/g;
const HISTORY =
  /原(?![则料因始来])|曾|更名|改名|改为|合并|组建|撤销|整合|划[入转归]|机构改革|改革前|变更|并入|前身|加挂|时任/;

function inProse(reading: PassageView, year: number | null, context: RuleContext): readonly Report[] {
  const found: Report[] = [];
  for (const prose of reading.prose) {
    const { joined } = prose;
    for (const { index, 0: name } of joined.text.matchAll(FORMER)) {
      if (!isOwnWord(prose, index) || HISTORY.test(sentenceAt(joined.text, index))) continue;
      const range = rangeOf(joined, index, index + name.length);
      found.push(...judge(context.register.resolve(name), { range }, year, context));
    }
  }
  return found;
}

function judge(
  resolution: Resolution,
  place: { readonly range: Range },
  year: number | null,
  { facts, register }: RuleContext,
): readonly Report[] {
  const retired = retirementOf(resolution);
  if (!retired) return NONE;
  const { name } = resolution;
  const { range } = place;
  const { since, successor } = retired;
  const fixes = successor && register.resolve(successor).how !== 'unknown' ? [replacement(range, successor)] : [];
  if (resolution.entry?.origin === 'local' && resolution.how === 'former-name') {
    if (since !== null && year !== null && year < since) return [];
    return [{ message: MESSAGES.renamed, args: { name, successor: successor ?? '' }, range, fixes }];
  }
  if (since === null || year === null || year < since) return [];
  const args = { name, since, year, successor: successor ?? '' };
  // In the year of the reform some places had carried it out and some had not.
  if (year === since || isLocalMatter(resolution, facts, register)) {
    return [{ message: successor ? MESSAGES.local : MESSAGES.noSuccessor, args, range, severity: 'hint', fixes }];
  }
  return [{ message: successor ? MESSAGES.gone : MESSAGES.noSuccessor, args, range, fixes }];
}

const replacement = (range: Range, successor: string): Fix => ({
  kind: 'edit',
  title: MESSAGES.replace,
  args: { successor },
  safe: false,
  edits: [{ range, newText: successor }],
});

/** Names that some places kept, or gave to another body (区经委, 县旅发委, 乡镇综治办). */
const KEPT =
  /^(?:经委|经济委员会|经贸委|规划局|规划分局|规划委|旅发委|旅游委|旅游发展委员会|综治办|综治委|公务员局|监察局|防范办|委防范办|农业委|农业委员会|建设厅|房地产厅)$/;

/** Whether only the place itself can say if the body is gone: stations of its own, names kept, development zones. */
function isLocalMatter({ entry, prefix, core }: Resolution, { level }: Facts, register: Register): boolean {
  if (entry?.kind === 'institution' || KEPT.test(core)) return true;
  const isPark = level === 'park' || register.resolve(prefix).entry?.kind === 'park';
  return isPark || prefix === '' ? entry?.kind !== 'central' : /[镇乡]$|街道$/.test(prefix);
}
