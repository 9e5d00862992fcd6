import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { introductionOf } from "#features/appraisals/introduction/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { Facts } from "#ui/facts.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Unknown } from "#ui/unknown.tsx";

/** How far what was decided has been brought in, in a few facts, with the way to the whole; nothing before there is any. */
export async function introductionOfAppraisal(c: Context<Environment>, inside: AppraisalInside): Promise<Child> {
  const { t, db, actor, now } = c.var;
  const { introduction, followed, can } = await introductionOf(db, actor, inside);
  if (!introduction && !can.begin) return null;
  const address = `/metodbedomning/${inside.appraisal.slug}/inforande`;
  const today = dateIn(now());
  if (!introduction)
    return (
      <section aria-labelledby="inforande">
        <h2 id="inforande">{t("introduction.heading")}</h2>
        <p class="muted">{t("introduction.none_text")}</p>
        <LinkButton href={`${address}/paborja`} quiet>
          {t("introduction.begin")}
        </LinkButton>
      </section>
    );
  const since = introduction.phases.at(-1)?.fromDay;
  const left = introduction.steps.filter(({ doneOn }) => doneOn === null).length;
  const away = introduction.steps.filter(({ kind }) => kind === "takenAway");
  const looked = followed.flatMap(({ component, checks }) => (component.endedOn ? [] : [checks.at(-1)]));
  const asIntended = looked.filter((check) => check?.fidelity === "asIntended").length;
  return (
    <section aria-labelledby="inforande">
      <h2 id="inforande">{t("introduction.heading")}</h2>
      <Facts
        items={[
          {
            term: t("introduction.phase"),
            value: t(`method.phase.${introduction.phase}`),
            note: since ? t("method.since", { day: sayDate(t.language, since, { weekday: false, today }) }) : undefined,
          },
          { term: t("introduction.responsible"), value: introduction.responsibleRole },
          { term: t("introduction.steps"), value: t("introduction.steps_left", { count: left }) },
          {
            term: t("introduction.taken_away"),
            value:
              away.length === 0 ? (
                <Unknown>{t("introduction.taken_away_none")}</Unknown>
              ) : (
                away.map(({ text }) => text).join(", ")
              ),
          },
          {
            term: t("introduction.fidelity"),
            value: looked.some(Boolean) ? (
              t("introduction.as_intended_of", { count: asIntended, all: looked.length })
            ) : (
              <Unknown>{t("introduction.never_checked")}</Unknown>
            ),
          },
        ]}
      />
      <p>
        <a href={address}>{t("introduction.open")}</a>
      </p>
    </section>
  );
}
