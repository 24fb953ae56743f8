/** What the page says when there is no table to show, or the one shown is no longer fresh. Always with what to do. */
import type { Notice, PageAction, PageStrings, PlanKind } from '../src/preview/messages';
import { element } from './dom';

export type EmptyReason = Exclude<Notice, null> | 'noTasks' | 'notPlan' | 'noMatch';

interface Words {
  readonly title: string;
  readonly text?: string;
  readonly example?: string;
  readonly actions: readonly (readonly [string, PageAction | 'clearFilter'])[];
}

export type Act = (action: PageAction | 'clearFilter') => void;

/** A page-filling note. */
export function emptyState(reason: EmptyReason, strings: PageStrings, act: Act): HTMLElement {
  const words = wordsFor(reason, strings);
  const box = element('div', { class: 'empty' }, element('h2', { text: words.title }));
  if (words.text) box.append(element('p', { text: words.text }));
  if (words.example) box.append(element('p', { class: 'example', text: words.example }));
  box.append(...buttons(words, act));
  return box;
}

/** The same in one line above a table that is still shown. */
export function banner(reason: EmptyReason, strings: PageStrings, act: Act): HTMLElement {
  const words = wordsFor(reason, strings);
  return element('div', { class: 'banner' }, element('span', { text: words.title }), ...buttons(words, act));
}

function buttons(words: Words, act: Act): HTMLElement[] {
  return words.actions.map(([text, action]) => {
    const button = element('button', { text });
    button.type = 'button';
    button.addEventListener('click', () => act(action));
    return button;
  });
}

/** Which note a table without rows calls for. */
export function reasonForKind(kind: PlanKind): EmptyReason {
  return kind === 'report' || kind === 'other' ? 'notPlan' : 'noTasks';
}

function wordsFor(reason: EmptyReason, strings: PageStrings): Words {
  const { example } = strings;
  const server: Words['actions'] = [
    [strings.restart, 'restart'],
    [strings.showLog, 'showLog'],
  ];
  switch (reason) {
    case 'noTasks':
      return { title: strings.emptyTitle, text: strings.emptyText, example, actions: [[strings.openText, 'openText']] };
    case 'notPlan':
      return { title: strings.notPlanTitle, text: strings.notPlanText, example, actions: [] };
    case 'noMatch':
      return { title: strings.noMatchTitle, actions: [[strings.noMatchAction, 'clearFilter']] };
    case 'starting':
      return { title: strings.startingTitle, actions: [] };
    case 'stopped':
      return { title: strings.stoppedTitle, text: strings.stoppedText, actions: server };
    case 'failed':
      return { title: strings.failedTitle, text: strings.failedText, actions: server };
    case 'closed':
      return { title: strings.closedTitle, actions: [[strings.openText, 'openText']] };
    case 'missing':
      return { title: strings.missingTitle, text: strings.missingText, actions: [] };
  }
}
