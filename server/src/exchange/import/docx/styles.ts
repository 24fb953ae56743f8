import { child, childrenNamed, type Element } from '../tree';

/** A list a paragraph belongs to, as far as one place says it. */
export interface ListPlace {
  readonly numId: string | null;
  /** Zero-based. */
  readonly level: number | null;
}

export interface Styles {
  /** The list that a paragraph style, or one it is based on, puts its paragraphs in. */
  listOf(styleId: string): ListPlace;
  /** The name of a style as people see it. */
  nameOf(styleId: string): string | null;
  /** Whether a style of characters hides them. */
  hides(styleId: string): boolean;
}

interface Style {
  readonly name: string | null;
  readonly basedOn: string | null;
  readonly list: ListPlace;
  readonly vanishes: boolean;
}

/** Styles are based on each other; a circle of them is a damaged file. */
const MAX_CHAIN = 30;

export function readStyles(root: Element | null): Styles {
  const styles = new Map<string, Style>();
  for (const style of childrenNamed(root ? child(root, 'w:styles') : undefined, 'w:style')) {
    const id = style.attributes['w:styleId'];
    if (id === undefined) continue;
    styles.set(id, {
      name: valueOf(child(style, 'w:name')),
      basedOn: valueOf(child(style, 'w:basedOn')),
      list: listPlace(child(style, 'w:pPr')),
      vanishes: isOn(child(child(style, 'w:rPr'), 'w:vanish')),
    });
  }
  return {
    listOf(styleId) {
      let numId: string | null = null;
      let level: number | null = null;
      let id: string | null = styleId;
      for (let step = 0; id !== null && step < MAX_CHAIN; step++) {
        const style = styles.get(id);
        numId ??= style?.list.numId ?? null;
        level ??= style?.list.level ?? null;
        id = style?.basedOn ?? null;
      }
      return { numId, level };
    },
    nameOf: (styleId) => styles.get(styleId)?.name ?? null,
    hides: (styleId) => styles.get(styleId)?.vanishes ?? false,
  };
}

/** What the properties of a paragraph say about its list. */
export function listPlace(properties: Element | undefined): ListPlace {
  const list = child(properties, 'w:numPr');
  const level = Number.parseInt(valueOf(child(list, 'w:ilvl')) ?? '', 10);
  return { numId: valueOf(child(list, 'w:numId')), level: level >= 0 && level <= 8 ? level : null };
}

export const valueOf = (element: Element | undefined): string | null => element?.attributes['w:val'] ?? null;

/** A property that is there and not switched off again. */
export const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off)$/.test(element.attributes['w:val'] ?? '');
