import { type Child, known } from "#kernel/jsx-runtime.ts";
import { Details } from "#ui/details.tsx";

/** What the page is for, in two or three sentences behind a question: for those who are new to it. */
export const pageHelp = known<{ readonly question: string; readonly answer: string } | undefined>(undefined);

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
  const help = pageHelp.value();
  return (
    <header class="page-heading">
      {kicker ? <p class="kicker">{kicker}</p> : null}
      <h1>{heading}</h1>
      {lead ? <p class="lead">{lead}</p> : null}
      {children}
      {help ? (
        <div class="page-help">
          <Details summary={help.question}>
            <p>{help.answer}</p>
          </Details>
        </div>
      ) : null}
    </header>
  );
}
