/** The least time between two looks at the page, and how often it is looked at while nothing tells of changes. */
const leastBetween = 300;
const asking = 3_000;
const watching = 30_000;

/**
 * A part of a page that follows what happens in a room: told by the server's events where they come through, and by asking
 * now and then where they do not. What is new is fetched as the same page and put in the place of the old; where the
 * keyboard stood it stands again. What the page says of itself to those who hear it is said anew only when it has changed.
 */
class LivePart extends HTMLElement {
  #events: EventSource | undefined;
  #ticking: ReturnType<typeof setTimeout> | undefined;
  #fetching = false;
  #again = false;
  #lastAt = 0;

  connectedCallback() {
    const address = this.dataset["events"];
    if (address && "EventSource" in window) {
      this.#events = new EventSource(address);
      for (const name of ["message", "now", "gone"]) this.#events.addEventListener(name, () => this.#look());
      this.#events.addEventListener("open", () => this.#tick());
      this.#events.addEventListener("error", () => this.#tick());
    }
    document.addEventListener("visibilitychange", this.#whenSeen);
    this.#tick();
  }

  disconnectedCallback() {
    this.#events?.close();
    clearTimeout(this.#ticking);
    document.removeEventListener("visibilitychange", this.#whenSeen);
  }

  #whenSeen = () => {
    if (document.visibilityState === "visible") this.#look();
  };

  #tick() {
    clearTimeout(this.#ticking);
    const isTold = this.#events?.readyState === EventSource.OPEN;
    this.#ticking = setTimeout(
      () => {
        this.#look();
        this.#tick();
      },
      isTold ? watching : asking,
    );
  }

  #look() {
    if (this.#fetching) {
      this.#again = true;
      return;
    }
    this.#fetching = true;
    const wait = Math.max(0, this.#lastAt + leastBetween - performance.now());
    setTimeout(() => void this.#fetch(), wait);
  }

  async #fetch() {
    this.#again = false;
    this.#lastAt = performance.now();
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      if (answer.redirected) location.reload();
      else if (answer.ok) this.#put(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // The network is away for a while: asked again at the next tick.
    }
    this.#fetching = false;
    if (this.#again) this.#look();
  }

  #put(page: Document) {
    const fresh = this.id ? page.getElementById(this.id) : null;
    if (!fresh) return;
    for (const part of this.querySelectorAll("[data-part]")) {
      const other = fresh.querySelector(`[data-part="${part.getAttribute("data-part") ?? ""}"]`);
      if (!other || other.innerHTML === part.getAttribute("data-had")) continue;
      const had = other.innerHTML;
      const stood = part.contains(document.activeElement) ? document.activeElement?.id : undefined;
      if (part.getAttribute("role") === "status") {
        if (part.textContent !== other.textContent) part.textContent = other.textContent;
      } else part.replaceChildren(...other.childNodes);
      part.setAttribute("data-had", had);
      if (stood) document.getElementById(stood)?.focus({ preventScroll: true });
    }
  }
}

customElements.define("live-part", LivePart);
