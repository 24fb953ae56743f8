import type { Deadline } from '../plan/deadlines';
import type { Plan } from '../plan/plan';
import { listTasks } from '../plan/tasks';
import type { Rule } from '../rules/rule';
import { say, type Locale, type Message, type MessageArgs } from '../text/locale';
import type { Position, Range } from '../text/position';
import type { Register, Resolution, UnitKind } from '../units/model';
import { locate } from './locate';

/** A card to show; `markdown` is escaped and safe to render. */
export interface HoverCard {
  readonly range: Range;
  readonly markdown: string;
}

export const UNIT_KINDS: Record<UnitKind, Message> = {
  discipline: { zh: '纪检监察机关', en: 'discipline and supervision' },
  'party-dept': { zh: '党委工作机关', en: 'Party department' },
  'party-office': { zh: '党委议事协调机构办公室', en: 'Party coordination office' },
  'party-institution': { zh: '党委直属事业单位', en: 'Party institution' },
  npc: { zh: '人大机关', en: 'people’s congress' },
  cppcc: { zh: '政协机关', en: 'CPPCC' },
  court: { zh: '法院', en: 'court' },
  procuratorate: { zh: '检察院', en: 'procuratorate' },
  military: { zh: '人武、武警', en: 'military' },
  gov: { zh: '人民政府', en: 'people’s government' },
  'gov-dept': { zh: '政府工作部门', en: 'government department' },
  dispatched: { zh: '派出机构', en: 'dispatched body' },
  vertical: { zh: '垂直管理单位', en: 'vertically managed body' },
  institution: { zh: '事业单位', en: 'public institution' },
  'mass-org': { zh: '群团组织', en: 'mass organisation' },
  coordination: { zh: '议事协调机构', en: 'coordination body' },
  park: { zh: '开发区、园区', en: 'development zone' },
  'park-dept': { zh: '园区内设机构', en: 'department of a zone' },
  township: { zh: '乡镇街道', en: 'township or subdistrict' },
  enterprise: { zh: '企业', en: 'enterprise' },
  industry: { zh: '行业组织', en: 'industry association' },
  central: { zh: '中央和国家机关', en: 'central body' },
  collective: { zh: '集合称谓', en: 'collective name' },
};

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
    found.kind === 'unit' ? unitCard(found.unit.name, plan, register, locale) : deadlineCard(found.deadline, locale);
  return { range: found.range, markdown: lines.join('\n\n') };
}

function unitCard(name: string, plan: Plan, register: Register, locale: Locale): string[] {
  const { how, entry } = register.resolve(name);
  const tell = (message: Message, args?: MessageArgs): string => say(message, locale, args);
  const kind = entry ? tell(UNIT_KINDS[entry.kind]) : null;
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

/** A sentence or two on a rule, for the card of a finding. */
export function ruleCard(rule: Rule, locale: Locale): string {
  const source = say({ zh: '依据强度：{strength}', en: 'Source: {strength}' }, locale, { strength: rule.strength });
  return `\`${rule.id}\` ${escape(rule.title[locale])} · ${source}`;
}

/** Text for Markdown: nothing in a document may become markup in a card. */
export function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, (char) =>
    char === '<' ? '&lt;' : char === '&' ? '&amp;' : `\\${char}`,
  );
}
