import type { DeadlineKind, Grain } from '../plan/deadline';
import type { Label } from '../plan/labels';
import type { Message } from '../text/locale';
import type { ResolutionHow } from '../units/model';

/** How a name was recognised. */
export const HOW: Readonly<Record<ResolutionHow, Message>> = {
  exact: { zh: '名录名称', en: 'name in the register' },
  alias: { zh: '别名', en: 'alias' },
  'full-name': { zh: '全称', en: 'full name' },
  'prefix-restored': { zh: '按级别或地名识别', en: 'recognised without its prefix' },
  branch: { zh: '分支机构', en: 'branch' },
  pattern: { zh: '按机构名称的构成识别', en: 'recognised by the form of its name' },
  collective: { zh: '集合称谓，不指某一个单位', en: 'collective name, no single unit' },
  'former-name': { zh: '曾用名', en: 'former name' },
  unknown: { zh: '不在名录中', en: 'not in the register' },
};

/** What a time expression says (docs/format.md, “时限”). */
export const DEADLINE_KINDS: Readonly<Record<DeadlineKind, Message>> = {
  by: { zh: '到期', en: 'due by a day' },
  range: { zh: '起止年份', en: 'from year to year' },
  year: { zh: '当年', en: 'within the year' },
  milestone: { zh: '节点', en: 'milestone' },
  target: { zh: '目标年', en: 'target year' },
  before: { zh: '两可的写法', en: 'can be read in two ways' },
  'long-range': { zh: '远景，不与规划期比', en: 'long-range goal, not held against the period' },
  recurring: { zh: '周期任务', en: 'recurring' },
  relative: { zh: '从某事算起', en: 'counted from an event' },
  open: { zh: '没有终点', en: 'open-ended' },
};

export const GRAINS: Readonly<Record<Exclude<Grain, 'none'>, Message>> = {
  day: { zh: '写到日', en: 'To the day' },
  tenDays: { zh: '写到旬', en: 'To ten days' },
  month: { zh: '写到月，按月末算', en: 'To the month: its last day counts' },
  quarter: { zh: '写到季度，按季末算', en: 'To the quarter: its last day counts' },
  half: { zh: '写到半年，按半年末算', en: 'To the half-year: its last day counts' },
  year: { zh: '写到年，按年末算', en: 'To the year: its last day counts' },
};

/** What a label asks for. */
export const FIELDS: Readonly<Record<Label['field'], Message>> = {
  lead: {
    zh: '对任务负总责的单位；多个的，按顺序第一个为主。',
    en: 'Who answers for the task; of several, the first one above all.',
  },
  responsible: {
    zh: '一起承担任务的单位。另写了牵头单位的，这些单位参加；全文写明“列第一位的为牵头单位”的，首位牵头。',
    en: 'Who carries the task out. Beside a lead unit they take part; where the document says that the first one leads, the first one leads.',
  },
  participant: { zh: '配合牵头单位的单位。', en: 'Who helps the lead unit.' },
  sentence: { zh: '后面用一句话写谁牵头、谁配合。', en: 'A sentence follows that says who leads and who helps.' },
  person: { zh: '写人，不作单位。', en: 'Persons, not units.' },
  deadline: {
    zh: '什么时候做完；不写的，按全文默认时限。',
    en: 'When it must be done; without it the default of the document holds.',
  },
  outcome: { zh: '做完以后拿得出什么。', en: 'What there is to show when it is done.' },
};

export const CARD_WORDS = {
  full: { zh: '全称：{name}', en: 'Full name: {name}' },
  aliases: { zh: '又称：{names}', en: 'Also: {names}' },
  former: { zh: '曾用名：{names}', en: 'Formerly: {names}' },
  near: { zh: '是不是：{names}', en: 'Perhaps: {names}' },
  successor: { zh: '现由“{name}”承接', en: 'Succeeded by “{name}”' },
  registered: { zh: '名录：{file}', en: 'Register: {file}' },
  built: { zh: '名录：内置', en: 'Register: built in' },
  duties: {
    zh: '本文牵头 {lead} 项，参加 {participant} 项',
    en: 'Leads {lead} tasks here, takes part in {participant}',
  },
  more: { zh: '还有 {count} 项', en: '{count} more' },
  workspace: {
    zh: '工作区 {plans} 个方案里：牵头 {lead} 项，参加 {participant} 项',
    en: 'In {plans} plans of the workspace: leads {lead}, takes part in {participant}',
  },
  by: { zh: '截止 {end}（含当日）', en: 'until {end}, included' },
  between: { zh: '{start} 至 {end}', en: '{start} to {end}' },
  open: { zh: '没有起止日期', en: 'no dates' },
  ambiguous: {
    zh: '有两种理解：到 {end}，或到上一年年底。建议写明“底前”。',
    en: 'Two readings: until {end}, or until the end of the year before. Write 底前.',
  },
  yearless: { zh: '没有写年份', en: 'no year given' },
  yearFrom: {
    zh: '没有写年份，按文件的年份算作 {year} 年',
    en: 'No year given; that of the document, {year}, is taken',
  },
  byDefault: {
    zh: '全文默认时限：没有另写时限的任务都按它',
    en: 'Default of the document: holds for every task without a deadline of its own',
  },
  stated: { zh: '是这项任务写明的时限', en: 'It is the stated deadline of this task' },
  milestone: {
    zh: '这项任务没有另写时限，按句中这个时间',
    en: 'This task states no other deadline, so this one counts',
  },
  besides: {
    zh: '是句中的一个时间；这项任务的时限另有写明',
    en: 'A date in the sentence; the deadline of the task is another',
  },
  number: { zh: '文号：{number}', en: 'Document number: {number}' },
  noNumber: { zh: '这里没有注文号', en: 'No document number here' },
  file: { zh: '文件：{file}', en: 'File: {file}' },
  central: { zh: '党中央文件', en: 'Document of the central committee' },
  state: { zh: '国务院文件', en: 'Document of the State Council' },
  law: { zh: '国家法律', en: 'National law' },
  nowhere: { zh: '本文没有这个编号', en: 'This document has no such number' },
  several: { zh: '有几处是这个编号：', en: 'Several places have this number:' },
  lead: { zh: '牵头：{names}', en: 'Lead: {names}' },
  participants: { zh: '参加：{names}', en: 'With: {names}' },
  deadline: { zh: '时限：{text}', en: 'Deadline: {text}' },
  inherited: { zh: '时限：{text}（全文默认）', en: 'Deadline: {text} (default of the document)' },
} as const satisfies Record<string, Message>;
