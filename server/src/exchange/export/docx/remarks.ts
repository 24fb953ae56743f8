import type { Layout, Remark } from '../../../core/plan/layout';
import type { Message } from '../../../core/text/locale';
import type { LeftOut, Part } from './parts';
import { isWide } from './tables';

const MESSAGES = {
  furniture: {
    zh: '网页要素 {count} 行没有印出（“{first}”等）。',
    en: '{count} lines of web furniture are not printed (“{first}” and the like).',
  },
  comments: { zh: '批注 {count} 处没有印出。', en: '{count} comments are not printed.' },
  frontMatter: {
    zh: '文首元数据没有印出，存在文件的自定义属性里，导入时还原。',
    en: 'The front matter is not printed; it is kept in a property of the file and restored on import.',
  },
  heads: {
    zh: '重复的表头 {count} 处没有印出：表头由版式在每页重复。',
    en: '{count} repeated table heads are not printed: the layout repeats the head on each page.',
  },
  unprintable: {
    zh: '不能印的控制字符 {count} 个没有印出。',
    en: '{count} control characters cannot be printed and are left out.',
  },
  across: {
    zh: '横排页的页码排在横页的下方；国标要求与竖排页位置一致（第 8 章）。',
    en: 'On pages that lie across, page numbers stand at the foot of the lying page; the standard wants them where upright pages have them (8).',
  },
  imprint: {
    zh: '版记排在原文所在的位置；国标要求置于公文最后一面、末条分隔线与版心下边缘重合（7.4.1）。',
    en: 'The imprint stands where the text has it; the standard wants it at the foot of the last page (7.4.1).',
  },
} as const satisfies Record<string, Message>;

const SHOWN = 16;

/** What of a text is not on paper, and what on paper is not as the standard has it. `leftOut` is null where no text is printed. */
export function remarksOf(
  parts: readonly Part[],
  leftOut: LeftOut | null,
  unprintable: number,
  layout: Layout,
): readonly Remark[] {
  const found: Remark[] = [];
  const tell = (count: number, name: keyof typeof MESSAGES, args: Remark['args'] = { count }): void => {
    if (count > 0) found.push({ message: MESSAGES[name], args });
  };
  if (leftOut) {
    const { furniture, comments, frontMatter, heads } = leftOut;
    tell(furniture.length, 'furniture', { count: furniture.length, first: furniture[0]?.trim().slice(0, SHOWN) ?? '' });
    tell(comments.length, 'comments');
    tell(frontMatter === null ? 0 : 1, 'frontMatter');
    tell(heads, 'heads');
  }
  tell(unprintable, 'unprintable');
  const across = parts.some((part) => part.kind === 'table' && (leftOut === null || isWide(part.table)));
  if (layout.pageNumbers) tell(across ? 1 : 0, 'across');
  tell(parts.some(({ kind }) => kind === 'imprint') ? 1 : 0, 'imprint');
  return found;
}
