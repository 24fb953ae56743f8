import type { Range } from '../core/text/position';
import type { PlanSummary } from './planSummary';
import type { UnitDuties } from './unitDuties';

/** Something in the workspace that can be gone to by name. */
export interface WorkspaceSymbol {
  readonly kind: 'plan' | 'section' | 'task' | 'unit';
  readonly name: string;
  /** Where it is from: the title of its plan, the section above. */
  readonly container: string | null;
  readonly uri: string;
  readonly range: Range;
}

interface Found {
  readonly symbol: WorkspaceSymbol;
  readonly score: number;
}

/** Whether a name fits what was typed, and how well: lower is better, `null` not at all. */
export type Match = (name: string, query: string) => number | null;

/** More than this nobody looks through. */
const MAX_SYMBOLS = 300;

/**
 * Plans, sections, measures and units by name, best first. Nothing typed gives plans and units: what a person may look
 * for without having a word for it yet.
 */
export function symbolsFor(
  query: string,
  plans: readonly PlanSummary[],
  units: readonly UnitDuties[],
  match: Match = matchInOrder,
): readonly WorkspaceSymbol[] {
  const words = query.replace(/\s+/g, '');
  const found: Found[] = [];
  const offer = (names: readonly string[], rank: number, symbol: WorkspaceSymbol): void => {
    const scores = names.flatMap((name) => match(name, words) ?? []);
    if (scores.length > 0) found.push({ symbol, score: Math.min(...scores) + rank / 10 });
  };
  for (const plan of plans) {
    const name = plan.title ?? fileOf(plan.uri);
    offer([name, plan.number ?? ''], 0, {
      kind: 'plan',
      name,
      container: plan.number ?? fileOf(plan.uri),
      uri: plan.uri,
      range: plan.titleRange,
    });
  }
  for (const unit of units) {
    const place = placeOf(unit);
    if (place) offer(unit.names, 1, { kind: 'unit', name: unit.names[0]!, container: null, ...place });
  }
  if (words === '') return best(found);
  for (const { uri, title, headings } of plans) {
    for (const { kind, number, title: name, above, range } of headings)
      offer([name], kind === 'section' ? 2 : 3, {
        kind,
        name: number === null ? name : `${number}${/\d$/.test(number) ? ' ' : ''}${name}`,
        container: [title ?? fileOf(uri), above].filter(Boolean).join(' · '),
        uri,
        range,
      });
  }
  return best(found);
}

function best(found: readonly Found[]): readonly WorkspaceSymbol[] {
  return [...found]
    .sort((a, b) => a.score - b.score)
    .slice(0, MAX_SYMBOLS)
    .map(({ symbol }) => symbol);
}

/** Its entry in the register where it has one, else where it is first named. */
function placeOf({ entry, lead, participants }: UnitDuties): { readonly uri: string; readonly range: Range } | null {
  if (entry?.source) return entry.source;
  const [duty] = [...lead.slice(0, 1), ...participants.slice(0, 1)];
  return duty ? { uri: duty.plan.uri, range: duty.unit.range } : null;
}

/** All characters in order (司法 finds 区司法局); the closer together and the nearer the start, the better. */
export function matchInOrder(name: string, query: string): number | null {
  const text = name.toLowerCase();
  let at = 0;
  let first = -1;
  for (const char of query.toLowerCase()) {
    const next = text.indexOf(char, at);
    if (next < 0) return null;
    if (first < 0) first = next;
    at = next + char.length;
  }
  if (first < 0) return 0;
  return at - first - query.length + Math.min(first, 20) / 20 + Math.min(name.length, 100) / 1000;
}

function fileOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // A stray % in a name.
  }
}
