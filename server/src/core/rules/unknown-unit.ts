import type { Register, UnitKind } from '../units/model';
import { assignedIn, unitRange } from './places';
import { PLANS, type Fix, type Report, type Rule } from './rule';

const MESSAGES = {
  unknown: {
    zh: '“{name}”不在单位名录中。请核对名称；确有此单位的，登记到 units.yaml。',
    en: '“{name}” is not in the register of units. Check the name, or add the unit to units.yaml.',
  },
  misspelt: {
    zh: '“{name}”不在单位名录中，是否应为“{suggestion}”？',
    en: '“{name}” is not in the register of units. Did you mean “{suggestion}”?',
  },
  notInBase: {
    zh: '“{name}”不在基础名册中（全文 {count} 处）。本地机构可登记到 units.yaml，登记后即按名录核对。',
    en: '“{name}” is not in the base register ({count} places). Local bodies can be added to units.yaml.',
  },
  replace: { zh: '改为“{suggestion}”', en: 'Change to “{suggestion}”' },
  register: { zh: '将“{name}”登记到单位名录', en: 'Add “{name}” to the register of units' },
  alias: { zh: '将“{name}”登记为“{suggestion}”的别名', en: 'Add “{name}” as an alias of “{suggestion}”' },
} as const;

/** Bodies of which a place has its own: where the place keeps a register, looking like one is not enough. */
const OWN_KINDS: readonly UnitKind[] = ['institution', 'coordination', 'park-dept', 'party-office'];

function isUnknown(name: string, register: Register): boolean {
  const { how, entry } = register.resolve(name);
  return (
    how === 'unknown' || (how === 'pattern' && register.hasLocal && entry !== null && OWN_KINDS.includes(entry.kind))
  );
}

/** What stands in a list of units and is none: figures, and words that point to another cell or to later. */
const NOT_A_NAME = /^[\d\s.，。、%]+$|^(?:同上|同前|暂无|待定|另行明确)$/;

/**
 * A unit that nobody knows. With a register of the workspace every such place is an error; without one it is a remark,
 * once a name, since the base register cannot know every office's bureaus.
 * Source: 《党政机关公文处理工作条例》第二十条（四）, names of bodies must be right; the client's own demand.
 */
export const rule: Rule = {
  id: 'unknown-unit',
  title: { zh: '未登记单位', en: 'Unknown unit' },
  topic: 'units',
  severity: 'error',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（四）：机构名称准确',
    en: 'Regulations on official documents, art. 20 (4)',
  },
  fixable: 'confirm',
  kinds: PLANS,
  passage(reading, { register }) {
    const reports: Report[] = [];
    for (const assigned of assignedIn(reading)) {
      for (const unit of assigned.annotation.units) {
        const { name } = unit;
        if (NOT_A_NAME.test(name) || !isUnknown(name, register)) continue;
        const range = unitRange(assigned, unit);
        const [suggestion] = register.suggest(name);
        reports.push({
          message: suggestion ? MESSAGES.misspelt : MESSAGES.unknown,
          args: { name, suggestion: suggestion ?? '' },
          range,
          fixes: fixesFor(name, register.suggest(name), range, register.hasLocal),
        });
      }
    }
    return reports;
  },
  document(found, _plan, { register }) {
    if (register.hasLocal) return found;
    const byName = new Map<string, Report[]>();
    for (const report of found) {
      const name = String(report.args?.['name']);
      byName.set(name, [...(byName.get(name) ?? []), report]);
    }
    return [...byName.values()].map(([first, ...rest]) => ({
      ...first!,
      severity: 'info',
      message: first!.args?.['suggestion'] ? first!.message : MESSAGES.notInBase,
      args: { ...first!.args, count: rest.length + 1 },
    }));
  },
};

function fixesFor(
  name: string,
  suggestions: readonly string[],
  range: Report['range'],
  hasLocal: boolean,
): readonly Fix[] {
  const replace = suggestions.map((suggestion): Fix => ({
    kind: 'edit',
    title: MESSAGES.replace,
    args: { suggestion },
    safe: false,
    edits: [{ range, newText: suggestion }],
  }));
  const [best] = suggestions;
  const alias: Fix[] =
    best && hasLocal
      ? [{ kind: 'alias', title: MESSAGES.alias, args: { name, suggestion: best }, safe: false, name, entry: best }]
      : [];
  return [...replace, { kind: 'register', title: MESSAGES.register, args: { name }, safe: false, name }, ...alias];
}
