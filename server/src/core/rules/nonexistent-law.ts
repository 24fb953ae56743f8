import { bareTitle, COUNTRY, LAWS_KNOWN_UNTIL } from '../lexicon/laws';
import { citationsIn } from '../plan/citations';
import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, type Hit, type Rule, type RuleContext } from './rule';

const MESSAGES = {
  near: {
    zh: '现行法律中没有《{title}》，疑为《{near}》。请核对法律名称。',
    en: 'No law in force is called 《{title}》; 《{near}》 may be meant. Check the title.',
  },
  replace: { zh: '改为《{near}》', en: 'Change to 《{near}》' },
} as const;

/** Behind the title: it is not a law yet, or no longer one. */
const NOT_IN_FORCE = /^\s*[（(]?(?:草案|征求意见稿|送审稿|修订草案|修正草案|已废止|废止)/;

/**
 * A title 《中华人民共和国……法》 that is not among the laws in force but so like one of them that it must be a slip.
 * Titles like no law are left alone: they may be newer than the table (server/src/core/lexicon/laws.tsv).
 * Source: article 20(4) of the regulations on official documents: quotations right; the national database of laws.
 */
export const rule: Rule = {
  id: 'nonexistent-law',
  title: { zh: '法律法规名称疑误', en: 'No such law' },
  topic: 'text',
  severity: 'error',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：引文准确；国家法律法规数据库',
    en: 'article 20(4) of the regulations on official documents; the national database of laws',
  },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  inWords: ({ text, traits }, context) =>
    traits & TRAIT.title && text.includes(COUNTRY) ? inText(text, context) : NOTHING,
};

function inText(text: string, { lexicon, facts }: RuleContext): readonly Hit[] {
  return citationsIn(text).flatMap(({ title, from, to }): Hit[] => {
    const bare = bareTitle(title);
    if (!title.startsWith(COUNTRY) || !bare.endsWith('法') || bare.length > 30) return [];
    if (/草案|意见稿|送审稿/.test(title) || NOT_IN_FORCE.test(text.slice(to, to + 12))) return [];
    if (/原$|原来的$|废止的?$|草案$/.test(text.slice(Math.max(0, from - 6), from))) return [];
    if (lexicon.laws.standing(bare) !== null) return [];
    const near = lexicon.laws.near(bare).map((law) => COUNTRY + law);
    const [nearest] = near;
    if (nearest === undefined) return [];
    const start = from + 1;
    const end = start + COUNTRY.length + bare.length;
    return [
      {
        message: MESSAGES.near,
        args: { title: COUNTRY + bare, near: nearest },
        from,
        to,
        // A law made after the table was may be called so.
        ...((facts.issueYear ?? 0) > LAWS_KNOWN_UNTIL && { severity: 'hint' as const }),
        fixes: near.map((law) => ({
          title: MESSAGES.replace,
          args: { near: law },
          safe: false,
          edits: [{ from: start, to: end, newText: law }],
        })),
      },
    ];
  });
}
