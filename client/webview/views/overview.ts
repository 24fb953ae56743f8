/** The figures of a plan at a glance; each leads to the tasks it counts. */
import type { FindingCount, PageStrings } from '../../src/preview/messages';
import { element, fill } from '../dom';
import type { Choice, Wanted } from '../filter';
import { dueName } from './names';
import { overviewOf, SEVERITIES, type Overview } from './overviewModel';
import type { View, ViewData, ViewEvents } from './view';

interface Figure {
  readonly name: string;
  readonly count: number;
  readonly hint?: string;
  /** Where it leads: tasks, or `null`, nowhere, since it counts no tasks; for what a rule found, the next place. */
  readonly wanted: Partial<Wanted> | FindingCount | null;
}

export class OverviewView implements View {
  readonly root = element('div', { class: 'overview' });

  constructor(
    private readonly strings: PageStrings,
    private readonly events: ViewEvents,
  ) {}

  show({ rows, today, findings: found }: ViewData): void {
    const { strings } = this;
    const figures = overviewOf(rows, today);
    const { severities } = figures;
    const findings = severities.filter(({ count }) => count > 0);
    this.root.replaceChildren(
      this.cards(figures),
      this.bars(
        strings.figuresDue,
        figures.dues.map(({ value, count }) => ({ name: dueName(value, strings), count, wanted: { due: value } })),
        strings.noDue,
      ),
      this.bars(strings.figuresLoad, figures.loads.map(asLead), strings.loadNone),
      this.bars(
        strings.figuresFindings,
        findings.map(({ severity, count }) => ({ name: strings[severity], count, wanted: { only: severity } })),
        strings.figuresNoFindings,
      ),
      this.found(found),
    );
  }

  private cards(figures: Overview): HTMLElement {
    const { strings } = this;
    const list: Figure[] = [
      { name: strings.figureTasks, count: figures.tasks, wanted: {} },
      { name: strings.figureLeads, count: figures.leads, wanted: null },
      { name: strings.figureUnits, count: figures.units, wanted: null },
      { name: strings.figureQuarter, count: figures.thisQuarter, wanted: { due: figures.quarter } },
      {
        name: strings.figureOverdue,
        count: figures.overdue,
        hint: strings.figureOverdueHint,
        wanted: { only: 'overdue' },
      },
      { name: strings.figureNoLead, count: figures.noLead, wanted: { only: 'noLead' } },
      { name: strings.figureNoDue, count: figures.noDue, wanted: { due: 'none' } },
    ];
    const cards = element('ul', { class: 'cards' });
    for (const figure of list) {
      const content = [
        element('span', { class: 'count', text: String(figure.count) }),
        element('span', { class: 'what', text: figure.name }),
      ];
      cards.append(element('li', {}, this.link('card', figure, content)));
    }
    return cards;
  }

  private found(found: readonly FindingCount[]): HTMLElement {
    const { strings } = this;
    const figures = found.map((one) => ({
      name: fill(strings.pair, strings[one.severity], one.title),
      count: one.count,
      hint: strings.figureNext,
      wanted: one,
    }));
    const box = this.bars(foundTitle(found, strings), figures, strings.figuresNoFindings);
    box.classList.add('found');
    return box;
  }

  private bars(title: string, figures: readonly Figure[], nothing: string): HTMLElement {
    const box = element('section', { class: 'bars' }, element('h2', { text: title }));
    if (figures.length === 0) {
      box.append(element('p', { class: 'nothing', text: nothing }));
      return box;
    }
    const most = figures.reduce((max, { count }) => Math.max(max, count), 1);
    const list = element('ul');
    for (const figure of figures) {
      const bar = element('span', { class: 'bar-fill' });
      bar.style.setProperty('--share', `${Math.round((figure.count / most) * 100)}%`);
      const track = element('span', { class: 'track' }, bar);
      const name = element('span', { class: 'what', text: figure.name });
      const count = element('span', { class: 'count', text: String(figure.count) });
      list.append(element('li', {}, this.link('bar-row', figure, [name, track, count])));
    }
    box.append(list);
    return box;
  }

  private go(wanted: Partial<Wanted> | FindingCount): void {
    if ('rule' in wanted) this.events.post({ type: 'showFinding', rule: wanted.rule, severity: wanted.severity });
    else this.events.narrow(wanted);
  }

  /** A button where the figure leads to tasks, else plain text. */
  private link(kind: string, { name, count, hint, wanted }: Figure, content: readonly Node[]): HTMLElement {
    const options = { class: kind, ...(hint === undefined ? {} : { title: hint }) };
    if (wanted === null || count === 0) return element('div', options, ...content);
    const button = element('button', options, ...content);
    button.type = 'button';
    button.setAttribute('aria-label', fill(this.strings.figureBar, name, count));
    button.addEventListener('click', () => this.go(wanted));
    return button;
  }
}

/** How many there are of each gravity, as the status bar and the command line count them. */
function foundTitle(found: readonly FindingCount[], strings: PageStrings): string {
  const sums = SEVERITIES.map((severity) => {
    const count = found.reduce((sum, one) => (one.severity === severity ? sum + one.count : sum), 0);
    return count === 0 ? '' : `${strings[severity]} ${count}`;
  }).filter((text) => text !== '');
  return [strings.figuresFound, ...sums].join(' · ');
}

const asLead = ({ value, count }: Choice): Figure => ({ name: value, count, wanted: { unit: value, role: 'lead' } });
