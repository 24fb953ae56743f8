/**
 * Tasks in time. Names stand in a list at the left, marks beside them; both are made only for the lines in sight, so that
 * ten thousand tasks cost no more than a hundred. The list is what screen readers and keys work with: a name says when, too.
 */
import type { PageStrings } from '../../src/preview/messages';
import { element, fill, setText } from '../dom';
import { button, choice } from './choice';
import { pictureOf } from './picture';
import {
  AXIS_HEIGHT,
  drawAxis,
  drawGrid,
  drawMarks,
  drawPicture,
  LINE_HEIGHT,
  nameOfTask,
  PAINTS,
  svg,
  type Colors,
  type Scale,
} from './timelineDraw';
import { dayOf, timelineOf, type LaneBy, type Line, type TaskLine, type Timeline } from './timelineModel';
import { Tooltip } from './tooltip';
import type { View, ViewData, ViewEvents } from './view';
import { Zoom } from './zoom';

/** Lines made above and below those in sight. */
const MARGIN = 15;
/** Lines that fit one picture. */
const PICTURE_LINES = 2000;
/** The most pixels the names take, and the most of the width. */
const NAMES_WIDTH = 300;
const NAMES_SHARE = 0.42;

export class TimelineView implements View {
  readonly root = element('div', { class: 'timeline' });
  private readonly scroller = element('div', { class: 'scroller' });
  private readonly axis = element('div', { class: 'axis' });
  private readonly body = element('div', { class: 'body' });
  private readonly names = element('div', { class: 'names' });
  private readonly plot = svg('svg', { class: 'plot', 'aria-hidden': 'true' });
  private readonly said = element('span', { class: 'aside' });
  private readonly undated = element('button', { class: 'link' });
  private readonly lane: HTMLSelectElement;
  private readonly zoom: Zoom;
  private readonly tooltip: Tooltip;
  private readonly made = new Map<number, HTMLElement>();
  private data: ViewData | undefined;
  private timeline: Timeline = { lines: [], from: 0, to: 1, undated: 0 };
  /** The line that can be reached with Tab. */
  private reachable = 0;
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
    lane.addEventListener('change', () => this.rebuild());
    this.zoom = new Zoom(
      this.scroller,
      () => this.namesWidth(),
      () => this.layOut(),
    );
    this.tooltip = new Tooltip(strings);
    this.names.setAttribute('role', 'list');
    this.names.setAttribute('aria-label', strings.timelineTasks);
    this.said.setAttribute('role', 'status');
    this.undated.type = 'button';
    this.undated.addEventListener('click', () => events.narrow({ due: 'none' }));
    this.body.append(this.plot, this.names);
    this.scroller.append(this.axis, this.body);
    this.root.append(this.bar(label), this.scroller, this.tooltip.root);
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
    const legend = element('span', { class: 'legend' });
    for (const [paint, text] of [
      ['bar', strings.legendBar],
      ['point', strings.legendPoint],
      ['open', strings.legendOpen],
      ['today', strings.today],
    ] as const)
      legend.append(element('span', { class: `key ${paint}` }), element('span', { text }));
    return element(
      'div',
      { class: 'view-bar' },
      label,
      button('+', () => this.zoom.by(1.5), strings.zoomIn),
      button('−', () => this.zoom.by(1 / 1.5), strings.zoomOut),
      button(strings.zoomFit, () => this.zoom.fit(), strings.zoomHint),
      button(strings.savePicture, () => void this.save()),
      legend,
      this.undated,
      this.said,
    );
  }

  private listen(): void {
    const { scroller } = this;
    scroller.addEventListener('scroll', () => this.drawSoon(), { passive: true });
    new ResizeObserver(() => this.layOut()).observe(scroller);
    this.names.addEventListener('keydown', (event) => this.pressed(event));
    this.body.addEventListener('click', (event) => {
      const line = this.taskAt(event);
      // Keys go on in the text, as in the table; the mouse only shows it.
      if (line) this.events.post({ type: 'reveal', key: line.row.key, focus: event.detail === 0 });
    });
    this.body.addEventListener('pointermove', (event) => this.tooltip.show(this.taskAt(event), event));
    this.body.addEventListener('pointerleave', () => this.tooltip.hide());
  }

  private taskAt(event: Event): TaskLine | null {
    const at = event.target instanceof Element ? event.target.closest('[data-at]')?.getAttribute('data-at') : null;
    const line = this.timeline.lines[Number(at ?? -1)];
    return line?.kind === 'task' ? line : null;
  }

  private rebuild(): void {
    if (!this.data) return;
    const { rows, period, today } = this.data;
    const { strings } = this;
    this.timeline = timelineOf(rows, this.lanes, period, today);
    const { lines, undated } = this.timeline;
    for (const made of this.made.values()) made.remove();
    this.made.clear();
    if (lines[this.reachable]?.kind !== 'task') this.reachable = lines.findIndex(({ kind }) => kind === 'task');
    setText(this.said, '');
    this.undated.hidden = undated === 0;
    setText(this.undated, fill(strings.undated, undated));
    this.events.changed();
    this.layOut();
  }

  private scale(): Scale {
    return { from: this.timeline.from, to: this.timeline.to, width: this.zoom.width };
  }

  private namesWidth(): number {
    return Math.round(Math.min(NAMES_WIDTH, this.scroller.clientWidth * NAMES_SHARE));
  }

  /** Sets the sizes, then draws what is in sight. */
  private layOut(): void {
    const scale = this.scale();
    if (scale.width <= 0) return; // Not on show.
    const height = this.timeline.lines.length * LINE_HEIGHT;
    this.body.style.height = `${height}px`;
    const names = this.namesWidth();
    this.root.style.setProperty('--names', `${names}px`);
    this.body.style.width = `${names + scale.width}px`;
    this.axis.style.width = `${names + scale.width}px`;
    const head = svg('svg', { width: scale.width, height: AXIS_HEIGHT, 'aria-hidden': 'true' });
    head.append(drawAxis(scale, this.strings, null));
    this.axis.replaceChildren(element('div', { class: 'corner' }), head);
    this.draw();
  }

  private drawSoon(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  private draw(): void {
    const { lines } = this.timeline;
    const top = Math.floor(this.scroller.scrollTop / LINE_HEIGHT);
    const count = Math.ceil(this.scroller.clientHeight / LINE_HEIGHT);
    const first = Math.max(0, top - MARGIN);
    const last = Math.min(lines.length, top + count + MARGIN);
    this.drawNames(first, last);
    const scale = this.scale();
    const height = Math.max(0, last - first) * LINE_HEIGHT;
    this.plot.setAttribute('width', String(scale.width));
    this.plot.setAttribute('height', String(height));
    this.plot.style.top = `${first * LINE_HEIGHT}px`;
    this.plot.replaceChildren(
      drawGrid(scale, dayOf(this.data?.today) ?? 0, height, null),
      drawMarks(lines.slice(first, last), first, scale, null),
    );
  }

  /** Names that stay in sight stay the same elements, so that the focus stays, too. */
  private drawNames(first: number, last: number): void {
    for (const [at, made] of this.made) {
      if (at >= first && at < last) continue;
      // The focus must not fall out of the list with the name that had it.
      if (made.contains(document.activeElement)) this.scroller.focus({ preventScroll: true });
      made.remove();
      this.made.delete(at);
    }
    for (let at = first; at < last; at++) {
      const line = this.timeline.lines[at];
      if (!line || this.made.has(at)) continue;
      const made = this.makeName(line, at);
      this.made.set(at, made);
      // In the order of the lines, for those who read them one after the other.
      this.names.insertBefore(made, this.made.get(at + 1) ?? null);
    }
  }

  private makeName(line: Line, at: number): HTMLElement {
    const item = element('div', { class: `line ${line.kind}` });
    item.style.top = `${at * LINE_HEIGHT}px`;
    item.setAttribute('role', 'listitem');
    item.ariaPosInSet = String(at + 1);
    item.ariaSetSize = String(this.timeline.lines.length);
    if (line.kind === 'lane') {
      const name = line.name || (this.lanes === 'unit' ? this.strings.laneNoUnit : this.strings.laneNoSection);
      item.append(
        element('span', { class: 'what', text: name }),
        element('span', { class: 'aside', text: `${line.count}` }),
      );
      return item;
    }
    const task = element('button', { class: 'what', text: nameOfTask(line) });
    task.type = 'button';
    task.tabIndex = at === this.reachable ? 0 : -1;
    task.setAttribute('aria-label', `${nameOfTask(line)} ${line.row.deadline?.text ?? this.strings.noDate}`);
    item.dataset['at'] = String(at);
    item.append(task);
    return item;
  }

  private pressed(event: KeyboardEvent): void {
    const { lines } = this.timeline;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const page = Math.max(1, Math.floor(this.scroller.clientHeight / LINE_HEIGHT) - 2);
    let at = this.reachable + step;
    if (event.key === 'Home') at = 0;
    else if (event.key === 'End') at = lines.length - 1;
    else if (event.key === 'PageDown') at = Math.min(this.reachable + page, lines.length - 1);
    else if (event.key === 'PageUp') at = Math.max(this.reachable - page, 0);
    else if (step === 0) return;
    event.preventDefault();
    const back = event.key === 'ArrowUp' || event.key === 'End';
    while (lines[at]?.kind === 'lane') at += back ? -1 : 1;
    if (lines[at]) this.focusLine(at);
  }

  private focusLine(at: number): void {
    const buttonOf = (line: number): HTMLButtonElement | null => this.made.get(line)?.querySelector('button') ?? null;
    const before = buttonOf(this.reachable);
    if (before) before.tabIndex = -1;
    this.reachable = at;
    const { scroller } = this;
    const y = at * LINE_HEIGHT;
    const room = scroller.clientHeight - AXIS_HEIGHT;
    if (y < scroller.scrollTop) scroller.scrollTop = y;
    else if (y + LINE_HEIGHT > scroller.scrollTop + room) scroller.scrollTop = y + LINE_HEIGHT - room;
    this.draw();
    const target = buttonOf(at);
    if (!target) return;
    target.tabIndex = 0;
    target.focus({ preventScroll: true });
  }

  private async save(): Promise<void> {
    if (!this.data) return;
    const { lines, from, to } = this.timeline;
    if (lines.length > PICTURE_LINES) {
      setText(this.said, fill(this.strings.pictureTooLarge, PICTURE_LINES));
      return;
    }
    const time = { from, to, today: dayOf(this.data.today) ?? 0, title: this.data.title };
    const drawing = drawPicture(lines, time, this.strings, this.colors());
    this.events.post({ type: 'savePicture', ...(await pictureOf(drawing)) });
  }

  /** The colours of the theme as they are now. */
  private colors(): NonNullable<Colors> {
    const probe = element('span');
    this.root.append(probe);
    const colors = PAINTS.map((paint) => {
      probe.style.color = `var(--paint-${paint})`;
      return [paint, getComputedStyle(probe).color] as const;
    });
    probe.remove();
    return Object.fromEntries(colors) as NonNullable<Colors>;
  }
}
