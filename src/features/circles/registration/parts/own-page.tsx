import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { OwnChanges } from "#features/circles/change-notice/parts/change-list.tsx";
import { SessionTimeline } from "#features/circles/public/parts/session-timeline.tsx";
import type { OwnRegistration } from "#features/circles/registration/own/queries.ts";
import { managerWordReads } from "#features/circles/registration/manager/manager-word.ts";
import { OwnAnswers } from "#features/circles/registration/parts/own-answers.tsx";
import { isEnded, OwnProgress } from "#features/circles/registration/parts/own-progress.tsx";
import { OwnStanding } from "#features/circles/registration/parts/own-standing.tsx";
import { Team } from "#features/circles/registration/parts/team.tsx";
import { ContactLine, contactWords } from "#features/circles/registration/parts/round-in-short.tsx";
import { managerSaidNo } from "#features/circles/registration/registration.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { type FactItem, Facts } from "#ui/facts.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form } from "#ui/form.tsx";

type OwnPageProps = { t: Translate; own: OwnRegistration; now: Temporal.Instant; address: string; filled: Filled };

/** Where somebody's application stands, what happens next and when, and what they can do about it. */
export function OwnPage({ t, own, now, address, filled }: OwnPageProps) {
  const { seen } = own;
  const contact = contactWords(seen);
  return (
    <>
      <OwnStanding t={t} own={own} now={now} />
      <ErrorSummary t={t} filled={filled} />
      {isEnded(own.state) || seen.round.state === "cancelled" ? null : (
        <OwnChanges t={t} notices={own.unseenChanges} today={dateIn(now)} address={address} />
      )}
      <Columns label={t("registration.page.own.facts")} beside={<Beside t={t} own={own} address={address} />}>
        <section>
          <h2>{t("registration.page.own.progress")}</h2>
          <OwnProgress t={t} own={own} now={now} />
        </section>
        {isEnded(own.state) || seen.round.state === "cancelled" ? null : (
          <section>
            <h2>{t("registration.page.own.sessions")}</h2>
            <SessionTimeline
              t={t}
              round={seen.round}
              today={dateIn(now)}
              joinLinks={own.joinLinks}
              marks={seen.marks}
            />
          </section>
        )}
        <Details summary={t("registration.page.own.wrote")}>
          <OwnAnswers t={t} answers={own} />
          <Team t={t} members={own.members} />
          {contact ? <p>{t("registration.page.own.wrong", { contact })}</p> : null}
        </Details>
      </Columns>
    </>
  );
}

function Beside({ t, own, address }: Omit<OwnPageProps, "now" | "filled">) {
  const { seen, can, state } = own;
  const { round } = seen;
  const isOpen =
    seen.availability.way === "open" || seen.availability.way === "waiting" || seen.availability.way === "late";
  const hasDays = round.sessions.some(({ date, calledOff }) => date && !calledOff);
  return (
    <Sheet>
      {can.answerOffer ? <OfferButtons t={t} /> : null}
      {state === "placed" && hasDays ? (
        <LinkButton href={`/kalender/cirkel/${round.slug}.ics`} wide>
          {t("registration.page.own.calendar")}
        </LinkButton>
      ) : null}
      {state === "placed" && hasDays ? (
        <p>
          <a href={`${address}/kalender`}>{t("calendar.round.open")}</a>
        </p>
      ) : null}
      {(state === "withdrawn" || state === "lapsed") && isOpen ? (
        <LinkButton href={`/cirklar/${round.slug}/anmalan`} wide>
          {t("registration.page.apply_again")}
        </LinkButton>
      ) : null}
      {state === "declined" || state === "noShow" || state === "ineligible" || round.state === "cancelled" ? (
        <LinkButton href="/cirklar" wide>
          {t("registration.page.open_rounds")}
        </LinkButton>
      ) : null}
      <Facts items={factsOf(t, own)} />
      <ContactLine t={t} round={round} />
      {can.withdraw && !can.answerOffer && round.state !== "cancelled" ? (
        <p>
          <a href={`${address}/aterbud`}>{t("registration.page.own.withdraw")}</a>
        </p>
      ) : null}
    </Sheet>
  );
}

/** Yes and no to a freed place, and what a no means. */
export function OfferButtons({ t, filled }: { t: Translate; filled?: Filled }) {
  return (
    <>
      <Form t={t} filled={filled} tight>
        <Buttons>
          <Button name="answer" value="yes">
            {t("registration.page.own.take")}
          </Button>
          <Button name="answer" value="no" quiet>
            {t("registration.page.own.leave")}
          </Button>
        </Buttons>
      </Form>
      <p class="muted">{t("registration.page.own.leave_means")}</p>
    </>
  );
}

function factsOf(t: Translate, own: OwnRegistration): FactItem[] {
  const { state, ineligibleReason, declinedReason, seen, managerForm, managerState } = own;
  const reason = state === "ineligible" && ineligibleReason !== managerSaidNo ? ineligibleReason : declinedReason;
  const word =
    managerForm && managerState
      ? { form: managerForm, state: managerState, addressKnown: own.managerKnown ?? false }
      : undefined;
  return [
    ...(reason ? [{ term: t("registration.page.own.reason"), value: reason }] : []),
    ...(state === "waitlisted" ? [{ term: t("registration.page.own.reserve"), value: own.waitingNumber }] : []),
    ...(seen.round.allocation === "firstCome" && !isEnded(state) && state !== "waitlisted"
      ? [{ term: t("registration.page.own.number"), value: own.queueNo }]
      : []),
    ...(word
      ? [
          {
            term: t("registration.page.own.manager"),
            value: own.managerName ?? "",
            note: t(
              word.form === "declared"
                ? "registration.page.own.declared"
                : `registration.page.word.${managerWordReads(word)}`,
            ),
          },
        ]
      : []),
  ];
}
