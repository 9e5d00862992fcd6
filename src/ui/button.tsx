import type { Child } from "#kernel/jsx-runtime.ts";

type Look = {
  /** An action beside the main one. A page has one filled button; everything else is quiet. */
  quiet?: boolean | undefined;
  /** As little weight as a link, for "Avbryt" and its like. */
  plain?: boolean | undefined;
  /** Something that cannot be taken back. */
  danger?: boolean | undefined;
  wide?: boolean | undefined;
  small?: boolean | undefined;
};

type ButtonProps = Look & {
  children?: Child;
  name?: string | undefined;
  value?: string | undefined;
  type?: "submit" | "button" | "reset";
  /** Where this button sends the form, when not where the form itself goes. */
  formaction?: string | undefined;
  form?: string | undefined;
  /** What a screen reader says instead: for a row of buttons with the same words. */
  label?: string | undefined;
  /** Which dialog it opens, or closes. */
  opens?: string | undefined;
  closes?: string | undefined;
  id?: string | undefined;
};

/** A button says what happens: "Påminn båda", never "OK". */
export function Button({ children, type = "submit", label, opens, closes, ...rest }: ButtonProps) {
  const { quiet, plain, danger, wide, small, ...attributes } = rest;
  return (
    <button
      class={lookOf({ wide, small })}
      type={opens || closes ? "button" : type}
      aria-label={label}
      {...variantOf({ quiet, plain, danger })}
      {...(opens ? { command: "show-modal", commandfor: opens, popovertarget: opens } : {})}
      {...(closes ? { command: "close", commandfor: closes, popovertarget: closes, popovertargetaction: "hide" } : {})}
      {...attributes}
    >
      {children}
    </button>
  );
}

type LinkButtonProps = Look & {
  href: string;
  children?: Child;
  label?: string | undefined;
  download?: boolean | undefined;
  rel?: string | undefined;
};

/** A link that is the page's main step, drawn as a button because that is how it is looked for. */
export function LinkButton({ href, children, label, download, rel, ...look }: LinkButtonProps) {
  return (
    <a class={lookOf(look)} href={href} aria-label={label} download={download} rel={rel} {...variantOf(look)}>
      {children}
    </a>
  );
}

/** Buttons side by side, the main one first; under each other on a phone. */
export function Buttons({ children }: { children?: Child }) {
  return <div class="buttons">{children}</div>;
}

function lookOf({ wide, small }: Look) {
  return ["ds-button", wide ? "wide" : "", small ? "small" : ""].filter(Boolean).join(" ");
}

function variantOf({ quiet, plain, danger }: Look) {
  return {
    ...(plain ? { "data-variant": "tertiary" } : quiet ? { "data-variant": "secondary" } : {}),
    ...(danger ? { "data-color": "danger" } : {}),
  };
}
