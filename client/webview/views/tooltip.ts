/** What a mark stands for, beside the pointer or below the name that has the focus. Screen readers have it from the name. */
import { element } from '../dom';

const GAP = 14;

export class Tooltip {
  readonly root = element('div', { class: 'tooltip' });

  constructor() {
    this.root.setAttribute('aria-hidden', 'true');
    this.root.hidden = true;
  }

  /** `x`, `y`: the place in the window it must not cover. */
  show(title: string, facts: readonly string[], x: number, y: number): void {
    const { root } = this;
    root.replaceChildren(
      element('div', { class: 'what', text: title }),
      ...facts.map((text) => element('div', { class: 'aside', text })),
    );
    root.hidden = false;
    this.move(x, y);
  }

  move(x: number, y: number): void {
    const { root } = this;
    const { innerWidth, innerHeight } = window;
    root.style.left = `${Math.max(0, Math.min(x + GAP, innerWidth - root.offsetWidth - 4))}px`;
    const below = y + GAP + root.offsetHeight < innerHeight;
    root.style.top = `${below ? y + GAP : Math.max(0, y - GAP - root.offsetHeight)}px`;
  }

  hide(): void {
    this.root.hidden = true;
  }
}
