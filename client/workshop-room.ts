import { Outbox, type Told, type WaitingAnswer } from "./answer-sending.ts";
import { draftUnder, dropDraft, fillIn, keepDraft, typedIn } from "./draft.ts";

type News = { readonly mark: string; readonly told: { readonly html: string } };

/** Every so often it is asked all the same, in case something on the way swallows the stream. */
const asked = 25_000;
const askedWithoutStream = 3_000;
const retry = 3_000;

/**
 * A workshop's room on a device: what is asked comes by itself, what is written stays until it has been taken, and the
 * time tells when it is short. The form inside works without it.
 */
class WorkshopRoom extends HTMLElement {
  #outbox!: Outbox;
  #mark = "";
  #skew = 0;
  #said = "";
  #isDeaf = false;
  #failures = 0;
  #next: HTMLElement | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    const { address = "", mark = "", now = "" } = this.dataset;
    this.#mark = mark;
    this.#skew = Date.now() - Number(now);
    this.#outbox = new Outbox(localStorage, `answers:${address}`, (answer) => this.#post(answer));
    this.#prepare();
    if (!this.#outbox.isEmpty) this.#send();
    this.#watch();
    this.#askLater();
    setInterval(() => this.#tick(), 500);
    addEventListener("online", () => this.#send());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) void this.#ask();
    });
  }

  get #room(): HTMLElement {
    return this.querySelector<HTMLElement>("[data-room]") ?? this;
  }

  /** The question that stands on the page, also while it rests. */
  get #question() {
    return this.#room.querySelector<HTMLElement>("section:not([data-still])");
  }

  get #form() {
    return this.#question?.querySelector("form") ?? undefined;
  }

  #prepare() {
    const form = this.#form;
    const key = this.#draftKey();
    if (!form || !key) return;
    const draft = draftUnder(key, Date.now());
    if (draft && !form.querySelector("[data-error-summary]")) fillIn(form, draft.values);
    form.addEventListener("input", () => keepDraft(key, { at: Date.now(), values: typedIn(form) }));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (form.dataset["sending"] !== undefined) return;
      this.#outbox.add(this.#answerIn(form));
      this.#send();
    });
  }

  #draftKey(round = this.#question?.dataset["round"]) {
    return round && `answer:${round}`;
  }

  #answerIn(form: HTMLFormElement): WaitingAnswer {
    const values = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === "string" && name !== "mark" ? [[name, value] as const] : [],
    );
    const mark = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    return { round: this.#question?.dataset["round"] ?? "", values: [...values, ["mark", mark]] };
  }

  #post({ values }: WaitingAnswer): Promise<Response> {
    return fetch(`${this.dataset["address"]}/svar`, {
      method: "POST",
      body: new URLSearchParams(values.map(([name, value]) => [name, value])),
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(15_000),
    });
  }

  #send() {
    clearTimeout(this.#waiting);
    if (this.#outbox.isEmpty) return;
    this.#busy(true);
    this.#say("sending");
    void this.#outbox.send((answer, told) => this.#sent(answer, told));
  }

  #sent({ round }: WaitingAnswer, told: Told) {
    if (told.what === "offline" || told.what === "fast") {
      this.#say(told.what);
      this.#waiting = setTimeout(() => this.#send(), retry);
      return;
    }
    const form = this.#form;
    const isHere = this.#question?.dataset["round"] === round;
    this.#busy(false);
    form?.querySelector("[data-error-summary]")?.remove();
    if (told.what === "refused") {
      if (isHere && form) {
        this.#say("", "");
        const box = problemBox(told.problems);
        form.prepend(box);
        box.focus();
      } else this.#say("refused", told.problems.join(" "));
      return;
    }
    this.#say("sent");
    const key = this.#draftKey(round);
    if (key) dropDraft(key);
    if (!isHere || !form) return;
    if (told.left === 0 || this.#next) return this.#change(this.#next ?? this.#thanks(round));
    form.reset();
    for (const field of form.elements) field.dispatchEvent(new Event("input"));
    const given = form.querySelector("[data-given]");
    if (given) given.textContent = told.words;
    form.querySelector<HTMLElement>("textarea, input:not([type=hidden])")?.focus();
  }

  #busy(isBusy: boolean) {
    const form = this.#form;
    if (!form) return;
    if (isBusy) form.dataset["sending"] = "";
    else delete form.dataset["sending"];
    form.querySelector("button")?.toggleAttribute("aria-busy", isBusy);
  }

  #thanks(round: string): HTMLElement {
    const section = document.createElement("section");
    section.dataset["round"] = round;
    section.dataset["still"] = section.dataset["answered"] = "";
    const words = [this.dataset["thanks"], this.#question?.dataset["question"], this.dataset["next"]];
    for (const [at, text] of words.entries()) {
      const line = document.createElement(at === 0 ? "h2" : "p");
      if (at === 0) line.tabIndex = -1;
      if (at === 2) line.className = "muted";
      line.textContent = text ?? "";
      section.append(line);
    }
    return section;
  }

  #watch() {
    const source = new EventSource(`${this.dataset["address"]}/handelser?efter=${this.#mark}`);
    source.addEventListener("now", ({ data }: MessageEvent<string>) => this.#hear(JSON.parse(data) as News));
    source.addEventListener("gone", () => location.reload());
    source.addEventListener("open", () => {
      this.#failures = 0;
      this.#send();
    });
    source.addEventListener("error", () => {
      this.#failures += 1;
      if (source.readyState !== EventSource.CLOSED && this.#failures < 4) return;
      source.close();
      this.#isDeaf = true;
      setTimeout(() => this.#watch(), retry + Math.random() * retry);
    });
  }

  #askLater() {
    const pause = this.#isDeaf ? askedWithoutStream : asked;
    setTimeout(() => void this.#ask().finally(() => this.#askLater()), pause * (0.75 + Math.random() / 2));
  }

  async #ask() {
    try {
      const response = await fetch(`${this.dataset["address"]}/laget?efter=${this.#mark}`);
      if (response.status === 410 || response.status === 403) location.reload();
      if (response.status !== 200) return;
      const news = (await response.json()) as News;
      // The stream had not told.
      this.#isDeaf = news.mark !== this.#mark;
      this.#hear(news);
    } catch {
      // No network: asked again in a while.
    }
  }

  #hear({ mark, told }: News) {
    if (mark === this.#mark) return;
    this.#mark = mark;
    const template = document.createElement("template");
    template.innerHTML = told.html;
    const next = template.content.querySelector("section");
    if (!next) return;
    const round = next.dataset["round"];
    const here = this.#room.querySelector<HTMLElement>(`section[data-round="${round ?? ""}"]`);
    if (round && here) {
      this.#next = undefined;
      if (here.dataset["answered"] === undefined) this.#rest(next);
      return;
    }
    const form = this.#form;
    if (!form || typedIn(form).every(([, value]) => value === "")) return this.#change(next);
    // Somebody is in the middle of a word: the question has ended, and what is under way is still taken for a while.
    const isFirst = this.#next === undefined;
    this.#next = next;
    this.#say("late");
    if (isFirst) setTimeout(() => this.#next && this.#change(this.#next), Number(this.dataset["grace"]) * 1_000);
  }

  /** The same question rests, goes on, or has another time: what is written in it stays. */
  #rest(next: HTMLElement) {
    const question = this.#question;
    if (!question) return this.#change(next);
    this.#room.querySelector("section[data-still]")?.remove();
    const isStill = next.dataset["still"] !== undefined;
    question.hidden = isStill;
    if (isStill) this.#room.prepend(next);
    else {
      question.dataset["closes"] = next.dataset["closes"] ?? "";
      const time = question.querySelector("[data-time]");
      if (time) time.textContent = next.querySelector("[data-time]")?.textContent ?? "";
    }
    this.#say("", (isStill ? next : question).querySelector("h2")?.textContent ?? "");
    this.#send();
  }

  #change(next: HTMLElement) {
    this.#next = undefined;
    const hadFocus = document.activeElement === document.body || this.contains(document.activeElement);
    const { question } = next.dataset;
    const heading = next.querySelector("h2");
    this.#room.replaceChildren(next);
    this.#prepare();
    const words = question ? this.dataset["new"]?.replace("#", () => question) : heading?.textContent;
    this.#say("", words ?? "");
    if (hadFocus) heading?.focus();
  }

  #tick() {
    const question = this.#question;
    const closes = Number(question?.dataset["closes"]);
    if (!question || !(closes > 0) || question.hidden) return;
    const left = Math.ceil((closes - Date.now() + this.#skew) / 1_000);
    const time = question.querySelector<HTMLElement>("[data-time]");
    if (time) {
      time.dataset["until"] ??= time.textContent;
      const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
      const words = left > 0 ? `. ${this.dataset["left"]?.replace("#", clock) ?? ""}` : "";
      time.textContent = time.dataset["until"] + words;
    }
    const warned = left <= 0 ? "up" : left <= 15 ? "soon" : left <= 60 ? "minute" : "";
    if (warned && question.dataset["warned"] !== warned) {
      question.dataset["warned"] = warned;
      this.#say(warned);
    }
  }

  #say(name: string, words = this.dataset[name] ?? "") {
    const line = this.querySelector(".room-told");
    if (!line) return;
    // What stands on the page as well is only heard.
    line.classList.toggle("sr-only", name === "");
    if (this.#said === words) return;
    this.#said = words;
    line.textContent = words;
  }
}

function problemBox(problems: readonly string[]): HTMLElement {
  const box = document.createElement("div");
  box.className = "ds-error-summary";
  box.dataset["errorSummary"] = "";
  box.tabIndex = -1;
  box.role = "alert";
  const list = document.createElement("ul");
  for (const problem of problems) {
    const line = document.createElement("li");
    line.textContent = problem;
    list.append(line);
  }
  box.append(list);
  return box;
}

customElements.define("workshop-room", WorkshopRoom);
