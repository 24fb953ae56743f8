import { inYear, type Deadline } from '../plan/deadlines';
import { yearOfDocument } from '../plan/facts';
import { placeOfTitle } from '../plan/level';
import type { Plan } from '../plan/plan';
import type { Label } from '../plan/labels';
import type { Task } from '../plan/task';
import { tasksByPassage, tasksNear } from '../plan/tasks';
import type { Rule } from '../rules/rule';
import { say, type Locale, type Message, type MessageArgs } from '../text/locale';
import { shiftLines, touches, type Position, type Range } from '../text/position';
import { bodyOf } from '../units/body';
import { KIND_NAMES } from '../units/kinds';
import type { UnitEntry } from '../units/model';
import { CARD_WORDS, DEADLINE_KINDS, FIELDS, GRAINS, HOW } from './hoverWords';
import type { NumberedPlace } from './numberedPlaces';
import type { Naming } from './occurrences';
import { targetAt, type Target } from './target';

/** A card to show; `markdown` is escaped and safe to render. */
export interface HoverCard {
  readonly range: Range;
  readonly markdown: string;
}

/** What a card says of the world round the document. */
export interface HoverContext {
  readonly naming: Naming;
  readonly locale: Locale;
  /** The address of a place in this document, for links; `null` where it has none that can be gone to. */
  linkTo(range: Range): string | null;
  /** What the register files are called, by address. */
  fileName(uri: string): string;
}

/** The target the card is about besides, so that others can add what they know of it. */
export interface CardOf extends HoverCard {
  readonly target: Target;
}

/** What to show at a position: who a unit is, what a deadline means, where a number leads; `null` where there is nothing. */
export function hoverAt(plan: Plan, position: Position, context: HoverContext): CardOf | null {
  const target = targetAt(plan, context.naming, position);
  if (!target) return null;
  const lines = cardOf(target, plan, context);
  return lines.length === 0 ? null : { range: target.range, markdown: lines.join('\n\n'), target };
}

function cardOf(target: Target, plan: Plan, context: HoverContext): readonly string[] {
  switch (target.kind) {
    case 'unit':
      return unitCard(target.unit.name, plan, context);
    case 'deadline':
      return deadlineCard(target, plan, context.locale);
    case 'label':
      return labelCard(target.label, context.locale);
    case 'citation':
      return citationCard(target.citation, context.locale);
    case 'reference':
      return referenceCard(target.places, context);
    case 'number':
      return numberCard(target.place, plan, context);
    case 'path':
      return [];
  }
}

const MAX_ALIASES = 8;
const MAX_TASKS = 5;

/** Who a unit is and what it does in the plan, as lines of Markdown. */
export function unitCard(name: string, plan: Plan, context: HoverContext): string[] {
  const { register } = context.naming;
  const { how, entry } = register.resolve(name);
  const tell = (message: Message, args?: MessageArgs): string => say(message, context.locale, args);
  const kind = entry ? tell(KIND_NAMES[entry.kind]) : null;
  const lines = [`**${escape(name)}**　${[kind, tell(HOW[how])].filter(Boolean).join(' · ')}`];
  if (entry) {
    const { fullName, aliases, formerNames, successor, note } = entry;
    if (fullName && fullName !== entry.name) lines.push(tell(CARD_WORDS.full, { name: escape(fullName) }));
    if (aliases.length > 0)
      lines.push(tell(CARD_WORDS.aliases, { names: escape(aliases.slice(0, MAX_ALIASES).join('、')) }));
    if (formerNames.length > 0)
      lines.push(tell(CARD_WORDS.former, { names: escape(formerNames.map((former) => former.name).join('、')) }));
    if (successor) lines.push(tell(CARD_WORDS.successor, { name: escape(successor) }));
    if (note) lines.push(escape(note));
    if (how !== 'pattern') lines.push(registerLine(entry, context));
  } else if (how === 'unknown') {
    const near = register.suggest(name);
    if (near.length > 0) lines.push(tell(CARD_WORDS.near, { names: escape(near.join('、')) }));
  }
  lines.push(...dutyLines(name, plan, context));
  return lines;
}

function registerLine({ origin, source }: UnitEntry, { locale, fileName }: HoverContext): string {
  return origin === 'local' && source
    ? say(CARD_WORDS.registered, locale, { file: escape(fileName(source.uri)) })
    : say(CARD_WORDS.built, locale);
}

/** What the unit leads and joins in this document, under all its names; the first tasks it leads with links to them. */
function dutyLines(name: string, plan: Plan, { naming, locale, linkTo }: HoverContext): string[] {
  const { register, home } = naming;
  const body = bodyOf(register.resolve(name), home);
  const tasks = tasksByPassage(plan);
  const meant = new Map<string, boolean>();
  const names = (units: Task['lead']): boolean =>
    units.some((unit) => {
      let is = meant.get(unit.name);
      if (is === undefined) meant.set(unit.name, (is = bodyOf(register.resolve(unit.name), home) === body));
      return is;
    });
  const lead = tasks.flatMap((some, index) =>
    some.filter((task) => names(task.lead)).map((task) => ({ task, above: plan.source.starts[index]! })),
  );
  const joined = tasks.flatMap((some) => some.filter((task) => names(task.participants)));
  const lines = [say(CARD_WORDS.duties, locale, { lead: lead.length, participant: joined.length })];
  if (lead.length > 0) {
    const shown = lead
      .slice(0, MAX_TASKS)
      .map(({ task, above }) => `- ${link(headOf(task), linkTo(shiftLines(task.range, above)))}`);
    if (lead.length > MAX_TASKS) shown.push(`- ${say(CARD_WORDS.more, locale, { count: lead.length - MAX_TASKS })}`);
    lines.push(shown.join('\n'));
  }
  return lines;
}

const MAX_HEAD = 30;

function headOf({ label, heading, text }: Task): string {
  const words = (heading !== null && text.startsWith(heading) ? heading : text).split(/[。；\n]/)[0]!;
  const number = label === null ? '' : `${label}${/\d$/.test(label) ? ' ' : ''}`;
  return `${number}${words.length > MAX_HEAD ? `${words.slice(0, MAX_HEAD)}…` : words}`;
}

function deadlineCard(
  { deadline: written, range }: Extract<Target, { kind: 'deadline' }>,
  plan: Plan,
  locale: Locale,
): string[] {
  const deadline: Deadline = inYear(written, yearOfDocument(plan.facts), plan.facts.period);
  const { start, end, kind, grain, ambiguous } = deadline;
  const tell = (message: Message): string => say(message, locale, { start: start ?? '', end: end ?? '' });
  const lines = [`**${escape(deadline.text)}**　${tell(DEADLINE_KINDS[kind])}`];
  if (end === null) lines.push(tell(ambiguous ? CARD_WORDS.yearless : CARD_WORDS.open));
  else if (kind === 'before') lines.push(tell(CARD_WORDS.ambiguous));
  else lines.push(tell(start === null ? CARD_WORDS.by : CARD_WORDS.between));
  if (grain !== 'none') lines.push(tell(GRAINS[grain]));
  if (end !== null && written.end !== end)
    lines.push(say(CARD_WORDS.yearFrom, locale, { year: Number(end.slice(0, 4)) }));
  const task = tasksNear(plan, range.start.line).find(
    (one) => touches(one.range, range.start) && touches(one.range, range.end),
  );
  if (plan.facts.defaultDeadline?.text === written.text && !task) lines.push(tell(CARD_WORDS.byDefault));
  else if (task?.deadline?.text === written.text)
    lines.push(tell(task.deadline.source === 'stated' ? CARD_WORDS.stated : CARD_WORDS.milestone));
  else if (task) lines.push(tell(CARD_WORDS.besides));
  return lines;
}

function labelCard({ text, field }: Label, locale: Locale): string[] {
  return [`**${escape(text.replace(/\s*[:：]\s*$/, ''))}**　${say(FIELDS[field], locale)}`];
}

function citationCard(
  { title, number, nested }: Extract<Target, { kind: 'citation' }>['citation'],
  locale: Locale,
): string[] {
  const lines = [`**《${escape(title)}》**`];
  if (number) lines.push(say(CARD_WORDS.number, locale, { number: escape(number.text) }));
  else if (!nested) lines.push(say(CARD_WORDS.noNumber, locale));
  const level = levelOfCited(title, number?.text ?? '');
  if (level) lines.push(typeof level === 'string' ? escape(level) : say(level, locale));
  return lines;
}

/** Whose document it is, as far as its number or its title tells. */
function levelOfCited(title: string, number: string): Message | string | null {
  if (/^(?:中发|中办)/.test(number) || title.startsWith('中共中央')) return CARD_WORDS.central;
  if (/^国/.test(number) || /^国务院/.test(title)) return CARD_WORDS.state;
  return /^中华人民共和国/.test(title) ? CARD_WORDS.law : placeOfTitle(title);
}

function referenceCard(places: readonly NumberedPlace[], { locale, linkTo }: HoverContext): string[] {
  if (places.length === 0) return [say(CARD_WORDS.nowhere, locale)];
  const lines = places.slice(0, MAX_TASKS).map((place) => link(nameOf(place), linkTo(place.range)));
  return places.length === 1 ? lines : [say(CARD_WORDS.several, locale), lines.map((line) => `- ${line}`).join('\n')];
}

function numberCard(place: NumberedPlace, plan: Plan, { locale }: HoverContext): string[] {
  const { start } = place.range;
  const task = tasksNear(plan, start.line).find((one) => touches(one.range, start));
  const path = task ? [...task.above] : [];
  const name = nameOf(place);
  if (path.at(-1)?.replace('、', '') === name) path.pop();
  const lines = [[...path.map(escape), `**${escape(name)}**`].join(' › ')];
  if (!task) return lines;
  const units = (message: Message, some: Task['lead']): void => {
    if (some.length > 0) lines.push(say(message, locale, { names: escape(some.map((unit) => unit.name).join('、')) }));
  };
  units(CARD_WORDS.lead, task.lead);
  units(CARD_WORDS.participants, task.participants);
  if (task.deadline) {
    const { text, source } = task.deadline;
    lines.push(
      say(source === 'inherited' ? CARD_WORDS.inherited : CARD_WORDS.deadline, locale, { text: escape(text) }),
    );
  }
  return lines;
}

const nameOf = ({ label, title }: NumberedPlace): string =>
  `${label}${/[\d一二三四五六七八九十]$/.test(label) ? (/\d$/.test(label) ? ' ' : '、') : ''}${title}`;

function link(words: string, address: string | null): string {
  return address === null ? escape(words) : `[${escape(words)}](<${address.replace(/[<>\s]/g, encodeURIComponent)}>)`;
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
