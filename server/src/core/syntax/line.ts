import { isSpace } from '../text/numerals';
import { isFurniture } from './furniture';
import { readNumber, skipMarks } from './numbering';
import { isMarkdownRule, looksTabular } from './table';

/** Labels that open a line of their own; such a line never continues the paragraph before it. */
const LABEL_LINE =
  /^(?:[-—•·●]+\s*)?[（(〔[]?\s*\**(?:目标|措施|工作目标|治理指标|工作任务|主要任务|具体措施|(?:牵头|责任|参加|参与|配合|协办|协助|主办|承办|实施|指导|负责|落实)(?:单位|部门|主体)|责任分工|(?:牵头|责任|分管|主管|包联|包抓|挂钩|联系)(?:省|市|州|县|区|镇)?领导|责任人|牵头人|(?:完成|办结|整改|工作|落实|推进|实施)(?:时限|时间|期限|日期)|时间节点|时限要求|时间要求|时间安排|进度安排|成果形式)\s*\**\s*[:：]/;
const ANNEX = /^附\s*件\s*[0-9０-９一二三四五六七八九十]*\s*[:：]?$/;
const DATE_LINE = /^[（(]?(?:20|19)\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[）)]?$/;
const TITLE_END =
  /(?:方案|意见|计划|清单|规划|纲要|若干措施|政策措施|若干举措|若干政策|工作要点|分解表|分工表|任务表|(?:责任|任务)分[解工]|工作报告|情况报告|情况的报告|工作总结|通知|决定|办法|细则)$/;
const TITLE_TAIL = /\s*[（(〔][^（）()〔〕]{1,24}[）)〕]\s*$/;
const MAX_TITLE = 80;

export function isBlank(line: string): boolean {
  for (let at = 0; at < line.length; at++) if (!isSpace(line.charCodeAt(at))) return false;
  return true;
}

/** Front matter ends within so many lines, or there is none. */
export const MAX_FRONT_MATTER = 40;

/** Whether a document whose first line this is may begin with front matter. */
export function opensFrontMatter(line: string): boolean {
  return line.trim() === '---';
}

/** The line that closes the front matter of a document with these first lines; 0 if there is none. */
export function frontMatterEnd(lines: readonly string[]): number {
  if (!opensFrontMatter(lines[0] ?? '')) return 0;
  const end = lines.slice(1, MAX_FRONT_MATTER).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  return end + 1;
}

/** Whether the line opens with a number or a Markdown heading mark. */
export function opensItem(line: string): boolean {
  const at = skipMarks(line, 0);
  return (line.charCodeAt(0) === 0x23 && at < line.length) || readNumber(line, at) !== null;
}

export function isLabelLine(line: string): boolean {
  return LABEL_LINE.test(line.trim());
}

export function isAnnexLine(line: string): boolean {
  return line.length < 16 && ANNEX.test(line.replace(/[#*]/g, '').trim());
}

export function isDateLine(line: string): boolean {
  return line.length < 24 && DATE_LINE.test(line.trim());
}

/** A line as titles of plans end (…实施方案（2021—2025年）); `bare` is the text without number and marks. */
export function isTitleLine(bare: string): boolean {
  if (bare.length < 8 || bare.length > MAX_TITLE || /[。；！？]/.test(bare) || hasOpenBracket(bare)) return false;
  return TITLE_END.test(bare.replace(TITLE_TAIL, '').replace(/[》〉”"]+$/, ''));
}

const CLOSED = '。！？；：!?;:)）」』”》】…';

/** The last character that is neither white space nor a Markdown mark, or ''. */
export function lastMark(text: string): string {
  let at = text.length - 1;
  while (at >= 0 && (isSpace(text.charCodeAt(at)) || text[at] === '*')) at--;
  return text[at] ?? '';
}

/** Whether a line ends in closing punctuation: nothing below can belong to its sentence. */
export function endsClosed(text: string): boolean {
  return CLOSED.includes(lastMark(text) || '。');
}

const OPENERS = '（(〔[〈《“【';
const CLOSERS = '）)〕]〉》”】';

/** How much of a paragraph's end is looked at to see whether it runs on (UTF-16 units). */
export const TAIL = 400;

/** Whether a bracket opened in the last characters of `text` is still open. */
function hasOpenBracket(text: string): boolean {
  let depth = 0;
  for (let at = text.length - 1, stop = Math.max(0, text.length - TAIL); at >= stop; at--) {
    const char = text[at]!;
    if (CLOSERS.includes(char)) depth++;
    else if (OPENERS.includes(char) && --depth < 0) return true;
  }
  return false;
}

/** A paragraph as far as it has been joined. */
export interface Torn {
  readonly first: string;
  /** Its last characters, at least `TAIL` of them if it has so many. */
  readonly tail: string;
  readonly length: number;
}

const MAX_JOINED = 20_000;
/** Shorter lines are no torn prose but a salutation or a heading, unless they are an item that ends in a comma. */
const MIN_PROSE = 24;
/** What opens something of its own without a number: dashes and bullets of lists, 一是, 附件：, 注：. */
const OPENS_OWN =
  /^\s*(?:——|[•·●■◆▲★※○□]|- |[一二三四五六七八九十][是要]|第[一二三四五六七八九十][，、：]|(?:附\s*件|附|注|备注|说明|抄送|联\s*系\s*人)\s*[:：])/;

/**
 * Whether a paragraph was torn and goes on in `next` (a page end in a copy from PDF): it ends without closing
 * punctuation, and `next` opens nothing of its own. Blank lines may lie between.
 */
export function runsOn({ first, tail, length }: Torn, next: string, adjacent: boolean): boolean {
  const last = lastMark(tail);
  // Nearly every paragraph ends here; a full stop ends it even where a bracket was forgotten.
  if (last === '。' && !isLabelLine(next)) return false;
  if (length > MAX_JOINED || (opensOwn(next) && !isListedField(next))) return false;
  if (hasOpenBracket(tail)) return length < 4000 && (!isLabelLine(next) || (adjacent && closesMore(next)));
  if (isLabelLine(next)) return nextField(first, tail, next);
  const comma = last === '、' || last === '，' || last === ',';
  if (CLOSED.includes(last) || (length < MIN_PROSE && !(comma && opensItem(first)))) return false;
  if (comma) return true;
  // A responsibility on a line of its own has no full stop and is complete all the same.
  return !isLabelLine(first) && breaksOff({ first, tail, length }, next, adjacent);
}

/** - 牵头单位：甲局, a field in a list of fields. */
const isListedField = (line: string): boolean => /^\s*[-—•·●]/.test(line) && isLabelLine(line);

/** Whether a line opens an item, a row, a date, a list or whatever else stands by itself. */
function opensOwn(line: string): boolean {
  if (opensItem(line) || looksTabular(line) !== null || isFurniture(line)) return true;
  return isAnnexLine(line) || isDateLine(line) || line.startsWith('<!--') || OPENS_OWN.test(line);
}

/** Whether a text without any mark at its end is prose that was cut, and `next` prose too. */
function breaksOff({ first, tail, length }: Torn, next: string, adjacent: boolean): boolean {
  const indented = /^(?: {2}|\u3000)/.test(next);
  if (!/[，。；,]/.test(tail) || indented) return false;
  // A heading of two clauses (一、健全体系，提升能力) has no full stop either; text wrapped at a column has lines of one width.
  const wrapped = adjacent && Math.abs(next.length - length) <= COLUMN_SLACK;
  if (length === first.length && isHeadLike(first) && !wrapped) return false;
  if (next.length >= 30 || /[，。；、）)]/.test(next)) return true;
  return adjacent && length > 60 && next.length < 12 && /[。）)]$/.test(next);
}

/** （牵头单位：甲局；⏎责任单位：乙局）: a line that closes a bracket it did not open. */
function closesMore(line: string): boolean {
  let depth = 0;
  for (const char of line) {
    if (OPENERS.includes(char)) depth++;
    else if (CLOSERS.includes(char) && --depth < 0) return true;
  }
  return false;
}

const COLUMN_SLACK = 3;
const MAX_HEAD = 50;

const HIGH = /^[\s#*]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|第[一二三四五六七八九十]+[章节])/;

/**
 * A line short enough for a heading, or one with a label (成员：), without a sentence in it, that does not ask for more.
 * Below the high levels a heading has two clauses at most; with more of them it is the beginning of a measure.
 */
function isHeadLike(line: string): boolean {
  if (/[。；！？]|[并或和与及以在将把为对向从由被使]\s*$/.test(line)) return false;
  if (/^\s*[^，。：:]{1,8}[：:]/.test(line)) return true;
  return line.length <= MAX_HEAD && (HIGH.test(line) || line.split(/[，,]/).length <= 2);
}

/** How labels begin that name who, until when and what for; 目标： and 措施： stand alone. */
const FIELD = /^[牵责参配协承完成时包挂联分办整]|^主[办管责]|^(?:工作|落实|推进|实施)[时期单]/;
const withoutMarks = (line: string): string => line.replace(/^[-—•·●\s*（(〔[]+/, '');

/** 牵头单位：甲局⏎责任单位：乙局: the fields of one responsibility, each on a line of its own, blank lines between or not. */
function nextField(first: string, tail: string, next: string): boolean {
  if (!isLabelLine(first) || !FIELD.test(withoutMarks(first)) || first.length > 200) return false;
  const label = withoutMarks(next).split(/[:：]/)[0]!.replace(/\**$/, '');
  return FIELD.test(label) && !tail.includes(label);
}

/** Whether the line ends with a comment's end; no cut is made below it. */
export function endsComment(line: string): boolean {
  return line.includes('-->') && line.trimEnd().endsWith('-->');
}

/**
 * Whether a text can be cut before `line`: nothing that stands above can run on into it, whatever follows. `above` is the
 * last line before it that is not blank, '' if there is none.
 */
export function isSafeStart(line: string, above: string): boolean {
  if (isBlank(line)) return false;
  if (!opensItem(line) && (looksTabular(line) === null || isMarkdownRule(line))) return false;
  // What a comment says holds for the block below it, so the two are read together.
  if (endsComment(above)) return false;
  if (above === '' || looksTabular(above) !== null) return true;
  return opensItem(above) || (CLOSED.includes(lastMark(above)) && lastMark(above) !== '：');
}
