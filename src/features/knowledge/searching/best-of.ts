/** Whether the first comes before the second. */
type IsBefore = (a: number, b: number) => boolean;

/**
 * The first so many of a crowd, in order, without putting the rest in order: a heap of those kept, the last of them on top. `isBefore` has to
 * be a whole order, or what is kept would depend on who came first.
 */
export function bestOf(crowd: Iterable<number>, most: number, isBefore: IsBefore): number[] {
  if (most <= 0) return [];
  const heap: number[] = [];
  for (const one of crowd) {
    if (heap.length < most) {
      heap.push(one);
      rise(heap, isBefore);
    } else if (isBefore(one, heap[0] ?? one)) {
      heap[0] = one;
      sink(heap, isBefore);
    }
  }
  return heap.sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

function rise(heap: number[], isBefore: IsBefore): void {
  let at = heap.length - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isBefore(heap[above] ?? 0, heap[at] ?? 0)) return;
    swap(heap, at, above);
    at = above;
  }
}

function sink(heap: number[], isBefore: IsBefore): void {
  let at = 0;
  for (;;) {
    let last = at;
    for (const below of [2 * at + 1, 2 * at + 2]) {
      if (below < heap.length && isBefore(heap[last] ?? 0, heap[below] ?? 0)) last = below;
    }
    if (last === at) return;
    swap(heap, at, last);
    at = last;
  }
}

function swap(list: number[], a: number, b: number): void {
  [list[a], list[b]] = [list[b] ?? 0, list[a] ?? 0];
}
