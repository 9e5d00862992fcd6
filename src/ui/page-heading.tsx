import { type Child, raw } from "#kernel/jsx-runtime.ts";
import { Details } from "#ui/details.tsx";

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
      {helpPlace}
    </header>
  );
}

/** Where the help stands in a page: the heading is drawn before its frame, which knows the help. */
const helpPlace = raw("<!-- help -->");

/** A page with what it is for, in two or three sentences behind a question under its heading: for those who are new to it. */
export function withHelp(page: Child, help: { readonly question: string; readonly answer: string } | undefined): Child {
  const shown = help ? (
    <div class="page-help">
      <Details summary={help.question}>
        <p>{help.answer}</p>
      </Details>
    </div>
  ) : null;
  return raw(String(<>{page}</>).replace(String(helpPlace), () => String(<>{shown}</>)));
}
