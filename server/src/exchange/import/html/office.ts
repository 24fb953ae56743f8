/** What Word, WPS and LibreOffice mark in the pages they save and put on the clipboard. */
import { isPageNumber, type NoteKind } from '../notes';
import { descendant, elementsOf, isElement, type Element } from '../tree';

/** LibreOffice breaks lines of its source at spaces alone; others break Chinese text anywhere. */
export function isByLibreOffice(root: Element): boolean {
  const head = descendant(root, 'head') ?? root;
  return elementsOf(head).some(
    ({ name, attributes }) =>
      name === 'meta' &&
      /^generator$/i.test(attributes['name'] ?? '') &&
      /(?:Libre|Open)Office/i.test(attributes['content'] ?? ''),
  );
}

/** Something that is not part of the text: what to tell of it, `null` when it is nothing worth telling. */
export interface Outside {
  readonly note: NoteKind | null;
  readonly words: string;
}

/** Whether an element is a page head or foot, a comment or its mark, or text taken out by a tracked change. */
export function outsideText(element: Element): Outside | null {
  const { name, attributes } = element;
  const outside = (note: NoteKind): Outside => ({ note, words: wordsOf(element) });
  if (name === 'del') return outside('changesAccepted');
  if (name === 'comment') return outside('cellComment');
  if (/\bmsocom(?:anchor|off)\b/i.test(attributes['class'] ?? '')) return { note: null, words: '' };
  if (name !== 'div') return null;
  const kind = /mso-element:\s*([\w-]+)/.exec(style(element))?.[1] ?? attributes['title'];
  if (kind === 'comment') return outside('comment');
  if (kind !== 'header' && kind !== 'footer') return null;
  return isPageNumber(wordsOf(element)) ? { note: null, words: '' } : outside(kind);
}

function wordsOf(element: Element): string {
  const words = (node: Element | string): string =>
    isElement(node) ? (outsideText(node) === null ? node.children.map(words).join('') : '') : node;
  return element.children.map(words).join('').replace(/\s+/g, ' ').trim();
}

/** The name of the footnote or endnote that a mark in the text, or before the note itself, belongs to. */
export function noteNameOf({ name, attributes }: Element): string | null {
  if (name !== 'a') return null;
  const named = /mso-(?:foot|end)note-id:\s*(\w+)/.exec(attributes['style'] ?? '')?.[1];
  return named ?? /^(sd(?:foot|end)note\d+)(?:anc|sym)$/.exec(attributes['name'] ?? '')?.[1] ?? null;
}

/** Whether the notes of a document, or one of them, stand here: behind the text, and part of it. */
export function holdsNotes(element: Element): boolean {
  return (
    element.name === 'div' &&
    (/mso-element:\s*(?:foot|end)note/.test(style(element)) ||
      /^sd(?:foot|end)note\d+$/.test(element.attributes['id'] ?? ''))
  );
}

/** Word writes the number of a list item as a span it ignores when the text comes back. */
export const isMarker = (element: Element): boolean =>
  element.name === 'span' && /mso-list:\s*ignore/.test(style(element));

/** How an element is to look, in small letters. */
export const style = ({ attributes }: Element): string => (attributes['style'] ?? '').toLowerCase();
