import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { dot } from "#ui/dot.ts";
import { PageHeading } from "#ui/page-heading.tsx";

/** The head of a page below the overview, with the way back. */
export function OperationsHeading({
  t,
  heading,
  lead,
  from,
  children,
}: {
  t: Translate;
  heading: Child;
  lead?: Child;
  /** The page between the overview and this one. */
  from?: { readonly href: string; readonly label: string };
  children?: Child;
}) {
  return (
    <PageHeading
      kicker={
        <>
          <a href="/drift">{t("operations.title")}</a>
          {from ? (
            <>
              {dot}
              <a href={from.href}>{from.label}</a>
            </>
          ) : null}
        </>
      }
      heading={heading}
      lead={lead}
    >
      {children}
    </PageHeading>
  );
}
