import type { Child } from "hono/jsx";

type PageHeadingProps = {
  /** Where this belongs, above the heading: "Forskningscirkel · FoU-enheten i länet". */
  kicker?: Child;
  heading: Child;
  /** One sentence that says what the page is for. */
  lead?: Child;
  /** State and the like, under the lead. */
  children?: Child;
};

/** Every page opens with what it is, said as a person would. */
export function PageHeading({ kicker, heading, lead, children }: PageHeadingProps) {
  return (
    <header class="page-heading">
      {kicker ? <p class="kicker">{kicker}</p> : null}
      <h1>{heading}</h1>
      {lead ? <p class="lead">{lead}</p> : null}
      {children}
    </header>
  );
}
