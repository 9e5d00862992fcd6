/** How often the time is looked at. */
const often = 250;

/**
 * How much time is left to answer in, seen all the while and said aloud a few times: when a minute and when ten seconds
 * are left, and when the time is up. Counted from what the server says is left, so that no clock needs to be right.
 */
class RoomTimer extends HTMLElement {
  #ticking: ReturnType<typeof setInterval> | undefined;

  connectedCallback() {
    const end = performance.now() + Number(this.dataset["left"] ?? "0") * 1_000;
    const seen = this.querySelector("[data-seen]");
    const heard = this.querySelector("[role=status]");
    if (!seen || !heard) return;
    let before = Number.POSITIVE_INFINITY;
    const show = () => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1_000));
      if (left === before) return;
      seen.textContent = left === 0 ? (this.dataset["up"] ?? "") : clock(left);
      this.classList.toggle("soon", left <= 30);
      this.classList.toggle("up", left === 0);
      const passed = [60, 10].find((mark) => before > mark && left <= mark && Number.isFinite(before));
      if (passed) heard.textContent = (this.dataset["soon"] ?? "").replace("#", String(left));
      if (left === 0 && Number.isFinite(before)) heard.textContent = this.dataset["up"] ?? "";
      before = left;
      if (left === 0) clearInterval(this.#ticking);
    };
    show();
    this.#ticking = setInterval(show, often);
  }

  disconnectedCallback() {
    clearInterval(this.#ticking);
  }
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

customElements.define("room-timer", RoomTimer);
