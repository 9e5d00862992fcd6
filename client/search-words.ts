const pause = 180;
const mostKept = 6;
const keptUnder = "sokt";

/**
 * Proposes how a question may go on, and shows what was searched for on this device. Without script the field is a
 * field: the page proposes the same when it is asked.
 */
class SearchWords extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector<HTMLInputElement>('input[name="q"]');
    if (!field) return;
    this.propose(field);
    const searched = this.dataset["searched"] ?? "";
    // What looks like a number of somebody's is not kept.
    if (searched !== "" && !/\d{6}/u.test(searched)) keep([searched, ...kept().filter((each) => each !== searched)]);
    if (searched === "") this.showKept();
  }

  private propose(field: HTMLInputElement) {
    const list = document.createElement("datalist");
    list.id = "ord-att-soka";
    this.append(list);
    field.setAttribute("list", list.id);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let asked = "";
    const ask = async () => {
      const typed = field.value.trim();
      if (typed.length < 2 || typed === asked) return;
      asked = typed;
      const answer = await fetch(`${this.dataset["from"]}?${new URLSearchParams({ q: typed }).toString()}`);
      if (!answer.ok || asked !== typed) return;
      const { words } = (await answer.json()) as { words: string[] };
      list.replaceChildren(
        ...words.map((word) => {
          const option = document.createElement("option");
          option.value = word;
          return option;
        }),
      );
    };
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void ask().catch(() => undefined), pause);
    });
  }

  private showKept() {
    const words = kept();
    if (words.length === 0) return;
    const line = document.createElement("p");
    line.className = "recent";
    line.append(`${this.dataset["recent"]}: `);
    for (const word of words) {
      const link = document.createElement("a");
      link.href = `/sok?${new URLSearchParams({ q: word }).toString()}`;
      link.textContent = word;
      line.append(link, " ");
    }
    const forget = document.createElement("button");
    forget.type = "button";
    forget.className = "as-link";
    forget.textContent = this.dataset["forget"] ?? "";
    forget.addEventListener("click", () => {
      keep([]);
      line.remove();
      this.querySelector<HTMLInputElement>('input[name="q"]')?.focus();
    });
    line.append(forget);
    this.append(line);
  }
}

function kept(): string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keptUnder) ?? "[]");
    return Array.isArray(read)
      ? read.filter((each): each is string => typeof each === "string").slice(0, mostKept)
      : [];
  } catch {
    return [];
  }
}

function keep(words: readonly string[]) {
  try {
    if (words.length === 0) localStorage.removeItem(keptUnder);
    else localStorage.setItem(keptUnder, JSON.stringify(words.slice(0, mostKept)));
  } catch {
    // A browser that keeps nothing.
  }
}

customElements.define("search-words", SearchWords);
