import type { Child } from "#kernel/jsx-runtime.ts";

type ColumnsProps = {
  /** The narrow column: facts and the main action. On a phone it stands first, right under the lead. */
  beside: Child;
  /** What the narrow column is, for those who hear the page. */
  label: string;
  /** On a phone the narrow column comes last: people do not come for what it holds. */
  besideLast?: boolean | undefined;
  children?: Child;
};

/** The story to the left, facts and the main action to the right. */
export function Columns({ beside, label, besideLast, children }: ColumnsProps) {
  const aside = (
    <aside class="beside" aria-label={label}>
      {beside}
    </aside>
  );
  return (
    <div class="columns">
      {besideLast ? null : aside}
      <div class="story">{children}</div>
      {besideLast ? aside : null}
    </div>
  );
}

/** A sheet of paper on the desk: what belongs together and stands out from the page. */
export function Sheet({ children, label }: { children?: Child; label?: string | undefined }) {
  return label ? (
    <section class="sheet" aria-label={label}>
      {children}
    </section>
  ) : (
    <div class="sheet">{children}</div>
  );
}

/** One column of form or text, no wider than is good to read. */
export function Narrow({ children }: { children?: Child }) {
  return <div class="narrow">{children}</div>;
}

/** Parts of a page under each other, with room between them. */
export function Stack({ children, id }: { children?: Child; id?: string | undefined }) {
  return (
    <div class="stack" id={id}>
      {children}
    </div>
  );
}
