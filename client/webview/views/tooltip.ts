/** What a mark stands for, beside the pointer. Screen readers have it from the list of tasks. */
import type { PageStrings } from '../../src/preview/messages';
import { element, fill } from '../dom';
import type { TaskLine } from './timelineModel';

const GAP = 14;

export class Tooltip {
  readonly root = element('div', { class: 'tooltip' });
  private line: TaskLine | null = null;

  constructor(private readonly strings: PageStrings) {
    this.root.setAttribute('aria-hidden', 'true');
    this.root.hidden = true;
  }

  show(line: TaskLine | null, { clientX, clientY }: MouseEvent): void {
    if (!line) return this.hide();
    const { root } = this;
    if (line !== this.line) root.replaceChildren(...this.content(line));
    this.line = line;
    root.hidden = false;
    const { innerWidth, innerHeight } = window;
    root.style.left = `${Math.max(0, Math.min(clientX + GAP, innerWidth - root.offsetWidth - 4))}px`;
    const below = clientY + GAP + root.offsetHeight < innerHeight;
    root.style.top = `${below ? clientY + GAP : Math.max(0, clientY - GAP - root.offsetHeight)}px`;
  }

  hide(): void {
    this.root.hidden = true;
    this.line = null;
  }

  private content({ row }: TaskLine): HTMLElement[] {
    const { strings } = this;
    const { deadline } = row;
    const facts = [
      [strings.columnDeadline, deadline?.text ?? strings.noDate],
      [strings.columnLead, row.lead.join(' ')],
      [strings.columnParticipants, row.participants.join(' ')],
      [strings.columnOutcome, row.outcome ?? ''],
    ] as const;
    return [
      element('div', { class: 'what', text: [row.label, row.text].filter(Boolean).join(' ') }),
      ...facts.flatMap(([name, value]) =>
        value === '' ? [] : [element('div', { class: 'aside', text: fill(strings.pair, name, value) })],
      ),
    ];
  }
}
