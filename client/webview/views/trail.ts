/**
 * What the filter leaves, in words above every view, with the way back to the figure it came from. A figure that is counted
 * within a filter which asks for something else of the same kind (another unit, another year) leads to tasks of both.
 */
import type { PageStrings } from '../../src/preview/messages';
import { element, fill, setText } from '../dom';
import { ALL, readWanted, type Wanted } from '../filter';
import { button } from './choice';
import { dueName, viewNames } from './names';
import type { ViewName } from './view';

export interface TrailEvents {
  back(): void;
  clear(): void;
}

/** What was shown before a figure led to its tasks. */
interface Before {
  readonly wanted: Wanted;
  readonly within: readonly Wanted[];
  readonly view: ViewName;
}

export class Trail {
  readonly root = element('div', { class: 'trail' });
  private readonly text = element('span');
  private readonly back: HTMLButtonElement;
  private readonly clearing: HTMLButtonElement;
  private before: Before | null = null;
  private filters: readonly Wanted[];

  /** `kept`: what `within` was before a reload, as far as it is known. */
  constructor(
    private readonly strings: PageStrings,
    events: TrailEvents,
    kept: unknown,
  ) {
    this.filters = Array.isArray(kept) ? kept.map(readWanted) : [];
    this.text.setAttribute('role', 'status');
    this.back = button('', () => events.back());
    this.clearing = button(strings.noMatchAction, () => events.clear());
    this.root.append(this.text, this.back, this.clearing);
    this.root.hidden = true;
  }

  /** Filters that hold besides the one of the head. */
  get within(): readonly Wanted[] {
    return this.filters;
  }

  /** The filter that leaves the tasks of a figure, which asks for `wanted`, in a view that showed what `before` leaves. */
  narrow(before: Wanted, wanted: Partial<Wanted>, view: ViewName): Wanted {
    const { filters } = this;
    this.before = { wanted: before, within: filters, view };
    const together = narrowed(before, wanted);
    if (!together) this.filters = [...filters, before];
    return together ?? { ...ALL, ...wanted };
  }

  /** Takes the last `narrow` back. */
  goBack(): Before | null {
    const { before } = this;
    if (before) this.filters = before.within;
    this.before = null;
    return before;
  }

  /** The filter was changed: there is no way back. */
  leave(): void {
    this.before = null;
  }

  /** Nothing but the filter of the head holds. */
  clear(): void {
    this.before = null;
    this.filters = [];
  }

  /** `some`: it leaves some; where it leaves none, the note that says so has the button, too. */
  show(wanted: Wanted, some: boolean): void {
    const { strings, before } = this;
    const text = filtersInWords([...this.filters, wanted], strings);
    // Words alone stand in the field for them.
    const plain = this.filters.length === 0 && inWords({ ...wanted, query: '' }, strings) === '';
    this.root.hidden = plain && before === null;
    setText(this.text, fill(strings.trail, text || strings.onlyAll));
    this.clearing.hidden = !some;
    this.back.hidden = before === null;
    setText(this.back, fill(strings.trailBack, before ? viewNames(strings)[before.view] : ''));
  }
}

/** What all `filters` ask for, one within the other; empty for nothing. */
export function filtersInWords(filters: readonly Wanted[], strings: PageStrings): string {
  return filters
    .map((wanted) => inWords(wanted, strings))
    .filter((text) => text !== '')
    .join(' › ');
}

/** `null` where both cannot be asked for in one. */
function narrowed(before: Wanted, wanted: Partial<Wanted>): Wanted | null {
  const fields = Object.keys(wanted) as (keyof Wanted)[];
  const free = fields.every(
    (field) => field === 'role' || before[field] === ALL[field] || before[field] === wanted[field],
  );
  const sameRole = before.unit === '' || wanted.role === undefined || wanted.role === before.role;
  return free && sameRole ? { ...before, ...wanted } : null;
}

function inWords(wanted: Wanted, strings: PageStrings): string {
  const { query, unit, role, due, section, findings, only } = wanted;
  const roles = { any: '', lead: strings.asLead, participant: strings.asParticipant } as const;
  const whats = {
    '': '',
    overdue: strings.onlyOverdue,
    noLead: strings.onlyNoLead,
    error: strings.error,
    warning: strings.warning,
    info: strings.info,
    hint: strings.hint,
  } as const;
  return [
    query.trim() && `“${query.trim()}”`,
    unit,
    unit && roles[role],
    due && dueName(due, strings),
    section,
    findings ? strings.onlyFindings : '',
    whats[only],
  ]
    .filter((text) => text !== '')
    .join(' · ');
}
