import { chineseNumeral } from '../text/numerals';

/** Words that point at a numbered part of the same document. Offsets are UTF-16 units in the text. */
export interface NumberReference {
  readonly sort: 'part' | 'chapter' | 'section' | 'article' | 'item' | 'annex';
  /** `null` for 附件 without a number. */
  readonly value: number | null;
  /** The number stands in brackets as that of the item does: 第（三）项, “（十二）”. */
  readonly bracketed: boolean;
  readonly from: number;
  readonly to: number;
}

const NUMERAL = '\\d{1,3}|[〇零一二三四五六七八九十百]{1,5}';
const ORDINAL = new RegExp(`第\\s*([（(]?)\\s*(${NUMERAL})\\s*[）)]?\\s*(部分|[章节条款项])`, 'g');
const QUOTED = new RegExp(`[“"]\\s*[（(](${NUMERAL})[）)]\\s*[”"]`, 'g');
const ANNEX = /附件\s*(\d{1,2}|[一二三四五六七八九十]{1,3})?(?![\d年月日.．:：])/g;
/** 附件 without a number points somewhere only where it is said to: 见附件, （附件）. */
const POINTS = /(?:[见按照随附]|[（(])\s*$/;
const OWN = /本(?:实施|工作)?(?:方案|意见|通知|计划|清单|措施|办法|要点|规划|纲要|文件)(?:正文)?(?:中|的)*$/;
/** Another document spoken of right before: 《……》第三条, 国发〔2018〕1号附件2, 该文件附件2. */
const OTHERS = /[》〕]|号文?|[其该原]|上级/;
const BEFORE = 14;
const LONGEST_TITLE = 200;

const SORTS: Readonly<Record<string, NumberReference['sort']>> = {
  部分: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'item',
  项: 'item',
};

/** References to numbers of the same document, in order. */
export function numberReferencesIn(text: string): readonly NumberReference[] {
  const found: NumberReference[] = [];
  const add = (
    sort: NumberReference['sort'],
    digits: string | undefined,
    bracketed: boolean,
    from: number,
    to: number,
  ): void => {
    const value = digits === undefined ? null : valueOf(digits);
    if ((value !== null || digits === undefined) && !isOfOthers(text, from))
      found.push({ sort, value, bracketed, from, to });
  };
  if (text.includes('第')) {
    for (const match of text.matchAll(ORDINAL))
      add(SORTS[match[3]!]!, match[2], match[1] !== '', match.index, match.index + match[0].length);
  }
  if (text.includes('“') || text.includes('"')) {
    for (const match of text.matchAll(QUOTED))
      add('item', match[1], true, match.index + 1, match.index + match[0].length - 1);
  }
  if (text.includes('附件')) {
    for (const match of text.matchAll(ANNEX)) {
      const end = match.index + match[0].trimEnd().length;
      if (match[1] !== undefined || POINTS.test(text.slice(Math.max(0, match.index - BEFORE), match.index)))
        add('annex', match[1], false, match.index, end);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function isOfOthers(text: string, from: number): boolean {
  const before = text.slice(Math.max(0, from - BEFORE), from);
  const clause = before.slice(Math.max(...['。', '；', '，', '\n'].map((mark) => before.lastIndexOf(mark))) + 1);
  if (OWN.test(clause)) return false;
  if (OTHERS.test(clause)) return true;
  const title = text.slice(Math.max(0, from - LONGEST_TITLE), from);
  return title.lastIndexOf('《') > title.lastIndexOf('》');
}

function valueOf(digits: string): number | null {
  return /^\d+$/.test(digits) ? Number(digits) : chineseNumeral(digits);
}
