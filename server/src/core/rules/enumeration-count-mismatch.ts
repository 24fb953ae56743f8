import { TRAIT } from '../text/traits';
import { numeralOf } from './countWords';
import { ALL_KINDS, NOTHING, type Hit, type Rule } from './rule';

const MESSAGES = {
  mismatch: {
    zh: '列举了 {listed} 项，后面说“{said}”。请核对是漏列、多列，还是总数写错。',
    en: '{listed} things are listed, and it says “{said}”. Check the list and the number.',
  },
} as const;

const COUNT = '(?<count>[两二三四五六七八九]|十[一二三四五六七八九]?|\\d{1,2})';
/** The number behind a list: 甲、乙、丙等三项, 甲、乙、丙三项. */
const COUNTED = new RegExp(
  `(?=[两二三四五六七八九十\\d])(?<=[^\\d第])${COUNT}(?<unit>大|项|个方面|个环节|个阶段|个步骤|个关键|个重点|个要素|类|种|级)(?!\\d)`,
  'g',
);
/** Where a list begins at the latest. */
const STOP = '，,。.．；;：:（）()“”《》';
const LONGEST_LIST = 200;
const LONGEST_ITEM = 18;
/** 三项制度（甲、乙、丙）. */
const NUMBER_FIRST = new RegExp(
  `${COUNT}(?<unit>大|项|个|类|种)[\\u4e00-\\u9fff]{1,10}[（(](?<list>[^（）()。；：“”]{2,80})[）)]`,
  'g',
);
const JOINT = /和|与|及|或/g;

/**
 * As many things are listed as the number behind (or before) the list says. 和 and 与 may join two things or stand inside
 * one, so a list has a least and a greatest count. A list that ends in 等 may name fewer: it is reported when it names
 * more, or when it is one short of a number that closes it (七大). Source: consistency.
 */
export const rule: Rule = {
  id: 'enumeration-count-mismatch',
  title: { zh: '列举数与总数不符', en: 'List and number differ' },
  topic: 'text',
  severity: 'hint',
  strength: '实务',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：数字准确',
    en: 'article 20(4) of the regulations on official documents: numbers right',
  },
  fixable: 'no',
  kinds: ALL_KINDS,
  inWords({ text, traits, role }) {
    if (!(traits & TRAIT.comma) || !(traits & TRAIT.counted) || role === 'lead' || role === 'responsible')
      return NOTHING;
    const lists = listsFirst(text);
    const numbers = traits & (TRAIT.bracket | TRAIT.halfWidth) ? numbersFirst(text) : NOTHING;
    return numbers.length > 0 ? [...lists, ...numbers].sort((a, b) => a.from - b.from) : lists;
  },
};

function listsFirst(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(COUNTED)) {
    const { count, unit } = match.groups as { count: string; unit: string };
    const said = numeralOf(count);
    const list = listBefore(text, match.index);
    if (said === null || !list) continue;
    const { least, most } = countOf(list.items);
    const wrong = list.open
      ? least === said + 1 || (unit === '大' && most === said - 1)
      : (least === said + 1 || most === said - 1) && least > 1;
    // 市、县两级 and the like may leave out what everybody knows.
    if (!wrong || (unit === '级' && !list.open && most === said - 1)) continue;
    const to = match.index + match[0].length;
    const args = { listed: least > said ? least : most, said: text.slice(match.index - (list.open ? 1 : 0), to) };
    hits.push({ message: MESSAGES.mismatch, args, from: list.from, to });
  }
  return hits;
}

interface List {
  readonly items: string;
  readonly from: number;
  /** It ends in 等. */
  readonly open: boolean;
}

/** The list that ends right before `end`; `null` where there is none or it cannot be counted. */
function listBefore(text: string, end: number): List | null {
  const open = text[end - 1] === '等';
  const to = open ? end - 1 : end;
  let from = to;
  let item = 0;
  let marks = 0;
  while (from > 0 && to - from < LONGEST_LIST) {
    const character = text[from - 1]!;
    if (STOP.includes(character) || /\s/.test(character)) break;
    if (character === '、') {
      if (item === 0 || item > LONGEST_ITEM) return null;
      marks++;
      item = 0;
    } else if (
      ++item > LONGEST_ITEM &&
      marks > 0 &&
      !text.slice(Math.max(0, from - LONGEST_ITEM), from).includes('、')
    ) {
      // Of the first thing only its end is shown: what stands before it is the sentence it is in.
      break;
    }
    from--;
  }
  // A list cut short by brackets or quotation marks cannot be counted, nor one of numbers.
  if (marks === 0 || item === 0 || /[、”》）)]/.test(text[from - 1] ?? '') || /\d$/.test(text.slice(from, to)))
    return null;
  return { items: text.slice(from, to), from, open };
}

function numbersFirst(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(NUMBER_FIRST)) {
    const { list, count, unit } = match.groups as { list: string; count: string; unit: string };
    const said = numeralOf(count);
    if (
      said === null ||
      !list.includes('、') ||
      /等$|[，,]|\d/.test(list) ||
      /[\d.第~～—-]/.test(text[match.index - 1] ?? '')
    )
      continue;
    const { least, most } = countOf(list);
    if (least <= said && said <= most) continue;
    const args = { listed: least > said ? least : most, said: `${count}${unit}` };
    hits.push({ message: MESSAGES.mismatch, args, from: match.index, to: match.index + match[0].length });
  }
  return hits;
}

/** 甲、乙和丙 are three; 甲、乙与丙 may be two. */
function countOf(list: string): { readonly least: number; readonly most: number } {
  const least = list.split('、').length;
  return { least, most: least + (list.match(JOINT)?.length ?? 0) };
}
