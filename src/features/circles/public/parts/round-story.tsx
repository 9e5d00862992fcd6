import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { SessionTimeline } from "#features/circles/public/parts/session-timeline.tsx";
import type { PublicRound } from "#features/circles/public/queries.ts";
import { knowledgeSources } from "#features/circles/round/round.ts";
import { Details } from "#ui/details.tsx";

type StoryProps = { t: Translate; seen: PublicRound; today: Temporal.PlainDate };

/** Everything somebody needs to decide whether a round is for them: what for, when, for whom, with whom. */
export function RoundStory({ t, seen, today }: StoryProps) {
  const { round, kind } = seen;
  const explanation = round.formText ?? kind.explanation;
  return (
    <>
      <Told heading={t("public.goal")} text={round.goal} />
      <Told heading={t("public.purpose")} text={round.purpose}>
        {round.beneficiaries.length > 0 ? (
          <p>
            {t("public.benefits", {
              whom: listed(
                t,
                round.beneficiaries.map((whom) => t(`public.beneficiary.${whom}`)),
              ),
            })}
          </p>
        ) : null}
      </Told>
      <Told heading={t("public.problem")} text={round.practiceProblem} />
      <Told heading={t("public.background")} text={round.background} />
      <Questions t={t} seen={seen} />
      <Themes t={t} seen={seen} />
      <section>
        <h2>{t("public.sessions")}</h2>
        <SessionTimeline t={t} round={round} today={today} marks={seen.marks} planned={seen} />
      </section>
      <Audience t={t} seen={seen} />
      <Leaders t={t} seen={seen} />
      <Told heading={t("public.reason")} text={round.themeReason} />
      {round.themeDefinition ? (
        <Details summary={t("public.definition", { theme: round.themeShort ?? round.theme ?? round.title })}>
          <Paragraphs text={round.themeDefinition} />
          {round.themeSource ? <p class="muted">{t("public.source_is", { source: round.themeSource })}</p> : null}
        </Details>
      ) : null}
      {explanation ? (
        <Details summary={t("public.what_is", { kind: kindName(t, seen).toLocaleLowerCase("sv") })}>
          <Paragraphs text={explanation} />
        </Details>
      ) : null}
    </>
  );
}

/** What kind of activity a round is, in the reader's language. */
export function kindName(t: Translate, { kind }: Pick<PublicRound, "kind">): string {
  return t.language === "sv" ? kind.nameSv : kind.nameEn;
}

function Told({ heading, text, children }: { heading: string; text: string | null; children?: Child }) {
  if (!text) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <Paragraphs text={text} />
      {children}
    </section>
  );
}

/** Guiding questions, by the source of knowledge they are put to. Each source has its own colour, and its name. */
function Questions({ t, seen: { round } }: { t: Translate; seen: PublicRound }) {
  if (round.questions.length === 0) return null;
  return (
    <section>
      <h2>{t("public.questions")}</h2>
      <ul class="sources">
        {knowledgeSources.map((source) => {
          const own = round.questions.filter((question) => question.source === source);
          return own.length === 0 ? null : (
            <li class={colourOf[source]}>
              <h3>{t(`public.source.${source}`)}</h3>
              {own.map(({ text }) => (
                <p>{text}</p>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const colourOf = { research: "research", profession: "profession", serviceUser: "user" } as const;

function Audience({ t, seen: { round } }: { t: Translate; seen: PublicRound }) {
  const required = round.rules.filter(({ strength }) => strength === "required");
  const recommended = round.rules.filter(({ strength }) => strength === "recommended");
  if (!round.audience && round.rules.length === 0) return null;
  return (
    <section>
      <h2>{t("public.who")}</h2>
      {round.audience ? <Paragraphs text={round.audience} /> : null}
      {required.length > 0 ? (
        <>
          <p>{t("public.rule.required")}</p>
          <ul>
            {required.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      {recommended.length > 0 ? (
        <>
          <p>{t("public.rule.recommended")}</p>
          <ul>
            {recommended.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

/** What the circle goes through. (R105) */
function Themes({ t, seen: { themes } }: { t: Translate; seen: PublicRound }) {
  if (themes.length === 0) return null;
  return (
    <section>
      <h2>{t("public.themes")}</h2>
      <ul>
        {themes.map(({ name }) => (
          <li>{name}</li>
        ))}
      </ul>
    </section>
  );
}

function Leaders({ t, seen: { round } }: { t: Translate; seen: PublicRound }) {
  const [leaders, facilitators] = [
    round.leaders.filter(({ part }) => part === "leader"),
    round.leaders.filter(({ part }) => part === "facilitator"),
  ];
  if (round.leaders.length === 0) return null;
  const line = ({ name, title }: { name: string; title: string | null }) => (
    <li>
      {name}
      {title ? <span class="muted">, {title}</span> : null}
    </li>
  );
  return (
    <section>
      <h2>{t("public.leaders")}</h2>
      {leaders.length > 0 ? <ul>{leaders.map(line)}</ul> : null}
      {facilitators.length > 0 ? (
        <>
          <p>{t("public.facilitators")}</p>
          <ul>{facilitators.map(line)}</ul>
        </>
      ) : null}
    </section>
  );
}

function listed({ language }: Translate, words: readonly string[]): string {
  return new Intl.ListFormat(language === "sv" ? "sv-SE" : "en-GB").format(words);
}
