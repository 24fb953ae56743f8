/** What is known while a Word document is read from top to bottom. */
import type { Notes } from '../notes';
import { child, elementsOf, type Element } from '../tree';
import type { Numbering } from './numbering';
import type { Styles } from './styles';

/** A field between its begin and end marks; it may reach over paragraphs. */
export interface Field {
  instruction: string;
  /** Its instruction is over and its result follows. */
  hasResult: boolean;
  /** Where in the text of its paragraph the result begins. */
  resultAt: number;
  /** The result is not part of the document: page numbers, a generated table of contents. */
  dropped: boolean;
  /** For a check box: its sign. */
  sign: string;
}

export interface Reading {
  readonly notes: Notes;
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Lists in text boxes count for themselves. */
  readonly boxNumbering: Numbering;
  readonly changes: 'accept' | 'reject';
  /** Notes at the foot and at the end, by `footnote:id` and `endnote:id`. */
  readonly footnotes: ReadonlyMap<string, Element>;
  /** Ids of relationships that lead out of the file. */
  readonly external: ReadonlySet<string>;
  readonly fields: Field[];
  /** Notes in the order they are referred to, and their numbers (one-based). */
  readonly cited: Map<Element, number>;
  /** Text boxes of the paragraph being read: their paragraphs follow it. */
  readonly boxes: Element[];
}

/** Whether what a change put in (`w:ins`, the new place of moved text) is part of the text; what it took out is not then. */
export const keepsInserted = ({ changes }: Reading): boolean => changes === 'accept';

export type ChangeKind = 'inserted' | 'deleted';

export function changeOf(name: string): ChangeKind | null {
  if (name === 'w:ins' || name === 'w:moveTo') return 'inserted';
  return name === 'w:del' || name === 'w:moveFrom' ? 'deleted' : null;
}

export const isKept = (change: ChangeKind, reading: Reading): boolean =>
  (change === 'inserted') === keepsInserted(reading);

export function tellChange(reading: Reading, place: string): void {
  reading.notes.add(keepsInserted(reading) ? 'changesAccepted' : 'changesRejected', place);
}

/** A change that properties (of a paragraph's mark, of a row) tell of themselves. */
export function ownChange(properties: Element | undefined): ChangeKind | null {
  for (const { name } of properties ? elementsOf(properties) : []) {
    const change = changeOf(name);
    if (change) return change;
  }
  return null;
}

/** What programs like ours are to read of alternatives: the newer form when we know what it needs, else the older. */
export function chosen(alternatives: Element): Element | undefined {
  const choice = child(alternatives, 'mc:Choice');
  const known = /^(?:w|wp|w14|w15|wps|wpg|wpc|a14|v)(?:\s|$)/.test(choice?.attributes['Requires'] ?? '');
  return known ? choice : (child(alternatives, 'mc:Fallback') ?? choice);
}

/** Elements that only wrap what they hold. */
export const WRAPPERS: ReadonlySet<string> = new Set([
  'w:smartTag',
  'w:customXml',
  'w:bdo',
  'w:dir',
  'w:sdtContent',
  'mc:Choice',
  'mc:Fallback',
]);

/** The content of a control (w:sdt) and what kind it is. */
export function control(element: Element): { content: Element | undefined; placeholder: boolean; toc: boolean } {
  const properties = child(element, 'w:sdtPr');
  const gallery = child(child(properties, 'w:docPartObj'), 'w:docPartGallery')?.attributes['w:val'] ?? '';
  return {
    content: child(element, 'w:sdtContent'),
    placeholder: child(properties, 'w:showingPlcHdr') !== undefined,
    toc: /table of contents/i.test(gallery),
  };
}
