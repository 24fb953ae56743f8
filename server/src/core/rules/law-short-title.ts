import { bareTitle, COUNTRY } from '../lexicon/laws';
import { citationsIn } from '../plan/citations';
import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, wholeDocument, type Rule, type RuleContext, type WordMention, type Words } from './rule';

const MESSAGES = {
  short: {
    zh: '《{law}》首次出现用了简称，宜写全称《中华人民共和国{law}》，或注明“以下简称《{law}》”。',
    en: '《{law}》 is first cited by its short title. Write 《中华人民共和国{law}》, or say that it is called so below.',
  },
  insert: { zh: '补全为《中华人民共和国{law}》', en: 'Write 《中华人民共和国{law}》' },
} as const;

interface Said {
  readonly law: string;
  /** `known`: cited in full, or the short title is explained there; `title`: in the document's own title, which stays short. */
  readonly how: 'short' | 'known' | 'title';
}

/**
 * A national law cited by its short title where it is first cited. Source: the technical norms of legislation (法工委发
 * 〔2009〕62号), 6: titles of laws are cited in full. Documents mostly cite short, so it is a remark.
 */
export const rule: Rule = {
  id: 'law-short-title',
  title: { zh: '法律首次用简称', en: 'Short title of a law' },
  topic: 'text',
  severity: 'info',
  strength: '推荐',
  basis: {
    zh: '《立法技术规范（试行）（一）》（法工委发〔2009〕62号）6',
    en: 'technical norms of legislation (2009), 6',
  },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  whole: wholeDocument<Said>({
    inWords: (words, context) =>
      words.traits & TRAIT.title && words.traits & TRAIT.law ? mentionsIn(words, context) : NOTHING,
    conclude(said) {
      const met = new Set<string>();
      return said.flatMap(({ law, how }, at) => {
        if (how === 'title' || met.has(law)) return [];
        met.add(law);
        if (how === 'known') return [];
        const edits = [{ at, place: 0, newText: `${COUNTRY}${law}` }];
        return [
          {
            at,
            message: MESSAGES.short,
            args: { law },
            fixes: [{ title: MESSAGES.insert, args: { law }, safe: false, edits }],
          },
        ];
      });
    },
  }),
};

function mentionsIn({ text, kind }: Words, { lexicon }: RuleContext): readonly WordMention<Said>[] {
  return citationsIn(text).flatMap(({ title, from, to, nested }): WordMention<Said>[] => {
    const law = bareTitle(title);
    if (nested || lexicon.laws.standing(law) !== 'law') return [];
    const explained =
      title.startsWith(COUNTRY) || /(?:简称|称为|称)[“”]?$/.test(text.slice(Math.max(0, from - 4), from));
    const how = kind === 'title' ? 'title' : explained ? 'known' : 'short';
    return [{ said: { law, how }, from, to, places: [[from + 1, from + 1 + law.length]] }];
  });
}
