/** What somebody has typed in a form, in the order of its fields. */
export type Draft = { readonly at: number; readonly values: readonly (readonly [name: string, value: string])[] };

const longestKept = 30 * 24 * 60 * 60 * 1000;
const place = (key: string) => `draft:${key}`;

/** The draft under a name, unless it has lain there for a month: then it is thrown away. */
export function draftUnder(key: string, now: number): Draft | undefined {
  const text = localStorage.getItem(place(key));
  if (text === null) return undefined;
  try {
    const draft = JSON.parse(text) as Draft;
    if (Array.isArray(draft.values) && now - draft.at < longestKept) return draft;
  } catch {
    // Not ours, or half-written: nothing to fill in.
  }
  dropDraft(key);
  return undefined;
}

export function keepDraft(key: string, draft: Draft): void {
  try {
    localStorage.setItem(place(key), JSON.stringify(draft));
  } catch {
    // No room, or storage is closed to us: the form works without.
  }
}

export function dropDraft(key: string): void {
  localStorage.removeItem(place(key));
}

/** What is typed in a form, save for what must not be kept: passwords, files, hidden fields and those that say so. */
export function typedIn(form: HTMLFormElement): Draft["values"] {
  return [...form.elements].flatMap((field) => {
    if (!isKept(field)) return [];
    if (field instanceof HTMLSelectElement)
      return [...field.selectedOptions].map(({ value }) => [field.name, value] as const);
    if (isTick(field) && !field.checked) return [];
    return [[field.name, field.value] as const];
  });
}

/** Fills a form with a draft. Whether anything changed by it. */
export function fillIn(form: HTMLFormElement, values: Draft["values"]): boolean {
  const before = JSON.stringify(typedIn(form));
  const left = values.map(([name, value]) => ({ name, value }));
  const take = (name: string, wanted?: string) => {
    const index = left.findIndex((one) => one.name === name && (wanted === undefined || one.value === wanted));
    return index < 0 ? undefined : left.splice(index, 1)[0]?.value;
  };
  for (const field of form.elements) {
    if (!isKept(field)) continue;
    if (isTick(field)) field.checked = take(field.name, field.value) !== undefined;
    else field.value = take(field.name) ?? field.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return JSON.stringify(typedIn(form)) !== before;
}

type Kept = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isKept(field: Element): field is Kept {
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)
    return field.name !== "" && !isPrivate(field);
  return (
    field instanceof HTMLInputElement &&
    field.name !== "" &&
    !["hidden", "password", "file", "submit", "button", "image", "reset"].includes(field.type) &&
    !isPrivate(field)
  );
}

const isPrivate = (field: HTMLElement) => field.closest("[data-no-keep]") !== null;

const isTick = (field: Kept): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio");
