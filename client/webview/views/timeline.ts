/**
 * Tasks in time. Names stand in a list at the left, marks beside them; both are made only for the lines in sight, so that
 * ten thousand tasks cost no more than a hundred. The list is what screen readers and keys work with: a name says when, too.
 */
import type { PageStrings } from '../../src/preview/messages';
import type { Only } from '../filter';
import { element, fill, setText } from '../dom';
import { button, choice } from './choice';
import { pictureOf } from './picture';
import { factsOf } from './taskFacts';
import {
  AXIS_HEIGHT,
  drawAxis,
  drawGrid,
  drawLines,
  isWithin,
  LINE_HEIGHT,
  nameOfTask,
  xOf,
  type Scale,
} from './timelineDraw';
import { drawKey, KEY, svg } from './timelineMarks';
import {
  dayOf,
  MARKS,
  timelineOf,
  type LaneBy,
  type Line,
  type Mark,
  type TaskLine,
  type Timeline,
} from './timelineModel';
import { isTask, TimelineNames } from './timelineNames';
import { drawPicture } from './timelinePicture';
import { Tooltip } from './tooltip';
import type { View, ViewData, ViewEvents } from './view';
import { Zoom } from './zoom';

/** Lines made above and below those in sight. */
const MARGIN = 15;
/** Lines that fit one picture. */
const PICTURE_LINES = 2000;
/** Room behind the last day, so that nothing is cut off at the edge. */
const END_ROOM = 12;

const NOTHING: Timeline = {
  lines: [],
  from: 0,
  to: 1,
  period: null,
  undated: 0,
  overdue: 0,
  marks: new Set(),
};

export class TimelineView implements View {
  readonly root = element('div', { class: 'timeline' });
  private readonly scroller = element('div', { class: 'scroller' });
  private readonly axis = element('div', { class: 'axis' });
  private readonly corner = element('div', { class: 'corner' });
  private readonly calendar = svg('svg', { height: AXIS_HEIGHT, 'aria-hidden': 'true' });
  private readonly body = element('div', { class: 'body' });
  private readonly plot = svg('svg', { class: 'plot', 'aria-hidden': 'true' });
  private readonly legend = element('ul', { class: 'legend' });
  private readonly said = element('span', { class: 'aside' });
  private readonly undated: HTMLButtonElement;
  private readonly overdue: HTMLButtonElement;
  private readonly nothing = element('p', { class: 'nothing' });
  private readonly names: TimelineNames;
  private readonly lane: HTMLSelectElement;
  private readonly zoom: Zoom;
  private readonly tooltip = new Tooltip();
  /** What the tooltip is about. */
  private told: TaskLine | null = null;
  private data: ViewData | undefined;
  private timeline = NOTHING;
  private frame = 0;

  constructor(
    private readonly strings: PageStrings,
    private readonly events: ViewEvents,
  ) {
    const [label, lane] = choice(strings.lanes, [
      ['section', strings.lanesSection],
      ['unit', strings.lanesUnit],
    ]);
    this.lane = lane;
    lane.addEventListener('change', () => {
      this.rebuild();
      events.changed();
    });
    this.zoom = new Zoom(
      this.scroller,
      () => this.namesWidth(),
      END_ROOM,
      () => this.layOut(),
    );
    this.names = new TimelineNames(strings.timelineTasks, this.scroller, {
      name: (line) => this.nameOf(line),
      reach: (at) => this.reach(at),
      page: () => Math.max(1, Math.floor(this.scroller.clientHeight / LINE_HEIGHT) - 2),
    });
    const link = (wanted: { due: string } | { only: Only }): HTMLButtonElement => {
      const made = button('', () => events.narrow(wanted));
      made.className = 'link';
      return made;
    };
    this.undated = link({ due: 'none' });
    this.overdue = link({ only: 'overdue' });
    this.said.setAttribute('role', 'status');
    setText(this.nothing, strings.timelineNothing);
    this.corner.setAttribute('aria-hidden', 'true');
    this.scroller.setAttribute('role', 'group');
    this.scroller.setAttribute('aria-label', strings.zoomHint);
    this.legend.setAttribute('aria-label', strings.legend);
    this.body.append(this.plot, this.names.root);
    this.axis.append(this.corner, this.calendar);
    this.scroller.append(this.axis, this.body);
    this.root.append(this.bar(label), this.legend, this.nothing, this.scroller, this.tooltip.root);
    this.listen();
  }

  show(data: ViewData): void {
    this.data = data;
    this.rebuild();
  }

  get lanes(): LaneBy {
    return this.lane.value === 'unit' ? 'unit' : 'section';
  }

  set lanes(by: LaneBy) {
    this.lane.value = by;
  }

  private bar(label: HTMLElement): HTMLElement {
    const { strings } = this;
    return element(
      'div',
      { class: 'view-bar' },
      label,
      button('+', () => this.zoom.by(1.5), strings.zoomIn),
      button('−', () => this.zoom.by(1 / 1.5), strings.zoomOut),
      button(strings.zoomFit, () => this.zoom.fit(), strings.zoomHint),
      button(strings.savePicture, () => void this.save()),
      this.undated,
      this.overdue,
      this.said,
    );
  }

  private listen(): void {
    const { scroller, body } = this;
    scroller.addEventListener('scroll', () => this.drawSoon(), { passive: true });
    new ResizeObserver(() => this.layOut()).observe(scroller);
    body.addEventListener('click', (event) => {
      const line = this.taskAt(event);
      // Keys go on in the text, as in the table; the mouse only shows it.
      if (line) this.events.post({ type: 'reveal', key: line.row.key, focus: event.detail === 0 });
    });
    body.addEventListener('pointermove', (event) => this.tell(this.taskAt(event), event.clientX, event.clientY));
    body.addEventListener('pointerleave', () => this.tell(null));
    body.addEventListener('focusin', (event) => {
      if (!(event.target instanceof HTMLElement) || !event.target.matches(':focus-visible')) return;
      const { left, bottom } = event.target.getBoundingClientRect();
      this.tell(this.taskAt(event), left, bottom - 6);
    });
    body.addEventListener('focusout', () => this.tell(null));
    this.root.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.tell(null);
    });
  }

  private taskAt(event: Event): TaskLine | null {
    const at = event.target instanceof Element ? event.target.closest('[data-at]')?.getAttribute('data-at') : null;
    const line = this.timeline.lines[Number(at ?? -1)];
    return isTask(line) ? line : null;
  }

  private tell(line: TaskLine | null, x = 0, y = 0): void {
    if (!line) this.tooltip.hide();
    else if (line === this.told) this.tooltip.move(x, y);
    else this.tooltip.show(nameOfTask(line), factsOf(line.row, this.data?.today ?? '', this.strings), x, y);
    this.told = line;
  }

  private rebuild(): void {
    if (!this.data) return;
    const { rows, period, today } = this.data;
    const { strings } = this;
    this.timeline = timelineOf(rows, this.lanes, period, today);
    const { lines, undated, overdue, marks } = this.timeline;
    this.names.setLines(lines);
    this.tell(null);
    setText(this.said, '');
    this.undated.hidden = undated === 0;
    setText(this.undated, fill(strings.undated, undated));
    this.overdue.hidden = overdue === 0;
    setText(this.overdue, fill(strings.overdue, overdue));
    const empty = marks.size === 0 || (marks.size === 1 && marks.has('outside'));
    this.nothing.hidden = !empty;
    this.scroller.hidden = empty;
    this.root.classList.toggle('empty-timeline', empty);
    this.legend.hidden = empty;
    this.legend.replaceChildren(...this.legendEntries().map(legendItem));
    this.layOut();
  }

  /** Only what is to be seen is explained. */
  private legendEntries(): readonly (readonly [Mark | 'today', string])[] {
    const { strings, timeline } = this;
    const today = this.data?.today ?? '';
    const texts: Readonly<Record<Mark, string>> = {
      bar: strings.legendBar,
      point: strings.legendPoint,
      open: strings.legendOpen,
      standing: strings.legendStanding,
      assumed: strings.legendAssumed,
      milestone: strings.milestones,
      beyond: strings.legendBeyond,
      outside: strings.legendOutside,
    };
    const seen = isWithin(timeline, dayOf(today) ?? 0);
    return [
      ...MARKS.filter((mark) => timeline.marks.has(mark)).map((mark) => [mark, texts[mark]] as const),
      ['today', fill(seen ? strings.legendToday : strings.legendTodayAway, today)],
    ];
  }

  private scale(): Scale {
    return { from: this.timeline.from, to: this.timeline.to, width: this.zoom.width };
  }

  /** Names take a third of the width, more of it where that is little. */
  private namesWidth(): number {
    const width = this.scroller.clientWidth;
    return Math.round(Math.min(width * 0.42, Math.max(300, width * 0.33), 480));
  }

  /** Sets the sizes, then draws what is in sight. */
  private layOut(): void {
    const scale = this.scale();
    if (scale.width <= 0) return; // Not on show.
    const names = this.namesWidth();
    const width = `${names + scale.width + END_ROOM}px`;
    this.body.style.height = `${this.timeline.lines.length * LINE_HEIGHT}px`;
    this.root.style.setProperty('--names', `${names}px`);
    this.body.style.width = width;
    this.axis.style.width = width;
    this.calendar.setAttribute('width', String(scale.width + END_ROOM));
    this.draw();
  }

  private drawSoon(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  private draw(): void {
    const { lines, period } = this.timeline;
    const top = Math.floor(this.scroller.scrollTop / LINE_HEIGHT);
    const count = Math.ceil(this.scroller.clientHeight / LINE_HEIGHT);
    const first = Math.max(0, top - MARGIN);
    const last = Math.min(lines.length, top + count + MARGIN);
    this.names.draw(first, last);
    setText(this.corner, this.laneAbove(top));
    const scale = this.scale();
    const height = Math.max(0, last - first) * LINE_HEIGHT;
    this.calendar.replaceChildren(drawAxis(scale, this.strings, null, this.scroller.scrollLeft));
    this.plot.setAttribute('width', String(scale.width + END_ROOM));
    this.plot.setAttribute('height', String(height));
    this.plot.style.top = `${first * LINE_HEIGHT}px`;
    this.plot.replaceChildren(
      drawGrid(scale, { period, today: dayOf(this.data?.today) ?? 0 }, height, null),
      drawLines(lines.slice(first, last), first, scale, this.strings.noDate, null),
    );
  }

  /** The lane the first line in sight belongs to, once its own line is scrolled away. */
  private laneAbove(top: number): string {
    const { lines } = this.timeline;
    if (this.scroller.scrollTop === 0) return '';
    for (let at = Math.min(top, lines.length - 1); at >= 0; at--) {
      const line = lines[at];
      if (line?.kind === 'lane') return this.laneName(line.name);
    }
    return '';
  }

  private readonly laneName = (name: string): string =>
    name || (this.lanes === 'unit' ? this.strings.laneNoUnit : this.strings.laneNoSection);

  private nameOf(line: Line): { readonly text: string; readonly spoken: string } {
    if (!isTask(line)) return { text: this.laneName(line.name), spoken: '' };
    const text = nameOfTask(line);
    const facts = factsOf(line.row, this.data?.today ?? '', this.strings);
    return { text, spoken: [text, ...facts].join(this.strings.semicolon) };
  }

  private reach(at: number): void {
    const { scroller } = this;
    const y = at * LINE_HEIGHT;
    const room = scroller.clientHeight - AXIS_HEIGHT;
    if (y < scroller.scrollTop) scroller.scrollTop = y;
    else if (y + LINE_HEIGHT > scroller.scrollTop + room) scroller.scrollTop = y + LINE_HEIGHT - room;
    const line = this.timeline.lines[at];
    if (isTask(line) && line.end > 0) this.bringIntoSight(xOf(this.scale(), line.end));
    this.draw();
  }

  /** `x`: pixels from the first day. */
  private bringIntoSight(x: number): void {
    const { scroller } = this;
    const room = scroller.clientWidth - this.namesWidth();
    if (x < scroller.scrollLeft || x > scroller.scrollLeft + room) scroller.scrollLeft = x - room / 2;
  }

  private async save(): Promise<void> {
    if (!this.data) return;
    const { strings, timeline } = this;
    const { title, today, rows, total } = this.data;
    if (timeline.lines.length > PICTURE_LINES) {
      setText(this.said, fill(strings.pictureTooLarge, PICTURE_LINES));
      return;
    }
    const count = rows.length < total ? fill(strings.shown, rows.length, total) : fill(strings.tasks, total);
    const texts = {
      title,
      subtitle: [count, fill(strings.undated, timeline.undated)].slice(0, timeline.undated > 0 ? 2 : 1).join(' · '),
      legend: this.legendEntries(),
      laneName: this.laneName,
    };
    const drawing = drawPicture(timeline, dayOf(today) ?? 0, texts, strings);
    this.events.post({ type: 'savePicture', ...(await pictureOf(drawing)) });
  }
}

function legendItem([mark, text]: readonly [Mark | 'today', string]): HTMLElement {
  const key = svg('svg', { class: 'key', ...KEY, 'aria-hidden': 'true' }, drawKey(mark, null));
  return element('li', {}, key, element('span', { text }));
}
