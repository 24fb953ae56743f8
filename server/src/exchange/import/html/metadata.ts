/** What government sites say about a document beside it: number, issuing body, dates (索引信息). */
import type { Block } from './blocks';

/** Keys of the front matter (docs/format.md §7) a page may tell. */
export interface PageData {
  标题?: string;
  文号?: string;
  发文机关?: string;
  成文日期?: string;
}

/** Label as it stands, without spaces, to key; `null`: known, but of no use in a plan. */
const LABELS: readonly (readonly [RegExp, keyof PageData | null])[] = [
  [/^(?:标题|名称|信息名称|文件名称|公文名称)$/, '标题'],
  [/^(?:文号|发文字号|发文文号|文件编号|文件字号|公文字号)$/, '文号'],
  [/^(?:发布机构|发文机关|发文机构|发文单位|发布单位|制发机关|制定机关|公开责任部门)$/, '发文机关'],
  [/^(?:成文日期|发文日期|生成日期|制发日期|成文时间|发文时间|签发日期|印发日期)$/, '成文日期'],
  [
    /^(?:信息)?索引号$|^(?:主题|组配|体裁|服务对象|文件)?分类$|^(?:公开|发布|公布|施行|实施|废止|失效|更新)(?:方式|形式|范围|程序|时限|日期|时间|类型|属性|状态)$|^(?:主题词|关键词|关键字|有效性|有效期|时效|效力状况|效力级别|体裁|栏目|来源|信息来源|文章来源|内容概述|统一编号|登记号|语种|载体类型|记录形式|浏览次数|阅读次数|浏览量|点击数|主题\(一级\)|主题（一级）|责任编辑|作者|字体|字号)$/,
    null,
  ],
];

type Known = { readonly key: keyof PageData | null };

function labelled(text: string): Known | null {
  const label = text.replace(/[\s　\u00a0【】[\]]+/g, '').replace(/[:：]$/, '');
  if (label === '' || label.length > 10) return null;
  const found = LABELS.find(([pattern]) => pattern.test(label));
  return found ? { key: found[1] } : null;
}

export interface Reading {
  readonly data: PageData;
  /** What was read as data but has no key, as `label：value`. */
  readonly other: readonly string[];
}

export function startReading(): { data: PageData; other: string[] } {
  return { data: {}, other: [] };
}

/** Whether a table is one of labels and values. */
export function isDataTable(block: Block): boolean {
  const cells = block.cells.flat().filter((cell) => cell.trim() !== '');
  const labels = cells.filter((cell) => labelled(cell) ?? pairOf(cell)).length;
  return labels >= 2 && labels * 2.6 >= cells.length;
}

/** Reads `label：value` of one line, and of several on it; `false` when there is none. */
export function readLine(line: string, reading: { data: PageData; other: string[] }): boolean {
  let found = false;
  for (const piece of line.split(/[|｜]|(?:\s{2,}|　+)(?!\s*[^\s:：][:：])|\s(?=[^\s:：]{2,8}[:：])/)) {
    const pair = pairOf(piece);
    if (!pair) continue;
    found = true;
    take(pair.label, pair.value, reading);
  }
  return found;
}

/** Reads a table of labels and values: the value stands in the label's cell or in the next. */
export function readTable(block: Block, reading: { data: PageData; other: string[] }): void {
  for (const row of block.cells) {
    const cells = row.filter((cell) => cell.trim() !== '');
    for (let at = 0; at < cells.length; at++) {
      const pair = pairOf(cells[at]!);
      if (pair?.value.trim()) take(pair.label, pair.value, reading);
      else if (labelled(cells[at]!)) {
        const value = cells[at + 1] ?? '';
        const none = labelled(value) ?? (pairOf(value)?.value ? true : null);
        take(cells[at]!, none ? '' : value, reading);
        if (!none) at++;
      }
    }
  }
}

function pairOf(text: string): { label: string; value: string } | null {
  const match = /^\s*([^:：\n]{1,16}?)\s*[:：]\s*([\s\S]*)$/.exec(text);
  return match && labelled(match[1]!) ? { label: match[1]!, value: match[2]! } : null;
}

function take(label: string, given: string, { data, other }: { data: PageData; other: string[] }): void {
  const value = given.replace(/\s+/g, ' ').trim();
  const key = labelled(label)?.key ?? null;
  const useful = key === '成文日期' ? isoDate(value) : value.replace(/^(?:无|无号|无文号|—+|-+|\/)$/, '') || null;
  if (key !== null && useful !== null) data[key] ??= useful;
  else if (value !== '') other.push(`${label.replace(/[\s:：]+/g, '')}：${value}`);
}

function isoDate(text: string): string | null {
  const match = /((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text);
  if (!match) return null;
  const [, year, month, day] = match;
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

/** The front matter with what is known; empty when nothing is. */
export function frontMatter(data: PageData): string {
  const keys = ['标题', '文号', '发文机关', '成文日期'] as const;
  const lines = keys.flatMap((key) => (data[key] === undefined ? [] : [`${key}: ${scalar(data[key])}`]));
  return lines.length === 0 ? '' : `---\n${lines.join('\n')}\n---\n`;
}

/** A value as YAML reads it back: quoted where a plain one would mean something else. */
const scalar = (value: string): string =>
  /^[\s\-?:,[\]{}#&*!|>'"%@`]|:\s|\s#|:$/.test(value) ? `"${value.replace(/[\\"]/g, '\\$&')}"` : value;
