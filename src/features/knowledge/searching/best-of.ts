/** What puts a crowd in order: the higher score first, and of two with the same the one that `isBefore` puts first. */
export type Order = { scores: Float64Array; isBefore: (a: number, b: number) => boolean };

/** Whether the first comes before the second. A whole order, or what is kept would depend on who came first. */
export function comesBefore(a: number, b: number, { scores, isBefore }: Order): boolean {
  const [scoreA, scoreB] = [scores[a] ?? 0, scores[b] ?? 0];
  return scoreA > scoreB || (scoreA === scoreB && isBefore(a, b));
}

/** The first so many of a crowd, in order, without putting the rest in order: a heap of those kept, the last of them on top. */
export function bestOf(crowd: readonly number[], most: number, order: Order): number[] {
  const heap = crowd.slice(0, most);
  for (let at = (heap.length >> 1) - 1; at >= 0; at--) sink(heap, at, order);
  const { scores } = order;
  let least = scores[heap[0] ?? 0] ?? 0;
  for (let at = heap.length; at < crowd.length; at++) {
    const one = crowd[at] ?? 0;
    // Nearly all of a crowd are worse than the worst that is kept.
    if ((scores[one] ?? 0) < least || !comesBefore(one, heap[0] ?? 0, order)) continue;
    heap[0] = one;
    sink(heap, 0, order);
    least = scores[heap[0] ?? 0] ?? 0;
  }
  return heap.sort((a, b) => (comesBefore(a, b, order) ? -1 : 1));
}

function sink(heap: number[], from: number, order: Order): void {
  let at = from;
  for (;;) {
    let last = at;
    for (let below = 2 * at + 1; below <= 2 * at + 2 && below < heap.length; below++) {
      if (comesBefore(heap[last] ?? 0, heap[below] ?? 0, order)) last = below;
    }
    if (last === at) return;
    [heap[at], heap[last]] = [heap[last] ?? 0, heap[at] ?? 0];
    at = last;
  }
}
