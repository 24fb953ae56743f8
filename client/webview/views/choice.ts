import { element } from '../dom';

/** A list to choose from, with its name before it: the label to show and the list itself. */
export function choice(
  name: string,
  options: readonly (readonly [value: string, text: string])[],
): readonly [HTMLLabelElement, HTMLSelectElement] {
  const select = element('select');
  setOptions(select, options);
  return [labelled(name, select), select];
}

export function labelled(name: string, select: HTMLSelectElement): HTMLLabelElement {
  return element('label', {}, element('span', { text: name }), select);
}

/** Puts other choices in; what was chosen stays chosen where it is still offered. */
export function setOptions(
  select: HTMLSelectElement,
  options: readonly (readonly [value: string, text: string])[],
): void {
  const chosen = select.value;
  select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
  if (options.some(([value]) => value === chosen)) select.value = chosen;
}

export function button(text: string, clicked: () => void, title?: string): HTMLButtonElement {
  const made = element('button', { class: 'toggle', text, ...(title === undefined ? {} : { title }) });
  made.type = 'button';
  made.addEventListener('click', clicked);
  return made;
}
