/** A part of a text by offsets; `to` is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether `at` lies in one of the spans, which are in order and apart. By halves: one line may have tens of thousands. */
export function isWithin(spans: readonly Span[], at: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.to <= at) low = middle + 1;
    else high = middle;
  }
  return low < spans.length && spans[low]!.from <= at;
}
