import { fitOf, TOGETHER, type Spell, type Spelled } from '../../lexicon/pinyin';
import { listed, readTable } from '../../lexicon/table';
import { USUAL_PERIOD } from '../../plan/facts';
import type { Plan } from '../../plan/plan';
import type { Register } from '../../units/model';
import clauseTable from './clauses.tsv';
import { byFrequency, type Habits } from '../annotations/habits';
import type { Begun } from './headings';
import { nextNumbers } from './numbers';
import { typedFrom, type Place } from './place';
import { plainText, type Hole, type Proposal, type Template } from './proposal';
import { levelCharacter, placeOfTitle } from './units';

/** A standard clause (clauses.tsv). */
export interface Clause {
  readonly name: string;
  readonly body: string;
  /** It is a measure with a number and a head of its own. */
  readonly numbered: boolean;
  readonly names: readonly Spelled[];
}

/** Reads the table that ships with Plandoc: make one and keep it. */
export function readClauses(spell: Spell): readonly Clause[] {
  return readTable(clauseTable).map(({ section, columns: [name = '', body = '', others] }) => ({
    name,
    body,
    numbered: section[0] === 'numbered',
    names: [name, ...listed(others)].map(spell),
  }));
}

const SAFEGUARDS = /保障|组织实施|组织领导|工作要求/;
const WORD = /^[\s\u3000]*([\u4e00-\u9fff]{2,8}|[a-z]{2,16})$/i;

/**
 * Clauses at the start of a line or behind its number. In a chapter of safeguards all of them; elsewhere those whose name
 * was begun, so that prose is left alone.
 */
export function proposeClauses(
  place: Place,
  begun: Begun | null,
  clauses: readonly Clause[],
  fill: (body: string) => Template,
): readonly Proposal[] {
  const { before, after, position } = place;
  if (!/^\s*$/.test(after)) return [];
  const word = begun ? begun.word : /^[\s\u3000]*$/.test(before) ? '' : WORD.exec(before)?.[1];
  if (word === undefined) return [];
  const parent = begun?.path[begun.path.length - 1]?.title ?? null;
  const listed = word === '' ? (parent !== null && SAFEGUARDS.test(parent)) || begun === null : true;
  if (!listed || (begun && /^[A-Za-z]$/.test(word))) return [];
  const typed = typedFrom(position, word);
  const number = begun ? '' : (nextNumbers(place).find((text) => !/^[一二三四五六七八九十]+、/.test(text)) ?? '');
  return clauses
    .filter(
      (clause) => (clause.numbered || !begun) && clause.names.some((name) => (fitOf(word, name) ?? TOGETHER) <= 1),
    )
    .map((clause) => {
      const insert = clause.numbered ? [`${number}${clause.name}。`, ...fill(clause.body)] : fill(clause.body);
      return {
        kind: 'clause',
        label: clause.name,
        insert,
        typed,
        detail: { message: { zh: '通用条款', en: 'standard clause' }, args: {} },
        about: { kind: 'text', text: plainText(insert) },
      };
    });
}

/** Fills the places of a clause from the plan: `{…}` with what is known of it, `[…]` becomes a hole. */
export function clauseFiller(plan: Plan, register: Register, habits: Habits): (body: string) => Template {
  const { facts } = plan;
  const level = levelCharacter(habits, facts) || '区';
  const lead = byFrequency(habits.leads).find((name) => register.resolve(name).how !== 'collective');
  const period = facts.period ?? USUAL_PERIOD;
  const values: Readonly<Record<string, string>> = {
    地区: facts.region ?? (placeOfTitle(facts.title ?? '') || `我${level}`),
    本级: level,
    牵头: lead ?? `${level}政府办`,
    起年: String(period.start),
    末年: String(period.end),
    文种: /意见|计划|清单|措施|规划|方案/.exec((facts.title ?? '').slice(-20))?.[0] ?? '方案',
  };
  return (body) => {
    const filled = body.replace(/\{([^}]+)\}/g, (place, name: string) => values[name] ?? place);
    return filled
      .split(/(\[[^\]]*\])/)
      .filter((part) => part !== '')
      .map((part): string | Hole => (part.startsWith('[') ? { hole: part.slice(1, -1) } : part));
  };
}
