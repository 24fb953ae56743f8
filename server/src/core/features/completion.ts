import type { Plan } from '../plan/plan';
import type { UnitName } from '../plan/unitList';
import { rangeOf } from '../syntax/joined';
import { lineAt } from '../syntax/source';
import { range as makeRange, shiftLines, type Position, type Range } from '../text/position';
import type { Register, UnitKind } from '../units/model';
import { slotAt, type Slot } from './locate';

/** One proposal. `snippet`: `insert` has tab stops in VS Code's syntax. */
export interface Proposal {
  readonly label: string;
  readonly kind: 'unit' | 'collective' | 'annotation';
  readonly insert: string;
  readonly snippet: boolean;
  /** What it replaces: what was typed of it so far. */
  readonly range: Range;
  /** Lower comes first. */
  readonly rank: number;
  readonly unitKind: UnitKind | null;
  readonly fullName: string | null;
  /** How often the document uses it in this role. */
  readonly used: number;
}

export interface Proposals {
  readonly items: readonly Proposal[];
  /** There are more than are shown: ask again when more is typed. */
  readonly incomplete: boolean;
}

const MAX_ITEMS = 120;
const NONE: Proposals = { items: [], incomplete: false };

/** What may be written at a position: units inside a responsibility, the frame of one after a measure. */
export function completeAt(plan: Plan, register: Register, position: Position): Proposals {
  const slot = slotAt(plan, position);
  if (slot) return unitsFor(slot, plan, register);
  return annotationFrames(plan, position);
}

const ITEM_START = /[^、，,；;：:（(）)\s*＊/]*$/;

function unitsFor(slot: Slot, plan: Plan, register: Register): Proposals {
  const typed = ITEM_START.exec(slot.joined.text.slice(0, slot.offset))![0];
  const range = shiftLines(rangeOf(slot.joined, slot.offset - typed.length, slot.offset), slot.above);
  const atCaret = (unit: UnitName): boolean => unit.from <= slot.offset && slot.offset <= unit.to;
  const units = slot.annotation?.units ?? [];
  const here = new Set(units.filter((unit) => !atCaret(unit)).map((unit) => unit.name));
  const usage = usageIn(plan);
  // What is being typed reads as a unit already; it must not be proposed for itself.
  const typing = units.find(atCaret);
  const uses = typing && usage.get(typing.name);
  if (typing && uses && uses.lead + uses.other === 1 && register.resolve(typing.name).how === 'unknown')
    usage.delete(typing.name);
  const prefix = levelOf(typed, usage, plan);
  const items = new Map<string, Proposal>();
  const add = (label: string, rank: number, unitKind: UnitKind | null, fullName: string | null): void => {
    if (items.has(label) || here.has(label) || !matches(label, typed)) return;
    const used = usage.get(label)?.[slot.role === 'lead' ? 'lead' : 'other'] ?? 0;
    const kind = unitKind === 'collective' ? 'collective' : 'unit';
    items.set(label, { label, kind, insert: label, snippet: false, range, rank, unitKind, fullName, used });
  };
  for (const [name, uses] of usage) {
    const { entry, how } = register.resolve(name);
    const mine = slot.role === 'lead' ? uses.lead : uses.other;
    const collective = how === 'collective';
    add(
      name,
      collective ? 3 : mine > 0 ? 0 : 1,
      collective ? 'collective' : (entry?.kind ?? null),
      entry?.fullName ?? null,
    );
  }
  for (const entry of register.local) add(entry.name, 1, entry.kind, entry.fullName ?? null);
  for (const entry of register.base) {
    if (entry.kind === 'central' || entry.abolished !== undefined) continue;
    const name = entry.kind === 'collective' ? entry.name : withPrefix(entry.name, prefix, entry.kind);
    add(name, entry.kind === 'collective' ? 4 : 2, entry.kind, entry.fullName ?? null);
  }
  const sorted = [...items.values()].sort((a, b) => a.rank - b.rank || b.used - a.used);
  return { items: sorted.slice(0, MAX_ITEMS), incomplete: sorted.length > MAX_ITEMS };
}

/** Whether what was typed is in the label, in order (司法 finds 区司法局). */
function matches(label: string, typed: string): boolean {
  let at = 0;
  for (const char of typed) {
    at = label.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

interface Uses {
  lead: number;
  other: number;
}

function usageIn(plan: Plan): Map<string, Uses> {
  const usage = new Map<string, Uses>();
  for (const reading of plan.readings) {
    for (const item of reading.items) {
      const annotations = item.kind === 'text' ? item.annotations : item.responsibility.map((one) => one.annotation);
      for (const annotation of annotations) {
        for (const unit of annotation.units) {
          const uses = usage.get(unit.name) ?? { lead: 0, other: 0 };
          uses[unit.role === 'lead' ? 'lead' : 'other']++;
          usage.set(unit.name, uses);
        }
      }
    }
  }
  return usage;
}

const LEVELS = ['区', '县', '市', '省', '旗', '州', '盟'];
const WITHOUT_PREFIX: readonly UnitKind[] = [
  'park',
  'park-dept',
  'township',
  'dispatched',
  'vertical',
  'enterprise',
  'industry',
];

/** The level to write before base names: what is being typed, else what the document's units carry, else its title. */
function levelOf(typed: string, usage: ReadonlyMap<string, Uses>, { facts }: Plan): string {
  if (LEVELS.includes(typed[0] ?? ' ')) return typed[0]!;
  const counts = new Map<string, number>();
  for (const [name, uses] of usage) {
    const first = name[0] ?? '';
    if (LEVELS.includes(first)) counts.set(first, (counts.get(first) ?? 0) + uses.lead + uses.other);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  const place = /^[^，。《》]{1,8}?([省市区县旗州盟])/.exec(facts.region ?? facts.title ?? '');
  return best?.[0] ?? place?.[1] ?? '';
}

function withPrefix(name: string, prefix: string, kind: UnitKind): string {
  return WITHOUT_PREFIX.includes(kind) ? name : prefix + name.replace('{级}', prefix || '区');
}

const FRAMES = [
  { label: '（牵头单位：；责任单位：）', insert: '牵头单位：${1}；责任单位：${2}' },
  { label: '（责任单位：）', insert: '责任单位：${1}' },
  { label: '（牵头，配合）', insert: '${1}牵头，${2}配合' },
  { label: '（牵头单位：；责任单位：；完成时限：）', insert: '牵头单位：${1}；责任单位：${2}；完成时限：${3}' },
] as const;

/** After the full stop of a measure, or in an empty pair of brackets there: the frame of a responsibility annotation. */
function annotationFrames(plan: Plan, position: Position): Proposals {
  const line = lineAt(plan.source, position.line);
  const before = line.slice(0, position.character);
  const after = line.slice(position.character);
  const bracket = /[（(]$/.exec(before);
  const host = bracket ? before.slice(0, -1) : before;
  if (!/[。；]$/.test(host.trimEnd()) || host.trim().length < 8 || !/^[）)\s]*$/.test(after)) return NONE;
  const closed = /^[）)]/.test(after);
  const start = bracket ? position.character - 1 : position.character;
  const range = makeRange(position.line, start, position.line, position.character + (bracket && closed ? 1 : 0));
  return {
    items: FRAMES.map(({ label, insert }, rank) => ({
      label,
      kind: 'annotation',
      insert: `（${insert}）`,
      snippet: true,
      range,
      rank,
      unitKind: null,
      fullName: null,
      used: 0,
    })),
    incomplete: false,
  };
}
