/** How the elements of an official document are written (GB/T 9704—2012, 7): its number, addressee, signature, imprint, annexes. */
import { isDateLine, isLabelLine } from '../syntax/line';

const NUMBER = /^[\u4e00-\u9fff]{2,14}\s*[〔[（(［](?:20)?\d\d[〕\]）)］]\s*第?\s*\d+\s*号$/;
/** A date whose day is still to be filled in: 2022年3月 日. */
const UNDATED = /^\s*20\d\d\s*年\s*\d{0,2}\s*月\s*日\s*$/;
/** As dates were written before GB/T 9704—2012: 二〇一一年三月二日. */
const SPELT_OUT =
  /^\s*[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日\s*$/;
const SIGNED_AND_DATED = /[^\d]{4,30}20\d\d年\d{1,2}月\d{1,2}日$/;
const MAX_ADDRESSEE = 300;
const MAX_SIGNATURE = 40;
const MAX_IMPRINT = 60;
/** How many lines of those who sign, and the date, are looked at. */
export const MAX_SIGNATURES = 6;
const ANNEX_NOTE = /^[\s*]*附\s*件\s*[:：]\s*(?=\S)/;
const ANNEX_ITEM = /^(\d{1,2})\s*[.．、]\s*/;

/** A line without Markdown marks and white space at its ends. */
export const bareLine = (text: string): string => text.replace(/[#*]/g, '').trim();

/** 云政办发〔2024〕11号, in any brackets. `text`: a bare line. */
export const isDocumentNumber = (text: string): boolean => text.length <= 40 && NUMBER.test(text);

/** A line that ends with a colon and is no label, as addressees stand above the text. `text`: a bare line. */
export const looksLikeAddressee = (text: string): boolean =>
  text.length <= MAX_ADDRESSEE && /[:：]$/.test(text) && !isLabelLine(text);

/** 2024年4月22日, also where the day is still to be filled in. */
export const isIssueDate = (text: string): boolean => isDateLine(text) || UNDATED.test(text) || SPELT_OUT.test(text);

/** Short, and without a mark, as those who sign are named. `text`: a bare line. */
export const looksLikeSignature = (text: string): boolean =>
  text !== '' && text.length <= MAX_SIGNATURE && !/[，。；：！？]/.test(text);

/** Signature and date on one line. `text`: a bare line. */
export const isSignedAndDated = (text: string): boolean => text.endsWith('日') && SIGNED_AND_DATED.test(text);

/** 抄送：某某 and 某某 2024年4月22日印发. `text`: a bare line. */
export const isImprint = (text: string): boolean =>
  /^抄\s*送\s*[:：]/.test(text) || (text.length <= MAX_IMPRINT && /日\s*印\s*发$/.test(text));

/** 附件：1.某某表: where the number and the name begin; `null` where a line is no such note. `number` is null where it has none. */
export function annexNote(text: string): { readonly number: number | null; readonly from: number } | null {
  if (!text.includes('附')) return null;
  const opening = ANNEX_NOTE.exec(text);
  if (!opening) return null;
  const item = ANNEX_ITEM.exec(text.slice(opening[0].length));
  return { number: item ? Number(item[1]) : null, from: opening[0].length + (item?.[0].length ?? 0) };
}
