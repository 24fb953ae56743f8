/** The tabs over the views: one is chosen, arrows go to the next, as the ARIA practices for tabs have it. */
import { element } from '../dom';

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly text: string;
  readonly panel: HTMLElement;
}

export class Tabs<Name extends string> {
  readonly root = element('div', { class: 'tabs' });
  private readonly buttons = new Map<Name, HTMLButtonElement>();
  private readonly panels = new Map<Name, HTMLElement>();
  private name: Name;

  /** The first tab is chosen until `choose` says otherwise; `wanted` hears what the person wants, and says so with `choose`. */
  constructor(label: string, tabs: readonly [Tab<Name>, ...Tab<Name>[]], wanted: (name: Name) => void) {
    this.name = tabs[0].name;
    this.root.setAttribute('role', 'tablist');
    this.root.setAttribute('aria-label', label);
    for (const { name, text, panel } of tabs) {
      const button = element('button', { text });
      button.type = 'button';
      button.id = `tab-${name}`;
      button.setAttribute('role', 'tab');
      button.setAttribute('aria-controls', `panel-${name}`);
      button.addEventListener('click', () => wanted(name));
      panel.id = `panel-${name}`;
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', button.id);
      this.buttons.set(name, button);
      this.panels.set(name, panel);
      this.root.append(button);
    }
    this.root.addEventListener('keydown', (event) => {
      const next = this.neighbour(event.key);
      if (next === undefined) return;
      event.preventDefault();
      this.buttons.get(next)?.focus();
      wanted(next);
    });
    this.choose(this.name);
  }

  choose(name: Name): void {
    this.name = name;
    for (const [each, button] of this.buttons) {
      button.ariaSelected = String(each === name);
      button.tabIndex = each === name ? 0 : -1;
    }
    for (const [each, panel] of this.panels) panel.hidden = each !== name;
  }

  focus(): void {
    this.buttons.get(this.name)?.focus();
  }

  private neighbour(key: string): Name | undefined {
    const names = [...this.buttons.keys()];
    const at = names.indexOf(this.name);
    switch (key) {
      case 'ArrowRight':
        return names[(at + 1) % names.length];
      case 'ArrowLeft':
        return names.at(at - 1);
      case 'Home':
        return names[0];
      case 'End':
        return names.at(-1);
      default:
        return undefined;
    }
  }
}
