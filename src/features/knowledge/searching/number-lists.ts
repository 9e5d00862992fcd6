/**
 * Many lists of whole numbers in one array, each under a number of its own. A list has room for as many as the next power of two; one that
 * outgrows its room moves to one twice as large, and one that shrinks gives up half. As arrays of their own hundreds of thousands of small
 * lists would give the garbage collector more to do than everything else there is to do with them.
 */
export type NumberLists = {
  /** All lists; another array each time they outgrow it, so nobody keeps it past a change. */
  readonly all: Int32Array;
  open(): number;
  /** Empties a list; its number goes to the next that is opened. */
  close(list: number): void;
  /** Where in `all` a list begins, and where it ends. */
  startOf(list: number): number;
  endOf(list: number): number;
  push(list: number, value: number): void;
  insert(list: number, at: number, value: number): void;
  removeAt(list: number, at: number): void;
};

export function openNumberLists(): NumberLists {
  let all = new Int32Array(1_024);
  let used = 0;
  let opened = 0;
  // Where each list begins, and how many it holds.
  let heads = new Int32Array(512);
  const closed: number[] = [];
  // Where rooms begin that nobody has, by how many they are for.
  const freeRooms = new Map<number, number[]>();

  const sizeOf = (list: number) => heads[2 * list + 1] ?? 0;
  const startOf = (list: number) => heads[2 * list] ?? 0;
  const endOf = (list: number) => startOf(list) + sizeOf(list);

  function takeRoom(room: number): number {
    const free = freeRooms.get(room)?.pop();
    if (free !== undefined) return free;
    const start = used;
    used += room;
    if (used > all.length) all = larger(all, used);
    return start;
  }

  function leaveRoom(start: number, room: number): void {
    const free = freeRooms.get(room);
    if (free) free.push(start);
    else freeRooms.set(room, [start]);
  }

  function outgrow(list: number, size: number): void {
    const before = startOf(list);
    const start = takeRoom(Math.max(1, 2 * size));
    if (size > 0) {
      all.copyWithin(start, before, before + size);
      leaveRoom(before, size);
    }
    heads[2 * list] = start;
  }

  function push(list: number, value: number): void {
    const size = sizeOf(list);
    if ((size & (size - 1)) === 0) outgrow(list, size);
    all[startOf(list) + size] = value;
    heads[2 * list + 1] = size + 1;
  }

  return {
    get all() {
      return all;
    },
    open() {
      const list = closed.pop() ?? opened++;
      if (2 * opened > heads.length) heads = larger(heads, 2 * opened);
      return list;
    },
    close(list) {
      const size = sizeOf(list);
      if (size > 0) leaveRoom(startOf(list), 2 ** Math.ceil(Math.log2(size)));
      heads[2 * list + 1] = 0;
      closed.push(list);
    },
    startOf,
    endOf,
    push,
    insert(list, at, value) {
      push(list, value);
      const place = startOf(list) + at;
      all.copyWithin(place + 1, place, endOf(list) - 1);
      all[place] = value;
    },
    removeAt(list, at) {
      const place = startOf(list) + at;
      all.copyWithin(place, place + 1, endOf(list));
      const size = sizeOf(list) - 1;
      heads[2 * list + 1] = size;
      if ((size & (size - 1)) === 0) leaveRoom(endOf(list), Math.max(1, size));
    },
  };
}

/** The same numbers with room for a quarter more, or for as many as there have to be. */
export function larger(numbers: Int32Array<ArrayBuffer>, fewest: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(Math.max(fewest, numbers.length + (numbers.length >> 2)));
  grown.set(numbers);
  return grown;
}
