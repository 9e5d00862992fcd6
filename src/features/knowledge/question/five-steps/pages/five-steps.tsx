import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import {
  appraisingQuestions,
  Going,
  Notes,
  type SeekingStep,
  seekingSteps,
  stopsAt,
} from "#features/knowledge/question/five-steps/five-steps.ts";
import { questionParts } from "#features/knowledge/question/question.ts";
import { explainedWord } from "#features/knowledge/glossary/explained-words.ts";
import { Term } from "#ui/term.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { Choice, TextArea, TextField } from "#ui/fields.tsx";
import { Facts } from "#ui/facts.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { ProgressSteps } from "#ui/progress-steps.tsx";

type Page = Context<Environment>;

/**
 * Seeking for oneself in five steps, open to everybody. What is noted goes along in the form from step to step: it is kept
 * nowhere, and needs no script.
 */
export const fiveStepsPages = pages("anybody").form("/fem-steg", {
  draw: (c, filled) => drawStep(c, filled, Going.safeParse(filled.values["from"]).data ?? "formulate"),
  send(c, filled) {
    const { from, to, ...values } = filled.values;
    const notes = checkedForm(Notes, { ...filled, values });
    const typed = { ...filled, values };
    const going = Going.safeParse(to).data ?? "formulate";
    // What stops is told where it was answered; back to the search, or to the beginning, one always comes.
    const stop = from === "appraise" && (going === "weigh" || going === "done") ? stopsAt(notes) : undefined;
    return drawStep(c, typed, stop ? "appraise" : going, stop);
  },
});

/** What of the notes each step asks for; the rest goes along unseen. */
const asked: Readonly<Record<SeekingStep, readonly (keyof Notes)[]>> = {
  formulate: ["text", ...questionParts],
  search: ["searched"],
  appraise: [...appraisingQuestions, "usable"],
  weigh: ["research", "profession", "serviceUsers", "decided"],
  evaluate: ["followed"],
};

function drawStep(c: Page, filled: Filled, going: Going, stop?: ReturnType<typeof stopsAt>) {
  const { t } = c.var;
  const frame = { title: t("fivesteps.heading"), kind: c.var.person ? ("work" as const) : ("public" as const) };
  if (going === "done") return c.render(<Noted c={c} filled={filled} />, { ...frame, current: "/kunskap" });
  const number = seekingSteps.indexOf(going) + 1;
  const shown = new Set<string>(["from", "to", ...asked[going]]);
  const hidden = Object.fromEntries(Object.entries(filled.values).filter(([name]) => !shown.has(name)));
  const previous = seekingSteps[number - 2];
  const next = seekingSteps[number];
  return c.render(
    <Narrow>
      <PageHeading heading={t("fivesteps.heading")} lead={number === 1 ? t("fivesteps.lead") : undefined} />
      <ProgressSteps t={t} now={number} steps={seekingSteps.map((each) => ({ label: t(`fivesteps.step.${each}`) }))} />
      <h2>{t(`fivesteps.step.${going}`)}</h2>
      <p>
        {t(`fivesteps.lead.${going}`)} {going === "formulate" ? <Term t={t} word={explainedWord("pico")} /> : null}
      </p>
      {stop ? (
        <Notice t={t} tone="warn" heading={t(`fivesteps.stop.${stop}`)}>
          <p>{t("fivesteps.stop_text")}</p>
        </Notice>
      ) : null}
      <Ways t={t} step={going} words={String(filled.values["text"] ?? "")} />
      <Form t={t} action="/fem-steg" filled={filled} hidden={{ ...hidden, from: going }}>
        <p class="muted">{t("fivesteps.no_clients")}</p>
        <Fields t={t} filled={filled} step={going} />
        <FormEnd>
          {stop ? (
            <Button name="to" value="search">
              {t("fivesteps.search_again")}
            </Button>
          ) : (
            <Button name="to" value={next ?? "done"}>
              {t(next ? "fivesteps.next" : "fivesteps.finish")}
            </Button>
          )}
          <AskButton t={t} isSignedIn={c.var.person !== undefined} />
          {previous ? (
            <Button name="to" value={previous} plain>
              {t("fivesteps.back")}
            </Button>
          ) : null}
        </FormEnd>
      </Form>
    </Narrow>,
    { ...frame, current: "/kunskap" },
  );
}

function Fields({ t, filled, step }: { t: Translate; filled: Filled; step: SeekingStep }) {
  const field = { t, filled };
  const area = (name: keyof Notes, label: string, help?: string): Child => (
    <TextArea {...field} name={name} label={label} help={help} rows={3} limit={1_000} />
  );
  switch (step) {
    case "formulate":
      return (
        <>
          {area("text", t("ask.text"), t("ask.text_help"))}
          {questionParts.map((part) => (
            <TextField {...field} name={part} label={t(`ask.${part}`)} help={t(`ask.${part}_help`)} />
          ))}
        </>
      );
    case "search":
      return area("searched", t("fivesteps.searched"));
    case "appraise":
      return (
        <>
          {appraisingQuestions.map((question) => (
            <Choice
              {...field}
              name={question}
              inline
              label={t(`fivesteps.${question}`)}
              help={question === "reliable" ? t("fivesteps.reliable_help") : undefined}
              options={(["yes", "no"] as const).map((value) => ({ value, label: t(`fivesteps.${value}`) }))}
            />
          ))}
          {area("usable", t("fivesteps.usable"), t("fivesteps.usable_help"))}
        </>
      );
    case "weigh":
      return (
        <>
          {(["research", "profession", "serviceUsers", "decided"] as const).map((name) =>
            area(name, t(`fivesteps.${name}`)),
          )}
        </>
      );
    case "evaluate":
      return area("followed", t("fivesteps.followed"));
  }
}

/** Where each step leads, in the product and outside it. */
function Ways({ t, step, words }: { t: Translate; step: SeekingStep; words: string }) {
  const ways: Readonly<Record<SeekingStep, readonly (readonly [href: string, words: string])[]>> = {
    formulate: [["/ordlista", t("fivesteps.way.glossary")]],
    search: [
      [words ? `/sok?q=${encodeURIComponent(words.slice(0, 200))}` : "/sok", t("fivesteps.way.search")],
      ["/fragor", t("fivesteps.way.questions")],
      ["https://www.kunskapsguiden.se/", t("fivesteps.way.kunskapsguiden")],
      ["https://www.socialstyrelsen.se/metodguiden/", t("fivesteps.way.metodguiden")],
      ["https://www.sbu.se/", t("fivesteps.way.sbu")],
    ],
    appraise: [["/metoder", t("fivesteps.way.methods")]],
    weigh: [["/metodbedomningar", t("fivesteps.way.appraisal")]],
    evaluate: [["/metodbedomningar", t("fivesteps.way.appraisal")]],
  };
  return (
    <nav aria-label={t("fivesteps.ways")}>
      <ul>
        {ways[step].map(([href, label]) => (
          <li>
            <a href={href} rel={href.startsWith("https:") ? "noopener noreferrer" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** All that was noted, to print or copy. */
function Noted({ c, filled }: { c: Page; filled: Filled }) {
  const { t } = c.var;
  const said = (name: keyof Notes) => String(filled.values[name] ?? "").trim();
  const label = (name: keyof Notes): string => {
    if (name === "text") return t("ask.text");
    const part = questionParts.find((each) => each === name);
    if (part) return t(`ask.${part}`);
    return t(`fivesteps.${name as Exclude<keyof Notes, "text" | (typeof questionParts)[number]>}`);
  };
  const value = (name: keyof Notes): string => {
    const text = said(name);
    return appraisingQuestions.some((each) => each === name) && (text === "yes" || text === "no")
      ? t(`fivesteps.${text}`)
      : text;
  };
  return (
    <Narrow>
      <PageHeading heading={t("fivesteps.done")} lead={t("fivesteps.done_lead")} />
      {seekingSteps.map((step) => {
        const items = asked[step]
          .filter((name) => said(name) !== "")
          .map((name) => ({ term: label(name), value: value(name) }));
        return (
          <section>
            <h2>{t(`fivesteps.step.${step}`)}</h2>
            {items.length > 0 ? <Facts items={items} wide /> : <p class="muted">{t("fivesteps.nothing")}</p>}
          </section>
        );
      })}
      <Form t={t} action="/fem-steg" hidden={filled.values}>
        <FormEnd>
          <Button name="to" value="evaluate" plain>
            {t("fivesteps.back")}
          </Button>
          <AskButton t={t} isSignedIn={c.var.person !== undefined} />
        </FormEnd>
      </Form>
    </Narrow>
  );
}

/** Asking somebody else with what one has written: those who are signed in have it with them. */
function AskButton({ t, isSignedIn }: { t: Translate; isSignedIn: boolean }) {
  return isSignedIn ? (
    <Button name="step" value="change" formaction="/fraga/ny" quiet>
      {t("fivesteps.ask")}
    </Button>
  ) : (
    <LinkButton href="/fraga/ny" quiet>
      {t("fivesteps.ask")}
    </LinkButton>
  );
}
