/** How wide the time is drawn: buttons, keys, and the wheel with Ctrl, round the place the pointer is at. */

const MOST = 40;

export class Zoom {
  private factor = 1;

  /** `fixed`, `after`: pixels before and behind the time, which do not zoom; `changed`: the width is another. */
  constructor(
    private readonly scroller: HTMLElement,
    private readonly fixed: () => number,
    private readonly after: number,
    private readonly changed: () => void,
  ) {
    scroller.tabIndex = 0;
    scroller.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        this.by(Math.exp(-event.deltaY / 300), event.clientX);
      },
      { passive: false },
    );
    scroller.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return; // The editor's own zoom.
      if (event.key === '+' || event.key === '=') this.by(1.5);
      else if (event.key === '-') this.by(1 / 1.5);
      else if (event.key === '0') this.fit();
      else return;
      event.preventDefault();
    });
  }

  /** Pixels the whole time is wide; 0 while nothing is shown. */
  get width(): number {
    const room = this.scroller.clientWidth - this.fixed() - this.after;
    return this.scroller.clientWidth === 0 ? 0 : Math.round(Math.max(room, 240) * this.factor);
  }

  fit(): void {
    this.factor = 1;
    this.changed();
  }

  /** `clientX`: where on the screen the time stays in place; the middle if not said. */
  by(factor: number, clientX?: number): void {
    const { scroller } = this;
    const box = scroller.getBoundingClientRect();
    const fixed = this.fixed();
    const at = (clientX ?? box.left + (fixed + box.width) / 2) - box.left - fixed;
    const before = this.width;
    const place = (scroller.scrollLeft + at) / before;
    this.factor = Math.min(MOST, Math.max(1, this.factor * factor));
    if (this.width === before) return;
    this.changed();
    scroller.scrollLeft = place * this.width - at;
  }
}
