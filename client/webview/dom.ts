/** The few helpers the page needs to build its elements. Text only ever goes in through `textContent`. */

export { fill } from './text';

interface Options {
  readonly class?: string;
  readonly text?: string;
  readonly title?: string;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (options.class) made.className = options.class;
  if (options.text !== undefined) made.textContent = visible(options.text);
  if (options.title) made.title = visible(options.title);
  made.append(...children);
  return made;
}

const CONTROLS = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Characters that hide or turn text round are written out, as the text editor does: a table must not lie. */
export function visible(text: string): string {
  return text.replace(CONTROLS, (char) => `[U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

/** Sets a text only when it changed, so that nothing is painted for nothing. */
export function setText(node: Node, text: string): void {
  const shown = visible(text);
  // A new element has no child; asking that is far cheaper than asking for its text.
  if (node.firstChild === null ? shown !== '' : node.textContent !== shown) node.textContent = shown;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing of 16 × 16 made of paths; hidden from screen readers, which get a text beside it. */
export function icon(name: string, paths: readonly string[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', `icon ${name}`);
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
