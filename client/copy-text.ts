const shown = 2500;

/** Puts a text on the clipboard and says so. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const area = this.querySelector("textarea");
    const text = area?.value ?? this.querySelector("code")?.textContent;
    if (!button || !text || !navigator.clipboard) return;
    // Whoever would rather copy by hand gets all of it at once.
    area?.addEventListener("focus", () => area.select());
    const words = button.textContent;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => {
      void navigator.clipboard.writeText(text).then(() => {
        button.textContent = this.dataset["copied"] ?? "";
        setTimeout(() => (button.textContent = words), shown);
      });
    });
  }
}

customElements.define("copy-text", CopyText);
