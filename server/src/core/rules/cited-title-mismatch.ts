import { wholeDocument, type Rule } from './rule';
import { likeness } from './superior';

const MESSAGES = {
  differs: {
    zh: '通知说印发的是“{cited}”，这里的标题是“{title}”，两处不一致。请改成一致。',
    en: 'The notice says it issues “{cited}”, and the title here is “{title}”. Make them the same.',
  },
  notice: { zh: '通知里的标题', en: 'the title in the notice' },
} as const;

const CITES = /(?:印发|转发|发布)(?:《(.+)》|(.+?))的?通知$/;
/** Alike enough to be the same document, and not the same words. */
const ALIKE = 0.55;

/**
 * The title a notice cites (关于印发《甲方案》的通知) and the title of the document it carries, where they differ in words.
 * Source: quotations must be right, Regulations art. 20 (4).
 */
export const rule: Rule = {
  id: 'cited-title-mismatch',
  title: { zh: '通知与所印发文件标题不一', en: 'Title differs from the notice' },
  topic: 'structure',
  severity: 'warning',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：引文准确',
    en: 'Regulations on official documents, art. 20 (4)',
  },
  fixable: 'no',
  kinds: ['notice'],
  whole: wholeDocument<string>({
    inPassage: ({ summary }) => summary.titles.map(({ text, range }) => ({ said: text, range })),
    conclude(said) {
      const [notice, title] = said;
      const cites = notice === undefined ? null : CITES.exec(notice);
      if (!cites || title === undefined || said.length !== 2) return [];
      const cited = cites[1] ?? cites[2]!;
      const [a, b] = [levelled(cited), levelled(title)];
      if (a === '' || b === '' || a.includes(b) || b.includes(a) || likeness(a, b) < ALIKE) return [];
      const related = [{ at: 0, message: MESSAGES.notice }];
      return [{ at: 1, message: MESSAGES.differs, args: { cited, title }, related }];
    },
  }),
};

/** Words alone: marks, spaces and a period or draft note in brackets at the end say nothing. */
function levelled(title: string): string {
  return title
    .replace(/[（(〔][^（）()〔〕]{1,24}[）)〕]\s*$/, '')
    .replace(/[^\u4e00-\u9fffA-Za-z0-9]/g, '')
    .replace(/的/g, '');
}
