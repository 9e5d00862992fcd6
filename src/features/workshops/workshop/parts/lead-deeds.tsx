import type { Translate } from "#kernel/messages.ts";
import type { WorkshopFacts } from "#features/workshops/workshop/queries.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Confirm } from "#ui/confirm.tsx";
import { dot } from "#ui/dot.ts";
import { Form } from "#ui/form.tsx";

type LeadDeedsProps = { t: Translate; workshop: WorkshopFacts; hasQuestions: boolean; hasAnswers: boolean };

/** What may be done with the whole room as it is now, the most likely first; and the ways on. */
export function LeadDeeds({ t, workshop: { slug, state }, hasQuestions, hasAnswers }: LeadDeedsProps) {
  const at = `/workshop/${slug}`;
  const step = (to: string, says: Parameters<Translate>[0], quiet = false) => (
    <Form t={t} action={`${at}/${to}`} tight>
      <Button quiet={quiet}>{t(says)}</Button>
    </Form>
  );
  const screen = (quiet: boolean) => (
    <LinkButton href={`${at}/skarm`} quiet={quiet}>
      {t("workshop.to_screen")}
    </LinkButton>
  );
  const close = (
    <Confirm
      t={t}
      id="stang"
      opener={t("workshop.close")}
      question={t("workshop.close_ask")}
      explanation={t("workshop.close_explained")}
    >
      <Form t={t} action={`${at}/stang`} tight>
        <Button>{t("workshop.close")}</Button>
      </Form>
    </Confirm>
  );
  return (
    <div class="stack">
      <Buttons>
        {state === "draft" ? step("oppna", "workshop.open", !hasQuestions) : null}
        {state === "open" ? screen(false) : null}
        {state === "open" ? step("pausa", "workshop.pause", true) : null}
        {state === "paused" ? step("fortsatt", "workshop.go_on") : null}
        {state === "draft" || state === "paused" ? screen(true) : null}
        {state === "open" || state === "paused" ? close : null}
        {state === "closed" ? <LinkButton href={`${at}/resultat`}>{t("workshop.to_results")}</LinkButton> : null}
        {state === "closed" && hasAnswers ? (
          <LinkButton href={`${at}/sla-ihop`} quiet>
            {t("workshop.to_merging")}
          </LinkButton>
        ) : null}
        {state === "closed" ? step("oppna-igen", "workshop.open_again", true) : null}
      </Buttons>
      <p>
        {state !== "closed" && hasAnswers ? (
          <>
            <a href={`${at}/resultat`}>{t("workshop.to_results")}</a>
            {dot}
          </>
        ) : null}
        {hasAnswers || state !== "draft" ? (
          <>
            <a href={`${at}/moderera`}>{t("moderation.title")}</a>
            {dot}
          </>
        ) : null}
        {state !== "closed" && hasAnswers ? (
          <>
            <a href={`${at}/sla-ihop`}>{t("workshop.to_merging")}</a>
            {dot}
          </>
        ) : null}
        <a href={`${at}/klistra-in`}>{t("workshop.to_import")}</a>
      </p>
    </div>
  );
}
