import { inYear, type Deadline } from '../plan/deadlines';
import { yearOfDocument } from '../plan/facts';
import type { Plan } from '../plan/plan';
import { listTasks } from '../plan/tasks';
import type { Rule } from '../rules/rule';
import { say, type Locale, type Message, type MessageArgs } from '../text/locale';
import type { Position, Range } from '../text/position';
import { KIND_NAMES } from '../units/kinds';
import type { Register, Resolution } from '../units/model';
import { locate } from './locate';

/** A card to show; `markdown` is escaped and safe to render. */
export interface HoverCard {
  readonly range: Range;
  readonly markdown: string;
}

const HOW: Record<Resolution['how'], Message> = {
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

const SAYS = {
  full: { zh: '全称：{name}', en: 'Full name: {name}' },
  aliases: { zh: '又称：{names}', en: 'Also: {names}' },
  successor: { zh: '现由“{name}”承接', en: 'Succeeded by “{name}”' },
  duties: {
    zh: '本文牵头 {lead} 项，参加 {participant} 项',
    en: 'Leads {lead} tasks here, takes part in {participant}',
  },
  by: { zh: '截止 {end}（含当日）', en: 'until {end}, included' },
  between: { zh: '{start} 至 {end}', en: '{start} to {end}' },
  open: { zh: '没有起止日期', en: 'no dates' },
  ambiguous: {
    zh: '有两种理解：到 {end}，或到上一年年底。建议写明“底前”。',
    en: 'Two readings: until {end}, or until the end of the year before. Write 底前.',
  },
  yearless: { zh: '没有写年份', en: 'no year given' },
} as const satisfies Record<string, Message>;

/** What to show at a position: a unit's card, or what a deadline means as dates; `null` where there is nothing. */
export function hoverAt(plan: Plan, register: Register, position: Position, locale: Locale): HoverCard | null {
  const found = locate(plan, position);
  if (!found) return null;
  const lines =
    found.kind === 'unit'
      ? unitCard(found.unit.name, plan, register, locale)
      : deadlineCard(inYear(found.deadline, yearOfDocument(plan.facts)), locale);
  return { range: found.range, markdown: lines.join('\n\n') };
}

/** Who a unit is and what it does in the plan, as lines of Markdown. */
export function unitCard(name: string, plan: Plan, register: Register, locale: Locale): string[] {
  const { how, entry } = register.resolve(name);
  const tell = (message: Message, args?: MessageArgs): string => say(message, locale, args);
  const kind = entry ? tell(KIND_NAMES[entry.kind]) : null;
  const lines = [`**${escape(name)}**　${[kind, tell(HOW[how])].filter(Boolean).join(' · ')}`];
  if (entry) {
    const { fullName, aliases, successor, note } = entry;
    if (fullName && fullName !== entry.name) lines.push(tell(SAYS.full, { name: escape(fullName) }));
    if (aliases.length > 0) lines.push(tell(SAYS.aliases, { names: escape(aliases.slice(0, 8).join('、')) }));
    if (successor) lines.push(tell(SAYS.successor, { name: escape(successor) }));
    if (note) lines.push(escape(note));
  } else if (how === 'unknown') {
    const near = register.suggest(name);
    if (near.length > 0) lines.push(escape(near.join('、')));
  }
  lines.push(tell(SAYS.duties, duties(name, plan)));
  return lines;
}

function duties(name: string, plan: Plan): { lead: number; participant: number } {
  const tasks = listTasks(plan);
  const count = (role: 'lead' | 'participants'): number =>
    tasks.filter((task) => task[role].some((unit) => unit.name === name)).length;
  return { lead: count('lead'), participant: count('participants') };
}

function deadlineCard(deadline: Deadline, locale: Locale): string[] {
  const { start, end } = deadline;
  const tell = (message: Message): string => say(message, locale, { start: start ?? '', end: end ?? '' });
  const lines = [`**${escape(deadline.text)}**`];
  if (end === null) lines.push(tell(deadline.ambiguous ? SAYS.yearless : SAYS.open));
  else if (deadline.kind === 'before') lines.push(tell(SAYS.ambiguous));
  else lines.push(tell(start === null ? SAYS.by : SAYS.between));
  return lines;
}

const BASIS = { zh: '依据：{basis}（{strength}）', en: 'Source: {basis} ({strength})' };

/** A sentence or two on a rule, for the card of a finding. */
export function ruleCard(rule: Rule, locale: Locale): string {
  const source = say(BASIS, locale, { basis: rule.basis[locale], strength: rule.strength });
  return `\`${rule.id}\` ${escape(rule.title[locale])} · ${escape(source)}`;
}

/** Text for Markdown: nothing in a document may become markup in a card. */
export function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, (char) =>
    char === '<' ? '&lt;' : char === '&' ? '&amp;' : `\\${char}`,
  );
}
