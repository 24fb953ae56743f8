import { isBodySign } from '../plan/documentNumber';
import { TRAIT } from '../text/traits';
import { ALL_KINDS, NOTHING, type Hit, type Report, type Rule } from './rule';
import { toReport } from './words';

const MESSAGES = {
  wrong: {
    zh: '发文字号“{text}”写法不规范：{faults}。应为“{better}”。',
    en: 'The document number “{text}” is not written by the standard; it should be “{better}”.',
  },
  change: { zh: '改为“{better}”', en: 'Change to “{better}”' },
} as const;

const FAULTS = {
  brackets: '年份用六角括号〔 〕',
  ordinal: '序号前不加“第”',
  zero: '序号不编虚位',
  space: '中间不空格',
} as const;

/** What stands for a body, the year in brackets of some kind, the number: 云政发〔2022〕23号. */
const NUMBER =
  /(\p{Script=Han}{1,9})([ \u3000]{0,2})([〔﹝［[（(【〖])([ \u3000]{0,2})((?:19|20)\d\d)([ \u3000]{0,2})([〕﹞］\])）】〗])([ \u3000]{0,2})(第?)([ \u3000]{0,2})(\d{1,4})([ \u3000]{0,2})号(?!楼|线|院|机组|地块|厂房|仓|门|馆|路|井|桥|桩|码)/gu;
/** Words before the number that are no part of it. */
const LEADING = /^.*(?:根据|按照|依据|依照|参照|贯彻|落实|执行|以及|[和与及见按])/u;
/** 公告 and 令 count their numbers with 第. */
const COUNTED = /(?:公告|通告|令)$/;
/** Numbers of court files are written (2021)… without characters before them and never reach here; these name something else. */
const OTHER = /(?:合同|项目|工程|标段|专利|档案|案件|收据|发票|罚|罚字|罚决字|处罚|文备|备)$/;

function hitsIn(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [
      whole,
      name = '',
      space1 = '',
      open = '',
      space2 = '',
      year = '',
      space3 = '',
      close = '',
      space4 = '',
      ordinal = '',
      space5 = '',
      number = '',
      space6 = '',
    ] = match;
    if (OTHER.test(name) || (!'〔﹝'.includes(open) && !isBodySign(name))) continue;
    const faults: string[] = [];
    if (!'〔﹝'.includes(open) || !'〕﹞'.includes(close)) faults.push(FAULTS.brackets);
    if (ordinal && !COUNTED.test(name)) faults.push(FAULTS.ordinal);
    if (number.startsWith('0') && Number(number) > 0) faults.push(FAULTS.zero);
    if (space1 + space2 + space3 + space4 + space5 + space6) faults.push(FAULTS.space);
    if (faults.length === 0) continue;
    const kept = COUNTED.test(name) ? ordinal : '';
    const tail = `〔${year}〕${kept}${Number(number) || number}号`;
    const own = name.replace(LEADING, '');
    const better = `${own}${tail}`;
    const to = match.index + whole.length;
    hits.push({
      message: MESSAGES.wrong,
      args: { text: whole.slice(name.length - own.length), faults: faults.join('，'), better },
      from: match.index + name.length - own.length,
      to,
      fixes: [
        {
          title: MESSAGES.change,
          args: { better },
          // Numbers of files and filings of other bodies may hold 第 or zeros by their own rules.
          safe: !faults.includes(FAULTS.ordinal) && !faults.includes(FAULTS.zero),
          edits: [{ from: match.index + name.length, to, newText: tail }],
        },
      ],
    });
  }
  return hits;
}

const judge = (text: string): readonly Hit[] =>
  /\d[\]〕﹞］)）】〗 \u3000]{1,5}第?[ \u3000]{0,2}\d{1,4}[ \u3000]{0,2}号/.test(text) ? hitsIn(text) : NOTHING;

/**
 * A document number with other brackets than 〔〕, with 第, a leading zero or blanks in it. The line a web page shows the
 * document's own number in is judged too.
 * Source: GB/T 9704—2012, 7.2.5.
 */
export const rule: Rule = {
  id: 'document-number-format',
  title: { zh: '发文字号格式', en: 'Form of document numbers' },
  topic: 'text',
  severity: 'warning',
  strength: '规定',
  basis: { zh: 'GB/T 9704—2012 7.2.5', en: 'GB/T 9704—2012, 7.2.5' },
  fixable: 'safe',
  kinds: ALL_KINDS,
  inWords: ({ text, traits }) => (traits & TRAIT.number && traits & TRAIT.digit ? judge(text) : NOTHING),
  passage: ({ passage }) =>
    passage.blocks.some(({ kind }) => kind === 'furniture')
      ? passage.blocks.flatMap((block): readonly Report[] =>
          block.kind === 'furniture' ? judge(block.text).map((hit) => toReport(hit, block)) : [],
        )
      : NOTHING,
};
