import type { Period } from '../../protocol';
import type { IsoDate } from '../text/dates';
import { readPeriod } from './period';

/** What the front matter says that reading needs. Other keys are left to those who use them. */
export interface FrontMatter {
  readonly title: string | null;
  /** 文号 */
  readonly number: string | null;
  readonly period: Period | null;
  readonly issueYear: number | null;
  readonly issueDate: IsoDate | null;
  readonly region: string | null;
  readonly level: string | null;
  /** 单位名录: path of the register, relative to the document. */
  readonly register: string | null;
  /** 上位文件: paths of superior plans, relative to the document. */
  readonly superiors: readonly string[];
}

/**
 * Reads the plain `key: value` lines of a front matter, and lists of scalars below a key. More is not needed here, and
 * reading it must cost a keystroke nothing.
 */
export function readFrontMatter(text: string): FrontMatter {
  const values = new Map<string, string>();
  let key = '';
  for (const line of text.split('\n')) {
    const listed = /^\s+-\s+(.+?)\s*$/.exec(line)?.[1];
    if (listed && key) values.set(key, [values.get(key), unquoted(listed)].filter(Boolean).join('、'));
    const match = /^([^\s:：#-][^:：]*?)\s*[:：]\s*(.*?)\s*(?:\s#.*)?$/.exec(line);
    if (match) values.set((key = match[1]!), unquoted(match[2]!));
  }
  const get = (...keys: string[]): string | null => keys.map((key) => values.get(key)).find((value) => value) ?? null;
  return {
    title: get('标题', 'title'),
    number: get('文号'),
    period: readPeriod(`${get('期间', 'period') ?? ''}`),
    issueYear: Number(/^(20\d\d)/.exec(get('成文日期', 'date') ?? '')?.[1] ?? 0) || null,
    issueDate: /^20\d\d-\d\d-\d\d$/.exec(get('成文日期', 'date') ?? '')?.[0] ?? null,
    region: get('地区', 'region'),
    level: get('级别', 'level'),
    register: get('单位名录', 'register'),
    superiors: (get('上位文件', 'superior') ?? '')
      .replace(/^\[|\]$/g, '')
      .split(/[、，,]\s*/)
      .map(unquoted)
      .filter(Boolean),
  };
}

const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2');
