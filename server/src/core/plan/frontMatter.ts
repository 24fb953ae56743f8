import type { Period } from '../../protocol';
import type { IsoDate } from '../text/dates';
import { readPeriod } from './period';

/** What the front matter says that reading needs. Other keys are left to those who use them. */
export interface FrontMatter {
  readonly title: string | null;
  readonly period: Period | null;
  readonly issueYear: number | null;
  readonly issueDate: IsoDate | null;
  readonly region: string | null;
  readonly level: string | null;
  /** 单位名录: path of the register, relative to the document. */
  readonly register: string | null;
}

/**
 * Reads the plain `key: value` lines of a front matter. Only scalars at the top level are needed here, and reading them
 * must cost a keystroke nothing; nested values are skipped.
 */
export function readFrontMatter(text: string): FrontMatter {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^([^\s:：#-][^:：]*?)\s*[:：]\s*(.*?)\s*(?:\s#.*)?$/.exec(line);
    if (match) values.set(match[1]!, match[2]!.replace(/^(["'])(.*)\1$/, '$2'));
  }
  const get = (...keys: string[]): string | null => keys.map((key) => values.get(key)).find((value) => value) ?? null;
  return {
    title: get('标题', 'title'),
    period: readPeriod(`${get('期间', 'period') ?? ''}`),
    issueYear: Number(/^(20\d\d)/.exec(get('成文日期', 'date') ?? '')?.[1] ?? 0) || null,
    issueDate: /^20\d\d-\d\d-\d\d$/.exec(get('成文日期', 'date') ?? '')?.[0] ?? null,
    region: get('地区', 'region'),
    level: get('级别', 'level'),
    register: get('单位名录', 'register'),
  };
}
