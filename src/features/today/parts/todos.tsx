import type { Child } from "#kernel/jsx-runtime.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { lastDayToAnswer } from "#features/circles/registration/answer-deadlines.ts";
import { callSays } from "#features/circles/registration/calls/call-words.ts";
import type { Lines } from "#features/today/parts/waiting.ts";
import type { Today } from "#features/today/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { PhoneLink } from "#ui/phone-link.tsx";
import { sayDate, sayNearDate } from "#ui/swedish-dates.ts";
import type { Todo } from "#ui/todo-list.tsx";

type WaitsIn = Readonly<Record<"inCircles" | "inMeetings" | "inWorkshops" | "inAppraisals" | "inKnowledge", Lines>>;

/** What waits for somebody, the most pressing first: what others wait for before what is our own. */
export function todosOf(
  t: Translate,
  today: Today,
  { inCircles, inMeetings, inWorkshops, inAppraisals, inKnowledge }: WaitsIn,
  day: Temporal.PlainDate,
): readonly Todo[] {
  const near = (date: Temporal.PlainDate) => sayNearDate(t.language, date, day);
  const go = (href: string, words: Child) => (
    <LinkButton href={href} quiet small>
      {words}
    </LinkButton>
  );
  return [
    ...today.mails.map(({ slug, title, count, addresses }) => ({
      title: t("today.mails", { count }),
      detail: t("today.mails_detail", { round: title, addresses: addresses.join(", ") }),
      action: go(`/planera/${slug}/anmalningar`, t("today.open")),
    })),
    ...today.calls.map((call) => ({
      title: t("registration.call.title", { name: call.name }),
      detail: (
        <>
          {t(callSays(call).code, callSays(call).values)}.{" "}
          {call.phone ? <PhoneLink phone={call.phone} /> : t("registration.call.no_number")}
        </>
      ),
      action: (
        <Form
          t={t}
          action={`/planera/${call.slug}/anmalningar/${call.registrationId}/ringt`}
          hidden={{ call: call.id, till: "idag" }}
          tight
        >
          <Button quiet small>
            {t("registration.call.done")}
          </Button>
        </Form>
      ),
    })),
    ...today.questions.map(({ slug, id, title, name, managerName, managerEmail }) => ({
      title: t("today.question", { manager: managerName ?? managerEmail ?? "" }),
      detail: t("today.question_detail", { round: title, name }),
      action: go(`/planera/${slug}/anmalningar/${id}`, t("today.answer")),
    })),
    ...today.reports.map(({ id, answerBy, hindrance }) => ({
      title: t("today.report", { day: near(answerBy) }),
      detail: hindrance.length > 90 ? `${hindrance.slice(0, 87).trimEnd()}…` : hindrance,
      action: go(`/drift/tillganglighet/${id}`, t("today.answer")),
    })),
    ...today.managers.map(({ slug, title, count, askedSince, firstHoldEnds }) => ({
      title: t("today.managers", { count }),
      detail: firstHoldEnds
        ? t("today.managers_hold", { round: title, day: near(lastDayToAnswer(firstHoldEnds)) })
        : t("today.managers_since", { round: title, day: askedSince ? near(dateIn(askedSince)) : "" }),
      action: (
        <Form t={t} action={`/planera/${slug}/anmalningar/paminn`} tight>
          <Button quiet small>
            {t("today.remind", { count })}
          </Button>
        </Form>
      ),
    })),
    ...today.offers.map(({ slug, title, name, answerBy }) => ({
      title: t("today.offer", { when: near(lastDayToAnswer(answerBy)) }),
      detail: t("today.offer_detail", { round: title, name }),
      action: go(`/planera/${slug}/anmalningar`, t("today.open")),
    })),
    ...today.selections.map(({ slug, title, due, undecided, candidates, noticeDate }) => ({
      title: due || !noticeDate ? t("today.selection_due") : t("today.selection_soon", { day: near(noticeDate) }),
      detail: t("today.selection_detail", { round: title, undecided, candidates }),
      action: go(`/planera/${slug}/urval`, t("today.select")),
    })),
    ...today.withoutVenue.map(({ round, session }) => ({
      title: t("today.venue", { day: session.date ? sayDate(t.language, session.date, { today: day }) : "" }),
      detail: t("today.venue_detail", { round: round.title, people: round.numbers.seated }),
      action: go(`/planera/${round.slug}/traffar/plats`, t("today.set_venue")),
    })),
    ...today.tooFew.map((round) => ({
      title: t("today.too_few", { least: round.minimumParticipants ?? 0 }),
      detail: t("today.too_few_detail", { round: round.title, people: round.numbers.seated }),
      action: go(`/planera/${round.slug}`, t("today.decide")),
    })),
    ...inWorkshops({ t, near, go }),
    ...inAppraisals({ t, near, go }),
    ...inKnowledge({ t, near, go }),
    ...inMeetings({ t, near, go }),
    ...inCircles({ t, near, go }),
    ...today.drafts.map(({ slug, title, missing }) => ({
      title: missing.length === 0 ? t("today.draft_ready") : t("today.draft_missing", { count: missing.length }),
      detail: title,
      action:
        missing.length === 0
          ? go(`/planera/${slug}/publicera`, t("today.draft_publish"))
          : go(`/planera/${slug}`, t("today.draft_fill")),
    })),
  ];
}
