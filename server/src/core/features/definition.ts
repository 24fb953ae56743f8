import type { Plan } from '../plan/plan';
import type { Position, Range } from '../text/position';
import type { UnitEntry } from '../units/model';
import type { Naming } from './occurrences';
import { targetAt } from './target';

/** Where a place of a plan leads. Which file it is, and where in it, is for those who know the workspace to say. */
export type Definition = { readonly origin: Range } & (
  | { readonly kind: 'entry'; readonly entry: UnitEntry }
  | { readonly kind: 'here'; readonly ranges: readonly Range[] }
  | { readonly kind: 'document'; readonly title: string; readonly number: string | null }
  | { readonly kind: 'file'; readonly path: string }
);

/** What the words at a position lead to; `null` where they lead nowhere. */
export function definitionAt(plan: Plan, naming: Naming, position: Position): Definition | null {
  const target = targetAt(plan, naming, position);
  switch (target?.kind) {
    case 'unit': {
      const { entry, how } = naming.register.resolve(target.unit.name);
      return entry && how !== 'pattern' ? { kind: 'entry', origin: target.range, entry } : null;
    }
    case 'reference':
      return { kind: 'here', origin: target.range, ranges: target.places.map(({ range }) => range) };
    case 'citation': {
      const { title, number } = target.citation;
      return { kind: 'document', origin: target.range, title, number: number?.text ?? null };
    }
    case 'path':
      return { kind: 'file', origin: target.range, path: target.path };
    default:
      return null;
  }
}
