import { ALL_KINDS, NOTHING, wholeDocument, type Rule } from './rule';

const MESSAGES = {
  unquoted: {
    zh: '“{term}”在文中另 {count} 处都加引号，这里没有加。请统一。',
    en: '“{term}” stands between quotation marks at {count} other places and not here. Write it alike.',
  },
  quoted: {
    zh: '同类提法在文中另 {count} 处都没有加引号，这里的“{term}”加了。请统一。',
    en: 'At {count} other places such terms stand without quotation marks; here “{term}” has them. Write it alike.',
  },
  add: { zh: '加引号', en: 'Put quotation marks round it' },
  remove: { zh: '去掉引号', en: 'Take the quotation marks away' },
} as const;

/** A writing stands alone when at least so many others are against it. */
const MAJORITY = 3;

interface Said {
  readonly group: string;
  readonly term: string;
  readonly quoted: boolean;
}

/**
 * A term usually quoted (server/src/core/lexicon/terms.tsv) that is quoted all over the document but once, or once and
 * nowhere else. Terms of a group, such as the three 保卫战, count together. Source: consistency.
 */
export const rule: Rule = {
  id: 'quoted-term-inconsistent',
  title: { zh: '术语引号前后不一', en: 'Term quoted here, not there' },
  topic: 'text',
  severity: 'hint',
  strength: '实务',
  basis: { zh: '同一文件用法一致', en: 'one document, one usage' },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  whole: wholeDocument<Said>({
    inWords({ text }, { lexicon }) {
      const terms = lexicon.terms(text);
      if (terms.length === 0) return NOTHING;
      return terms.map(({ from, to, group, quoted }) => ({
        said: { group, term: text.slice(from, to), quoted },
        from,
        to,
        places: [[quoted ? from - 1 : from, quoted ? to + 1 : to]],
      }));
    },
    conclude(said) {
      const byGroup = new Map<string, number[]>();
      for (const [at, { group }] of said.entries()) byGroup.set(group, [...(byGroup.get(group) ?? []), at]);
      return [...byGroup.values()].flatMap((places) => {
        const [quoted, bare] = [places.filter((at) => said[at]!.quoted), places.filter((at) => !said[at]!.quoted)];
        const [few, many] = quoted.length < bare.length ? [quoted, bare] : [bare, quoted];
        if (few.length !== 1 || many.length < MAJORITY) return [];
        const at = few[0]!;
        const { term } = said[at]!;
        const isQuoted = few === quoted;
        return [
          {
            at,
            message: isQuoted ? MESSAGES.quoted : MESSAGES.unquoted,
            args: { term, count: many.length },
            fixes: [
              {
                title: isQuoted ? MESSAGES.remove : MESSAGES.add,
                safe: false,
                edits: [{ at, place: 0, newText: isQuoted ? term : `“${term}”` }],
              },
            ],
          },
        ];
      });
    },
  }),
};
