import { draftUnder, dropDraft, fillIn, keepDraft, typedIn } from "./draft.ts";

const pause = 300;

/**
 * Keeps what is typed in the form inside on this device, and fills it in again when the person comes back. A form that
 * was drawn again with problems already holds what was typed, so the draft follows it and not the other way round.
 */
class KeepDraft extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    const key = this.dataset["key"];
    if (!form || !key) return;

    if (form.querySelector("[data-error-summary]")) {
      keepDraft(key, { at: Date.now(), values: typedIn(form) });
      this.say(form, key, false);
    } else {
      const draft = draftUnder(key, Date.now());
      if (draft && fillIn(form, draft.values)) this.say(form, key, true);
    }

    let waiting: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(waiting);
      waiting = undefined;
      keepDraft(key, { at: Date.now(), values: typedIn(form) });
    };
    // Whoever leaves in the middle of a word finds that word again.
    addEventListener("pagehide", () => {
      if (waiting !== undefined) keep();
    });
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, pause);
      if (!this.querySelector(".draft-kept")) this.say(form, key, false);
    });
    form.addEventListener("submit", keep);
  }

  say(form: HTMLFormElement, key: string, restored: boolean) {
    const line = document.createElement("div");
    line.className = "draft-kept";
    const words = document.createElement("span");
    if (restored) words.setAttribute("role", "status");
    words.textContent = (restored ? this.dataset["restored"] : this.dataset["kept"]) ?? "";
    const forget = document.createElement("button");
    forget.type = "button";
    forget.className = "as-link";
    forget.textContent = this.dataset["forget"] ?? "";
    forget.addEventListener("click", () => {
      dropDraft(key);
      form.reset();
      line.remove();
      form.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select")?.focus();
    });
    line.append(words, forget);
    this.prepend(line);
  }
}

/** Stands on the page that says the form has come in: the draft has done its work. */
class DraftSent extends HTMLElement {
  connectedCallback() {
    const key = this.dataset["key"];
    if (key) dropDraft(key);
  }
}

customElements.define("keep-draft", KeepDraft);
customElements.define("draft-sent", DraftSent);
