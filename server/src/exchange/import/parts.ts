/** Parts of an Office file and how they name each other (ECMA-376 part 2, “Relationships”). */
import type { Archive } from './archive';
import { elementsOf, parseXml } from './tree';

export interface Relationship {
  readonly id: string;
  /** The last piece of its type: `officeDocument`, `header`, `hyperlink`. */
  readonly type: string;
  /** The part's name, or an address when it is external. */
  readonly target: string;
  readonly external: boolean;
}

/** Where the relationships of a part are written down. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** The relationships of a part; of the whole file when `part` is empty. None when they are not written down. */
export function relationshipsOf(archive: Archive, part: string): readonly Relationship[] {
  const file = relationshipsPart(part);
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  if (!archive.has(file)) return [];
  return elementsOf(parseXml(archive.text(file), file))
    .flatMap(elementsOf)
    .map(({ attributes }) => {
      const external = attributes['TargetMode'] === 'External';
      const target = attributes['Target'] ?? '';
      return {
        id: attributes['Id'] ?? '',
        type: (attributes['Type'] ?? '').replace(/.*\//, ''),
        target: external ? target : resolved(folder, target),
        external,
      };
    });
}

/** The part that holds the document itself. */
export const mainPart = (archive: Archive): string | null =>
  relationshipsOf(archive, '').find(({ type, external }) => type === 'officeDocument' && !external)?.target ?? null;

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
