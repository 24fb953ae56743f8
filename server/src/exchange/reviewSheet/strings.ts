import type { Severity } from '../../core/rules/rule';
import type { Locale, Message } from '../../core/text/locale';

/** What is printed on every review sheet. */
export const STRINGS = {
  heading: { zh: '审查意见单', en: 'Review sheet' },
  document: { zh: '送审文件', en: 'Document' },
  file: { zh: '文件名', en: 'File' },
  none: { zh: '未发现需要提出的意见。', en: 'Nothing to remark.' },
  counts: {
    zh: '共 {total} 条：错误 {error}，警告 {warning}，提示 {info}，建议 {hint}。',
    en: '{total} in all; errors: {error}, warnings: {warning}, remarks: {info}, hints: {hint}.',
  },
  group: { zh: '{title}（{count} 条）', en: '{title} ({count})' },
  note: {
    zh: '依据强度由强到弱：规定、一般、推荐、实务、惯例。“采纳情况”请填：采纳、部分采纳、不采纳（附理由）。本单由程序核对生成，供核稿参考，不替代审查结论。',
    en: 'Strength of the source, strongest first: 规定 regulation, 一般 general practice, 推荐 recommended, 实务 working habit, 惯例 custom. In the last column put: adopted, in part, or not (with the reason). Made by a program as an aid to review; it is no verdict.',
  },
  reviewer: { zh: '核稿人：', en: 'Reviewer:' },
  date: { zh: '日期：', en: 'Date:' },
} as const satisfies Record<string, Message>;

export const COLUMNS: readonly Message[] = [
  { zh: '序号', en: 'No.' },
  { zh: '位置', en: 'Place' },
  { zh: '原文', en: 'Original' },
  { zh: '意见', en: 'Finding' },
  { zh: '依据（强度）', en: 'Source (strength)' },
  { zh: '建议', en: 'Suggestion' },
  { zh: '采纳情况', en: 'Adopted' },
];

export const SEVERITY_NAMES: Readonly<Record<Severity, Readonly<Record<Locale, string>>>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'remark' },
  hint: { zh: '建议', en: 'hint' },
};
