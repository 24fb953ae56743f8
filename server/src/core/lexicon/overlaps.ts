/** Places in order; of those that overlap the first, and at one place the longest. Offsets are UTF-16 units. */
export function withoutOverlaps<T extends { readonly from: number; readonly to: number }>(
  found: readonly T[],
): readonly T[] {
  const sorted = [...found].sort((a, b) => a.from - b.from || b.to - a.to);
  let end = 0;
  return sorted.filter((one) => {
    if (one.from < end) return false;
    end = one.to;
    return true;
  });
}
