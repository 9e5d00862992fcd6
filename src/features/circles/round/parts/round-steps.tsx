import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { RoundOverview } from "#features/circles/round/overview/queries.ts";
import { sectionPath } from "#features/circles/round/section-paths.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Confirm } from "#ui/confirm.tsx";
import { Form } from "#ui/form.tsx";

type StepProps = { t: Translate; overview: RoundOverview; today: Temporal.PlainDate };

/** The one thing to do next, as the page's main button. */
export function NextStepButton({ t, overview }: StepProps) {
  const { round, next, can, numbers } = overview;
  const at = (path: string) => `/planera/${round.slug}${path}`;
  if (next.step === "compare")
    return (
      <LinkButton href={`/planera/serie/${overview.place.programmeSlug}`} wide>
        {t("round.next.compare")}
      </LinkButton>
    );
  if (next.step === "applications")
    return (
      <LinkButton href={at("/anmalningar")} wide>
        {t("round.next.applications")}
      </LinkButton>
    );
  if (next.step === "select")
    return (
      <LinkButton href={at("/urval")} wide>
        {t("round.next.select")}
      </LinkButton>
    );
  if (!can.edit) return null;
  if (next.step === "fillIn")
    return (
      <LinkButton href={at(`/${sectionPath[next.section]}`)} wide>
        {t("round.next.fillIn")}
      </LinkButton>
    );
  if (next.step === "publish")
    return (
      <LinkButton href={at("/publicera")} wide>
        {t("round.next.publish")}
      </LinkButton>
    );
  if (next.step === "setVenue")
    return (
      <LinkButton href={at(`/traffar/plats?traff=${next.session.id}`)} wide>
        {t("round.next.setVenue")}
      </LinkButton>
    );
  return (
    <>
      <p>{t("round.go_no_go", { participants: numbers.seated, minimum: round.minimumParticipants ?? 0 })}</p>
      <Form t={t} action={at("/hall-anda")} tight>
        <Button wide>{t("round.next.hold")}</Button>
      </Form>
      <LinkButton href={at("/stall-in")} quiet wide>
        {t("round.cancel.title")}
      </LinkButton>
    </>
  );
}

/** What else can be done with a round, quietly. */
export function MoreToDo({ t, overview }: StepProps) {
  const { round, can, next } = overview;
  const at = (path: string) => `/planera/${round.slug}${path}`;
  const ways: Child[] = [
    can.publish && next.step !== "publish" ? (
      <LinkButton href={at("/publicera")} quiet>
        {t("round.publish.preview")}
      </LinkButton>
    ) : null,
    <LinkButton href={at("/inbjudan")} quiet>
      {t("reaching.invitation.title")}
    </LinkButton>,
    can.edit ? (
      <LinkButton href={at("/lamna-over")} quiet>
        {t("handover.title")}
      </LinkButton>
    ) : null,
    can.extend ? (
      <LinkButton href={at("/forlang")} quiet>
        {t("round.extend.title")}
      </LinkButton>
    ) : null,
    ...can.steps.map((step) => (
      <Confirm
        t={t}
        id={`steg-${step}`}
        opener={t(`round.step.${step}`)}
        question={t(`round.step.${step}_question`)}
        explanation={t(`round.step.${step}_text`)}
      >
        <Form t={t} action={at("/steg")} hidden={{ step }} tight>
          <Button>{t(`round.step.${step}`)}</Button>
        </Form>
      </Confirm>
    )),
    can.copy ? (
      <LinkButton href={at("/kopiera")} quiet>
        {t("round.copy")}
      </LinkButton>
    ) : null,
    can.discard ? (
      <Confirm
        t={t}
        id="kasta"
        danger
        opener={t("round.discard")}
        question={t("round.discard_question")}
        explanation={t("round.discard_text")}
      >
        <Form t={t} action={at("/kasta")} tight>
          <Button danger>{t("round.discard")}</Button>
        </Form>
      </Confirm>
    ) : null,
    can.cancel && !can.discard ? (
      <LinkButton href={at("/stall-in")} quiet danger>
        {t("round.cancel.title")}
      </LinkButton>
    ) : null,
  ].filter(Boolean);
  if (ways.length === 0) return null;
  return (
    <section>
      <h2>{t("round.more")}</h2>
      <Buttons>{ways}</Buttons>
    </section>
  );
}
