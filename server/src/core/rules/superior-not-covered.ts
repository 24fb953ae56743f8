import { NOTHING, PLANS, wholeDocument, type Rule } from './rule';
import { coverage, pairsOf } from './superior';

const MESSAGES = {
  missing: {
    zh: '上位文件《{title}》有 {count} 项任务在本文中没有找到对应内容：{list}。请核对是否遗漏，或不涉及本地。',
    en: '{count} measures of the superior plan {title} have nothing to match them here: {list}. Check whether they were left out or do not apply.',
  },
} as const;

/** A measure is taken up where this share of its words stands in one paragraph. */
const TAKEN_UP = 0.4;
/** So much of a measure is looked at: what it asks for stands at its beginning. */
const BEGINNING = 60;
const LISTED = 8;

/**
 * Measures of a superior plan that no paragraph takes up, told once for each plan. Only for superior plans the front matter
 * names. Source: plans that carry out another are held against it item by item (对照检查).
 */
export const rule: Rule = {
  id: 'superior-not-covered',
  title: { zh: '上位任务未覆盖', en: 'Measures of the superior plan not taken up' },
  topic: 'structure',
  severity: 'info',
  strength: '实务',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（二）：完整准确体现上级要求',
    en: 'Regulations on official documents, art. 20 (2)',
  },
  fixable: 'no',
  kinds: PLANS,
  whole: wholeDocument<string>({
    inWords({ text, kind }, { superiors }) {
      if (superiors.length === 0 || kind === 'header' || text.length < 8) return NOTHING;
      return [{ said: text, from: 0, to: text.length }];
    },
    conclude(said, { superiors }) {
      const own = said.map(pairsOf);
      return superiors.flatMap(({ title, measures }) => {
        const missing = measures.filter(({ text }) => {
          const beginning = pairsOf(text.slice(0, BEGINNING));
          return beginning.size >= 6 && !own.some((pairs) => coverage(beginning, pairs) >= TAKEN_UP);
        });
        if (missing.length === 0) return [];
        const named = missing.slice(0, LISTED).map(({ label, head }) => `${label}${head}`);
        const list = named.join('；') + (missing.length > LISTED ? '……' : '');
        return [{ at: null, message: MESSAGES.missing, args: { title, count: missing.length, list } }];
      });
    },
  }),
};
