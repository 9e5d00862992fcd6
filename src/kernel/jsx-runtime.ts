import type { JSX as Tags } from "hono/jsx/jsx-runtime";

/**
 * What pages and mails are written in: JSX that becomes text, every value escaped. The compiler calls `jsx` for each
 * element, innermost first, and each is text at once: there is no tree to keep. The tags and attributes one may write
 * are Hono's; why drawing is not stands in docs/decisions/016.
 */
export function jsx(tag: Tag, props: Props): Html {
  if (typeof tag === "string") return new Html(element(tag, props));
  const made = (tag as Component<Props>)(props);
  return made instanceof Html ? made : new Html(drawn(made));
}
export const jsxs = (tag: Tag, props: Props): Html => jsx(tag, props);

/** Several things beside each other, without an element around them. */
export const Fragment = ({ children }: { readonly children?: Child }): Child => children;

/** What may stand in an element. Of truth values and of nothing, nothing is shown. */
export type Child = string | number | boolean | null | undefined | Html | readonly Child[];

/** Something that draws itself from what it is given. */
export type Component<Given> = (given: Given) => Child;

type Tag = string | Component<never>;
type Props = { readonly children?: Child; readonly [name: string]: unknown };

/** A piece of a page, drawn. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** Markup that stands as it is. Only for what no person has written. */
export const raw = (markup: string): Html => new Html(markup);

function drawn(child: Child): string {
  if (typeof child === "string") return escaped(child);
  if (typeof child === "number") return String(child);
  if (child instanceof Html) return child.toString();
  if (Array.isArray(child)) {
    let text = "";
    for (const each of child as readonly Child[]) text += drawn(each);
    return text;
  }
  if (child === undefined || child === null || typeof child === "boolean") return "";
  throw new TypeError(`A ${typeof child} cannot be drawn: what it says has to be known before`);
}

function element(tag: string, props: Props): string {
  let text = `<${tag}`;
  for (const name in props) if (name !== "children") text += attribute(name, props[name]);
  if (empty.has(tag)) return `${text}/>`;
  return `${text}>${drawn(props.children)}</${tag}>`;
}

/** Elements that hold nothing and have no end. */
const empty = new Set("area base br col embed hr img input link meta source track wbr".split(" "));

/** An attribute that is true or false stands or does not; of those that are words, "true" and "false" are two words. */
function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "string") return ` ${name}="${escaped(value)}"`;
  if (typeof value === "number") return ` ${name}="${value}"`;
  if (typeof value !== "boolean") throw new TypeError(`The attribute ${name} was given a ${typeof value}`);
  if (name.startsWith("aria-") || wordy.has(name)) return ` ${name}="${value}"`;
  return value ? ` ${name}=""` : "";
}

const wordy = new Set(["contenteditable", "draggable", "spellcheck"]);

const special = /[&<>"']/;
const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return special.test(text) ? text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign) : text;
}

export declare namespace JSX {
  type Element = Html;
  type ElementType = string | Component<never>;
  interface ElementChildrenAttribute {
    children: Child;
  }
  interface IntrinsicElements extends Tags.IntrinsicElements {}
  interface IntrinsicAttributes {
    key?: string;
  }
}
