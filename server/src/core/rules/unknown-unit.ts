import type { Range } from '../text/position';
import type { Register } from '../units/model';
import { PLANS, type Fix, type Report, type Rule } from './rule';
import { isUnknown, nearNames } from './unknownNames';

const MESSAGES = {
  unknown: {
    zh: '“{name}”不在单位名录中。请核对名称；确有此单位的，登记到 units.yaml。',
    en: '“{name}” is not in the register of units. Check the name, or add the unit to units.yaml.',
  },
  notInBase: {
    zh: '“{name}”不在基础名册中（全文 {count} 处）。本地机构可登记到 units.yaml，登记后即按名录核对。',
    en: '“{name}” is not in the base register ({count} places). Local bodies can be added to units.yaml.',
  },
  replace: { zh: '改为“{suggestion}”', en: 'Change to “{suggestion}”' },
  register: { zh: '将“{name}”登记到单位名录', en: 'Add “{name}” to the register of units' },
} as const;

/**
 * A unit that nobody knows and no known name is like (those are unit-misspelled). With a register of the workspace every
 * such place is an error; without one it is a remark, once a name, since the base register cannot know every office's
 * bureaus.
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
    for (const assigned of reading.assigned) {
      for (const one of assigned.units) {
        const { name } = one.unit;
        if (!isUnknown(one.resolution, register) || nearNames(one.resolution, register).length > 0) continue;
        const { range } = one;
        reports.push({ message: MESSAGES.unknown, args: { name }, range, fixes: fixesFor(name, range, register) });
      }
    }
    return reports;
  },
  document(found, _plan, { register }) {
    if (register.hasLocal) return found;
    const byName = new Map<string, Report[]>();
    for (const report of found) {
      const name = String(report.args?.['name']);
      const list = byName.get(name);
      if (list) list.push(report);
      else byName.set(name, [report]);
    }
    return [...byName.values()].map(([first, ...rest]) => ({
      ...first!,
      severity: 'info',
      message: MESSAGES.notInBase,
      args: { ...first!.args, count: rest.length + 1 },
    }));
  },
};

/** For a name well formed by itself also those of the workspace that are somewhat like it. */
function fixesFor(name: string, range: Range, register: Register): readonly Fix[] {
  const replace = register.suggest(name).map((suggestion): Fix => ({
    kind: 'edit',
    title: MESSAGES.replace,
    args: { suggestion },
    safe: false,
    edits: [{ range, newText: suggestion }],
  }));
  return [...replace, { kind: 'register', title: MESSAGES.register, args: { name }, safe: false, name }];
}
