/** What somebody has written in a section and the server may not have yet: kept on the device until it has. */
export type NoteDraft = {
  /** The sitting: made up when the page is opened, or taken up from an earlier visit that did not get through. */
  readonly hand: string;
  /** Counts what the sitting has written. */
  readonly turn: number;
  readonly basedOn: number;
  readonly body: string;
};

/** Where drafts are kept: `localStorage`, or something that does the same. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export type Told = "saved" | "beside" | "refused" | "signedOut" | "notYours" | "offline";
type Reply = { readonly fate: "written" | "already" | "beside"; readonly version: number };

const shelfName = (key: string, hand = "") => `note:${key}:${hand}`;

/** Every draft of a section that has not been sent, the furthest come first. */
export function draftsOf(shelf: Shelf, key: string): NoteDraft[] {
  const names = Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? "");
  return names
    .filter((name) => name.startsWith(shelfName(key)))
    .flatMap((name) => {
      try {
        return [JSON.parse(shelf.getItem(name) ?? "") as NoteDraft];
      } catch {
        return []; // Not ours, or half-written.
      }
    })
    .toSorted((a, b) => b.turn - a.turn);
}

/**
 * One sitting of a writer. Every word is laid on the shelf before it is sent, one text is on its way at a time, and a
 * text leaves the shelf when the server has answered for it. It may be sent any number of times: the server knows each
 * turn of a sitting again.
 */
export class Sitting {
  readonly #shelf: Shelf;
  readonly #key: string;
  readonly #post: (draft: NoteDraft) => Promise<Response>;
  #draft: NoteDraft;
  #answered: number;
  #underWay: Promise<Told> | undefined;

  constructor(shelf: Shelf, key: string, post: (draft: NoteDraft) => Promise<Response>, from: NoteDraft) {
    this.#shelf = shelf;
    this.#key = key;
    this.#post = post;
    this.#draft = from;
    this.#answered = from.turn;
  }

  get draft(): NoteDraft {
    return this.#draft;
  }

  get isSent(): boolean {
    return this.#answered === this.#draft.turn;
  }

  /** Keeps what is written now. */
  write(body: string): void {
    if (body === this.#draft.body) return;
    this.#draft = { ...this.#draft, turn: this.#draft.turn + 1, body };
    this.#keep();
  }

  /** Takes up a draft that an earlier visit left: as it is, it is to be sent. */
  takeUp(): void {
    this.#answered = this.#draft.turn - 1;
  }

  /** Sends what has not been sent, and tells how it went. */
  send(): Promise<Told> {
    this.#underWay ??= this.#sendAll().finally(() => (this.#underWay = undefined));
    return this.#underWay;
  }

  async #sendAll(): Promise<Told> {
    let told: Told = "saved";
    while (!this.isSent) {
      const sent = this.#draft;
      let reply: Reply;
      try {
        const response = await this.#post(sent);
        if (response.status === 403) return response.headers.has("signed-out") ? "signedOut" : "notYours";
        if (response.status >= 500 || response.status === 429) return "offline";
        if (!response.ok) return "refused";
        reply = (await response.json()) as Reply;
      } catch {
        return "offline";
      }
      told = reply.fate === "beside" ? "beside" : "saved";
      this.#answered = sent.turn;
      if (told === "saved") this.#draft = { ...this.#draft, basedOn: reply.version };
      if (this.isSent) this.#shelf.removeItem(shelfName(this.#key, sent.hand));
      else this.#keep();
    }
    return told;
  }

  #keep(): void {
    try {
      this.#shelf.setItem(shelfName(this.#key, this.#draft.hand), JSON.stringify(this.#draft));
    } catch {
      // No room: what is written is sent all the same.
    }
  }
}
