const pause = 1000;

/** How much room is left in a long text: seen at once, and read out when the typing pauses. */
class TextCounter extends HTMLElement {
  connectedCallback() {
    const field = document.getElementById(this.dataset["for"] ?? "");
    const limit = Number(this.dataset["limit"]);
    if (!(field instanceof HTMLTextAreaElement) || !(limit > 0)) return;

    const seen = document.createElement("span");
    seen.setAttribute("aria-hidden", "true");
    const heard = document.createElement("span");
    heard.className = "sr-only";
    heard.setAttribute("aria-live", "polite");

    let waiting: ReturnType<typeof setTimeout> | undefined;
    const count = () => {
      const left = limit - field.value.length;
      const words = (left < 0 ? this.dataset["over"] : this.dataset["left"]) ?? "";
      const sentence = words.replace("#", String(Math.abs(left)));
      seen.textContent = sentence;
      this.classList.toggle("over", left < 0);
      clearTimeout(waiting);
      waiting = setTimeout(() => (heard.textContent = sentence), pause);
    };
    const start = () => {
      if (!seen.isConnected) this.replaceChildren(seen, heard);
      count();
    };
    field.addEventListener("input", start);
    if (field.value !== "") start();
  }
}

customElements.define("text-counter", TextCounter);
