import type { Child } from "#kernel/jsx-runtime.ts";
import { LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type LinkPageProps = {
  kicker?: Child;
  heading: Child;
  lead: Child;
  /** The way on: what can be done instead. */
  href: string;
  way: string;
  children?: Child;
};

/** What a link leads to when there is nothing left to press: says why, and where to go. */
export function LinkPage({ kicker, heading, lead, href, way, children }: LinkPageProps) {
  return (
    <>
      <PageHeading kicker={kicker} heading={heading} lead={lead} />
      <Narrow>
        <LinkButton href={href}>{way}</LinkButton>
        {children}
      </Narrow>
    </>
  );
}
