import { range } from '../text/position';
import { ALL_KINDS, wholeDocument, type Rule } from './rule';

const MESSAGES = {
  found: {
    zh: '有网页上的导航、栏目信息残留（全文 {count} 处），不是公文内容。请核对后删去，需要的日期、文号可写入文首元数据。',
    en: 'Navigation and data of a web page are left in the text ({count} places). Delete them; dates and numbers that are needed can go into the front matter.',
  },
  remove: { zh: '删去网页残留（{count} 处）', en: 'Delete what the web page left ({count} places)' },
} as const;

/** Lines that a document may have of its own accord (来源：…… under a table, 有效期：……): alone they prove nothing. */
const WEAK =
  /^\s*(?:标\s*题|文\s*号|名\s*称|栏目|来源|分类|有效期|有效性|主\s*题\s*词|关键词|体裁|时\s*效|公开(?:方式|形式|范围)|(?:发布|发文|成文)(?:时间|日期)|技术支持|联系我们|https?:)/;

/**
 * What a web page leaves round a plan when it is copied. Reading sets such lines aside; here they are shown, once for
 * the document. Source: observed practice.
 */
export const rule: Rule = {
  id: 'web-page-residue',
  title: { zh: '网页要素残留', en: 'Left from a web page' },
  topic: 'structure',
  severity: 'info',
  strength: '实务',
  basis: { zh: '从政府网站复制的文本常见', en: 'usual in text copied from government web sites' },
  fixable: 'confirm',
  kinds: ALL_KINDS,
  whole: wholeDocument<'weak' | 'plain'>({
    inPassage: ({ passage }) =>
      passage.blocks.flatMap((block) => {
        if (block.kind !== 'furniture') return [];
        const line = passage.lines[block.line]!;
        const from = line.length - line.trimStart().length;
        return [
          {
            said: WEAK.test(line) ? ('weak' as const) : ('plain' as const),
            range: range(block.line, from, block.endLine, line.trimEnd().length),
            places: [range(block.line, 0, block.endLine + 1, 0)],
          },
        ];
      }),
    conclude(said) {
      const count = said.length;
      if (count === 0 || (count < MIN_WEAK && !said.includes('plain'))) return [];
      const edits = said.map((_, at) => ({ at, place: 0, newText: '' }));
      const args = { count };
      return [{ at: 0, message: MESSAGES.found, args, fixes: [{ title: MESSAGES.remove, args, safe: false, edits }] }];
    },
  }),
};

const MIN_WEAK = 3;
