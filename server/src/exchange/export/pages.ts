/**
 * The rows (zero-based) that begin a further page, by how high they are about. `room`: of a page; `first` and `further`: what
 * is taken of the first page and of each later one before the rows; `end`: of the last one behind them. All in one unit of
 * length.
 */
export function pageStarts(
  heights: readonly number[],
  { room, first, further }: { readonly room: number; readonly first: number; readonly further: number },
): { readonly starts: readonly number[]; readonly end: number } {
  const starts: number[] = [];
  // What does not even have room for one row goes to the next page as a whole.
  let used = first + (heights[0] ?? 0) > room ? further : first;
  for (const [at, height] of heights.entries()) {
    if (used + height > room && at > 0) {
      starts.push(at);
      used = further;
    }
    used += height;
  }
  return { starts, end: used };
}
