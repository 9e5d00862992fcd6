import { draftsOf, type NoteDraft, Sitting, type Told } from "./note-sending.ts";

const pause = 1_500;
const retry = 8_000;

/**
 * Saves a section of notes as it is written, and sends what an earlier visit did not get through with. The form inside
 * works without it; with it, the form's own button only says that the writer is done.
 */
class NoteEditor extends HTMLElement {
  #status: HTMLElement | undefined;

  connectedCallback() {
    const { key = "", version = "0" } = this.dataset;
    const area = this.querySelector<HTMLTextAreaElement>("textarea[name=body]");
    const form = area?.form;
    const [last, ...others] = draftsOf(localStorage, key);
    // Drafts of other visits, or of a section that somebody else has now: sent as they are.
    for (const draft of area ? others : [last, ...others]) if (draft) void this.#sendLeft(key, draft);
    if (!area || !form) return;

    const refused = form.querySelector("[data-error-summary]") !== null;
    const begun = form.elements.namedItem("basedOn");
    const basedOn = Number(begun instanceof HTMLInputElement ? begun.value : version);
    const fresh = { hand: crypto.randomUUID(), turn: 0, basedOn, body: area.value };
    const sitting = new Sitting(localStorage, key, (draft) => this.#post(draft), last ?? fresh);
    if (last) {
      sitting.takeUp();
      if (refused) sitting.write(area.value);
      else area.value = last.body;
    }

    let waiting: ReturnType<typeof setTimeout> | undefined;
    const send = async () => {
      clearTimeout(waiting);
      waiting = undefined;
      const told = await sitting.send();
      this.#say(told);
      if (told === "offline" || told === "signedOut") later(retry);
      return told;
    };
    const later = (milliseconds: number) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void send(), milliseconds);
    };
    area.addEventListener("input", () => {
      sitting.write(area.value);
      later(pause);
    });
    addEventListener("online", () => void send());
    form.addEventListener("submit", () => {
      // The form goes the same way as everything that was typed: as the next turn of the sitting.
      const { hand, turn, basedOn } = sitting.draft;
      clearTimeout(waiting);
      fill(form, { hand, turn: String(sitting.isSent ? turn + 1 : turn), basedOn: String(basedOn) });
    });
    if (!last || refused) return;
    void send().then((told) => {
      // The server has it now, perhaps since before: what stands there is shown, unless the writer went on meanwhile.
      if (told === "saved" && area.value === last.body) location.reload();
    });
  }

  async #sendLeft(key: string, draft: NoteDraft): Promise<void> {
    const sitting = new Sitting(localStorage, key, (each) => this.#post(each), draft);
    sitting.takeUp();
    const told = await sitting.send();
    if (told !== "saved") this.#say(told);
  }

  #post({ hand, turn, basedOn, body }: NoteDraft): Promise<Response> {
    const values = { hand, turn: String(turn), basedOn: String(basedOn), body };
    return fetch(this.dataset["save"] ?? "", {
      method: "POST",
      body: new URLSearchParams(values),
      signal: AbortSignal.timeout(15_000),
    });
  }

  #say(told: Told): void {
    if (!this.#status) {
      this.#status = document.createElement("p");
      this.#status.className = "muted";
      this.#status.setAttribute("role", "status");
      this.prepend(this.#status);
    }
    const words = this.dataset[told] ?? "";
    if (this.#status.dataset["told"] === told) return;
    this.#status.dataset["told"] = told;
    this.#status.textContent = words;
    if (told !== "beside") return;
    const link = document.createElement("a");
    link.href = this.dataset["compare"] ?? "";
    link.textContent = this.dataset["go"] ?? "";
    this.#status.append(" ", link);
  }
}

function fill(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
}

customElements.define("note-editor", NoteEditor);
