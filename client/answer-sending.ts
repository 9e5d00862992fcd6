/** An answer that was given on this device and that the server may not have yet. */
export type WaitingAnswer = {
  readonly round: string;
  readonly values: readonly (readonly [name: string, value: string])[];
};

/** What the server said: it is in, it was not taken and why, or nothing at all. */
export type Told =
  | { readonly what: "taken"; readonly left: number; readonly words: string }
  | { readonly what: "refused"; readonly problems: readonly string[] }
  | { readonly what: "fast" }
  | { readonly what: "offline" };

type Reply = { readonly left?: number; readonly words?: string; readonly problems?: readonly string[] };

/**
 * Answers on their way. Each is laid on the shelf before it is sent and leaves it when the server has said what became
 * of it, so that a lost network or a reload loses none. Each carries a mark of its own, by which the server knows it
 * again: sending once more adds nothing.
 */
export class Outbox {
  readonly #shelf: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  readonly #name: string;
  readonly #post: (answer: WaitingAnswer) => Promise<Response>;
  #waiting: readonly WaitingAnswer[];
  #underWay: Promise<void> | undefined;

  constructor(
    shelf: Pick<Storage, "getItem" | "setItem" | "removeItem">,
    name: string,
    post: (answer: WaitingAnswer) => Promise<Response>,
  ) {
    this.#shelf = shelf;
    this.#name = name;
    this.#post = post;
    this.#waiting = onShelf(shelf, name);
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(answer: WaitingAnswer): void {
    this.#keep([...this.#waiting, answer]);
  }

  /** Sends what waits, one at a time and the oldest first, and tells of each; stops when nobody answers. */
  send(tell: (answer: WaitingAnswer, told: Told) => void): Promise<void> {
    return (this.#underWay ??= this.#sendAll(tell).finally(() => (this.#underWay = undefined)));
  }

  async #sendAll(tell: (answer: WaitingAnswer, told: Told) => void): Promise<void> {
    for (let answer = this.#waiting[0]; answer; answer = this.#waiting[0]) {
      const told = await this.#sent(answer);
      const isSettled = told.what === "taken" || told.what === "refused";
      if (isSettled) this.#keep(this.#waiting.slice(1));
      tell(answer, told);
      if (!isSettled) return;
    }
  }

  async #sent(answer: WaitingAnswer): Promise<Told> {
    try {
      const response = await this.#post(answer);
      if (response.status === 429) return { what: "fast" };
      if (response.status >= 500) return { what: "offline" };
      const { left = 0, words = "", problems = [] } = (await response.json()) as Reply;
      return response.ok ? { what: "taken", left, words } : { what: "refused", problems };
    } catch {
      return { what: "offline" };
    }
  }

  #keep(waiting: readonly WaitingAnswer[]): void {
    this.#waiting = waiting;
    try {
      if (waiting.length === 0) this.#shelf.removeItem(this.#name);
      else this.#shelf.setItem(this.#name, JSON.stringify(waiting));
    } catch {
      // No room: it is sent all the same.
    }
  }
}

function onShelf(shelf: Pick<Storage, "getItem">, name: string): readonly WaitingAnswer[] {
  try {
    const kept = JSON.parse(shelf.getItem(name) ?? "[]") as unknown;
    return Array.isArray(kept) ? (kept as WaitingAnswer[]) : [];
  } catch {
    return []; // Not ours, or half-written.
  }
}
