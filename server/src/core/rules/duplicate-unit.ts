import { rangeOf } from '../syntax/joined';
import type { Resolution } from '../units/model';
import { placeOfUnit, type Duty, type DutyUnit } from './duties';
import { PLANS, type Fix, type Report, type Rule } from './rule';

const MESSAGES = {
  list: {
    zh: '“{name}”在同一份清单里列了两次。请删去后面一个。',
    en: '“{name}” is named twice in one list. Drop the second.',
  },
  roles: {
    zh: '“{name}”已列为牵头单位，不必再列为责任单位。请删去后面一个，或改列其他单位。',
    en: '“{name}” leads already and need not be named again among the others. Drop it, or name the unit that is meant.',
  },
  same: {
    zh: '“{name}”与前面的“{first}”是同一个单位。请只留一个。',
    en: '“{name}” is the same body as “{first}” before it. Keep one of them.',
  },
  first: { zh: '第一次列在这里', en: 'named here first' },
  remove: { zh: '删去后面的“{name}”', en: 'Remove the second “{name}”' },
} as const;

/**
 * One body named twice for one task: in one list, or both as lead and among the others. A full name and its short name
 * are one body; a group that includes a unit is none. Source: observed practice; the second mention tells nothing.
 */
export const rule: Rule = {
  id: 'duplicate-unit',
  title: { zh: '单位重复列示', en: 'Unit named twice' },
  topic: 'units',
  severity: 'error',
  strength: '惯例',
  basis: { zh: '一个单位在一项任务中只列一次', en: 'a unit is named once for a task' },
  fixable: 'safe',
  kinds: PLANS,
  passage: (reading) =>
    reading.duties.flatMap((duty) => (duty.units.length > 1 && isOneTask(duty) ? repeated(duty) : [])),
};

/** Several tasks told in one annotation or cell (甲局牵头…；乙局牵头…) may name a unit for each of them. */
function isOneTask({ parts }: Duty): boolean {
  return parts.every(({ joined, annotation, inTable }) => {
    const fields = annotation.labels.map(({ field }) => field);
    if (new Set(fields).size < fields.length) return false;
    const text = joined.text.slice(annotation.from, annotation.to);
    if (inTable && /。.|(?:^|\n|\s)\s*[（(]?\d{1,2}[.．、）)]/.test(text)) return false;
    return annotation.labels.length > 0 || (text.match(/牵头|负责|主办|承办/g) ?? []).length < 2;
  });
}

function repeated(duty: Duty): readonly Report[] {
  const seen = new Map<string, DutyUnit>();
  const reports: Report[] = [];
  for (const one of duty.units) {
    const key = keyOf(one.resolution);
    if (key === null) continue;
    const first = seen.get(key);
    if (!first || areHalves(first.resolution, one.resolution)) {
      seen.set(key, one);
      continue;
    }
    const { name } = one.unit;
    const message =
      name !== first.unit.name ? MESSAGES.same : isLeadOf(duty, first, one) ? MESSAGES.roles : MESSAGES.list;
    const related = [{ message: MESSAGES.first, args: {}, range: placeOfUnit(first) }];
    const args = { name, first: first.unit.name };
    reports.push({ message, args, range: placeOfUnit(one), related, fixes: removal(one, message !== MESSAGES.roles) });
  }
  return reports;
}

const isLeadOf = (duty: Duty, first: DutyUnit, second: DutyUnit): boolean =>
  duty.lead.some(({ unit }) => unit === first.unit) && !duty.lead.some(({ unit }) => unit === second.unit);

/** What tells bodies apart; `null` for a name that may be anything (a fragment, a former name, an unknown body). */
function keyOf({ name, how, entry, prefix, core }: Resolution): string | null {
  const bare = /\s/.test(name) ? name.replace(/\s+/g, '') : name;
  switch (how) {
    case 'unknown':
    case 'former-name':
      return null;
    case 'collective':
      return bare.length < 3 ? null : bare;
    case 'branch':
    case 'pattern':
      return `${prefix} ${core}`;
    default:
      // What stands in brackets may name a part of the body.
      return entry && !/[（(〔[]/.test(bare) ? `${prefix} ${entry.name} ${entry.kind}` : bare;
  }
}

/** 区纪委 and 区监委 are one office under two names, each of which may be meant by itself. */
function areHalves(a: Resolution, b: Resolution): boolean {
  const whole = a.entry?.name;
  return whole !== undefined && (whole === a.core + b.core || whole === b.core + a.core);
}

const ENDS = '、，,；;。 \n\t\u3000）)〕]';

/** Takes the name out with one separator, so that the others stay joined as they were. `safe`: no other unit can be meant. */
function removal({ unit, part }: DutyUnit, safe: boolean): readonly Fix[] {
  const { text } = part.joined;
  const after = text[unit.to] ?? ')';
  if (!ENDS.includes(after) || text.slice(0, unit.from).endsWith('*')) return [];
  const before = separatorBefore(text, unit.from);
  const next = separatorAfter(text, unit.to);
  const keepsNext = next !== unit.to && text[before] !== '、' && text[unit.to] === '、';
  if (before === unit.from && next === unit.to) return [];
  const [from, to] = before === unit.from || keepsNext ? [unit.from, next] : [before, unit.to];
  const range = rangeOf(part.joined, from, to);
  if (range.start.line !== range.end.line) return [];
  return [{ kind: 'edit', title: MESSAGES.remove, args: { name: unit.name }, safe, edits: [{ range, newText: '' }] }];
}

const JOINS = '、，, \u3000';

function separatorBefore(text: string, from: number): number {
  let at = from;
  while (at > 0 && JOINS.includes(text[at - 1]!)) at--;
  // After a label or a bracket the space is none.
  return at === 0 || '：:（(；;'.includes(text[at - 1]!) ? from : at;
}

function separatorAfter(text: string, to: number): number {
  let at = to;
  while (at < text.length && JOINS.includes(text[at]!)) at++;
  return at === text.length || '）)；;。'.includes(text[at]!) ? to : at;
}
