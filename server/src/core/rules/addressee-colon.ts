import type { Block, Paragraph } from '../syntax/block';
import { rangeOf } from '../syntax/joined';
import { ALL_KINDS, type Report, type Rule } from './rule';

const MESSAGES = {
  none: {
    zh: '主送机关末尾应当用全角冒号。请在“{text}”后加“：”。',
    en: 'The addressee ends with a full-width colon. Add “：” after “{text}”.',
  },
  other: {
    zh: '主送机关末尾应当用全角冒号，不用“{mark}”。',
    en: 'The addressee ends with a full-width colon, not with “{mark}”.',
  },
  write: { zh: '末尾改为“：”', en: 'End it with “：”' },
} as const;

/** Bodies as addressees name them. */
const BODY =
  /(?:政府|部门|单位|机构|办事处|委员会|管委会|公司|企业|学校|医院|银行|社区办|办公室|厅|局|委|办|院|会|处|部|署|社|区|县|市|镇|乡|街道|街|州|盟|旗|园区|中心|集团)(?:[（(〔][^（）()〔〕]*[）)〕])?$/;
const NUMBER = /〔?\[?20\d\d〕?\]?\s*\d+\s*号$/;
const MAX_ADDRESSEE = 200;
const MIN_PROSE = 20;
const SHOWN = 6;

/**
 * The addressee of a document, below title and number, that does not end with a full-width colon.
 * Source: GB/T 9704—2012, 7.3.2.
 */
export const rule: Rule = {
  id: 'addressee-colon',
  title: { zh: '主送机关末尾标点', en: 'Mark after the addressee' },
  topic: 'structure',
  severity: 'warning',
  strength: '规定',
  basis: { zh: 'GB/T 9704—2012，7.3.2：主送机关最后一个名称后标全角冒号', en: 'GB/T 9704—2012, 7.3.2' },
  fixable: 'safe',
  kinds: ALL_KINDS,
  passage({ passage: { blocks } }) {
    return blocks.flatMap((block, index) => {
      if (block.kind !== 'paragraph' || !isPlace(block, blocks[index - 1], blocks[index + 1])) return [];
      return judge(block);
    });
  },
};

/** Between the title or the document's number and its first sentence. */
function isPlace(block: Paragraph, above: Block | undefined, below: Block | undefined): boolean {
  if (!block.head || block.number || block.title || block.text.length > MAX_ADDRESSEE) return false;
  if (above?.kind !== 'paragraph' || below?.kind !== 'paragraph' || below.number) return false;
  // In a document on one line what stands where is a guess.
  if (block.pieces[0]!.character > 0 || below.pieces[0]!.character > 0) return false;
  // An addressee over two lines has its colon on the second.
  if (/[，、,]\s*$/.test(block.text) && /[:：]\s*$/.test(below.text)) return false;
  const opened = above.title !== null || NUMBER.test(above.text.trim());
  return opened && below.text.length >= MIN_PROSE && /[，。,]/.test(below.text);
}

function judge(block: Paragraph): readonly Report[] {
  const text = block.text.trimEnd();
  const mark = /[:：;；,，。.、]$/.exec(text)?.[0] ?? '';
  const names = text.slice(0, text.length - mark.length);
  if (mark === '：' || /[。；！？:：]/.test(names) || !/各|有关/.test(names)) return [];
  // Where all marks are half-width the colon is no matter of its own.
  if (mark === ':' && names.includes(',') && !/[，、]/.test(names)) return [];
  if (!names.split(/[，、,]/).every((name) => BODY.test(name.trim()))) return [];
  const from = text.length - (mark === '' ? 0 : 1);
  const shown = Math.max(0, names.length - SHOWN);
  return [
    {
      message: mark === '' ? MESSAGES.none : MESSAGES.other,
      args: { text: names.slice(shown), mark },
      range: mark === '' ? rangeOf(block, shown, names.length) : rangeOf(block, from, text.length),
      fixes: [
        {
          kind: 'edit',
          title: MESSAGES.write,
          args: {},
          safe: true,
          edits: [
            {
              range: { start: rangeOf(block, from, text.length).start, end: rangeOf(block, shown, text.length).end },
              newText: '：',
            },
          ],
        },
      ],
    },
  ];
}
