/**
 * Units proposed while a cell that names units is changed: the server finds them as in the text (characters, pinyin, its
 * initials). Down goes into the list, Enter or Tab takes a name, Escape closes the list; without going in nothing changes.
 */
import type { UnitNamesParams } from '../src/preview/messages';
import { element } from './dom';

export type UnitQuestion = Omit<UnitNamesParams, 'uri'> & { readonly id: number };

/** What ends a name in a cell. */
const BETWEEN = /[、，,；;\s]/;

export class UnitNames {
  readonly root = element('div', { class: 'unit-names' });
  /** The role the cell has; `null` while a cell of another kind is changed. */
  private role: UnitQuestion['role'] | null = null;
  private asked = 0;
  private chosen = -1;

  /** `ask` sends a question; the answer comes by `answered`. `changed` is told that a name was put in. */
  constructor(
    private readonly input: HTMLTextAreaElement,
    private readonly ask: (question: UnitQuestion) => void,
    private readonly changed: () => void,
  ) {
    this.root.id = 'names';
    this.root.setAttribute('role', 'listbox');
    this.root.hidden = true;
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.root.id);
    // The list must not take the focus from what is typed.
    this.root.addEventListener('pointerdown', (event) => event.preventDefault());
    this.root.addEventListener('click', ({ target }) => {
      const at = [...this.root.children].findIndex((option) => target instanceof Node && option.contains(target));
      if (at >= 0) this.take(at);
    });
  }

  /** A cell is begun with; `null`: one that names no units. */
  begin(role: UnitQuestion['role'] | null, label: string): void {
    this.role = role;
    this.root.setAttribute('aria-label', label);
    this.close();
  }

  /** Something was typed. */
  typed(): void {
    const { role } = this;
    const { from, to } = this.word();
    const { value } = this.input;
    const typed = value.slice(from, to);
    if (role === null || typed === '') return this.close();
    const others = [value.slice(0, from), value.slice(to)].flatMap((part) => part.split(BETWEEN)).filter(Boolean);
    this.ask({ id: ++this.asked, typed, role, others });
  }

  answered(id: number, names: readonly string[]): void {
    const { from, to } = this.word();
    const typed = this.input.value.slice(from, to);
    // Typed on since, left, or nothing to propose but what stands there.
    if (id !== this.asked || this.role === null || document.activeElement !== this.input) return;
    if (names.length === 0 || (names.length === 1 && names[0] === typed)) return this.close();
    this.root.replaceChildren(...names.map((name, at) => optionOf(name, at)));
    this.root.hidden = false;
    this.choose(-1);
  }

  /** True when the key was for the list. */
  pressed(event: KeyboardEvent): boolean {
    if (this.root.hidden) return false;
    const count = this.root.childElementCount;
    if (event.key === 'ArrowDown') this.choose((this.chosen + 1) % count);
    else if (event.key === 'ArrowUp' && this.chosen >= 0) this.choose(this.chosen - 1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && this.chosen >= 0) this.take(this.chosen);
    else if (event.key === 'Escape') this.close();
    else return false;
    event.preventDefault();
    return true;
  }

  close(): void {
    this.asked++;
    this.root.hidden = true;
    this.choose(-1);
  }

  private choose(at: number): void {
    this.chosen = at;
    for (const [index, option] of [...this.root.children].entries()) option.ariaSelected = String(index === at);
    const option = this.root.children[at];
    if (option) this.input.setAttribute('aria-activedescendant', option.id);
    else this.input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  private take(at: number): void {
    const name = this.root.children[at]?.textContent ?? '';
    const { from, to } = this.word();
    this.input.setRangeText(name, from, to, 'end');
    this.close();
    this.changed();
  }

  /** The name the caret is in. */
  private word(): { readonly from: number; readonly to: number } {
    const { value, selectionStart } = this.input;
    let [from, to] = [selectionStart, selectionStart];
    while (from > 0 && !BETWEEN.test(value[from - 1]!)) from--;
    while (to < value.length && !BETWEEN.test(value[to]!)) to++;
    return { from, to };
  }
}

function optionOf(name: string, at: number): HTMLElement {
  const option = element('div', { text: name });
  option.id = `name-${at}`;
  option.setAttribute('role', 'option');
  return option;
}
