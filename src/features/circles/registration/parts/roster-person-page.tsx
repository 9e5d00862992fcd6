import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Shown } from "#features/circles/registration/manager/manager-word.ts";
import { statesOfPerson } from "#features/circles/reaching/mailing/mailing.ts";
import { OwnAnswers } from "#features/circles/registration/parts/own-answers.tsx";
import { PersonHistory } from "#features/circles/registration/parts/person-history.tsx";
import {
  ineligibleWords,
  managerWords,
  StandingTag,
  untilWhen,
} from "#features/circles/registration/parts/registration-words.tsx";
import { CallsToMake } from "#features/circles/registration/parts/calls-to-make.tsx";
import { Team } from "#features/circles/registration/parts/team.tsx";
import { stillToAnswer } from "#features/circles/registration/registration.ts";
import type { RosterPerson } from "#features/circles/registration/queries.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { dot } from "#ui/dot.ts";
import { ErrorSummary } from "#ui/error-summary.tsx";
import { type FactItem, Facts } from "#ui/facts.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate, sayMoment } from "#ui/swedish-dates.ts";
import { Tag, Tags } from "#ui/tag.tsx";
import { Unknown } from "#ui/unknown.tsx";

type PersonProps = {
  t: Translate;
  found: RosterPerson;
  now: Temporal.Instant;
  address: string;
  done: string | undefined;
  filled: Filled | undefined;
};

/** One applicant: how they stand, what they wrote, what their manager says, and what can be decided. */
export function RosterPersonPage({ t, found, now, address, done, filled }: PersonProps) {
  const { round, row, more, answers } = found;
  const until = untilWhen(t, row, now);
  return (
    <>
      <PageHeading
        kicker={
          <>
            <a href={`/planera/${round.slug}`}>{round.title}</a>
            {dot}
            <a href={`/planera/${round.slug}/anmalningar`}>{t("registration.page.roster.heading")}</a>
          </>
        }
        heading={row.name}
        lead={`${row.profession}, ${row.workplace}`}
      >
        <Tags>
          <StandingTag t={t} state={row.state} />
          {row.late ? <Tag tone="open">{t("registration.page.roster.late")}</Tag> : null}
          {until ? <span class="muted">{until}</span> : null}
        </Tags>
      </PageHeading>
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      <ErrorSummary t={t} filled={filled} />
      <Columns label={t("registration.page.person.beside")} beside={<Beside t={t} found={found} address={address} />}>
        {row.manager?.question && row.manager.state === "question" ? (
          <section>
            <h2>{t("registration.page.person.question")}</h2>
            <p class="said-words">{row.manager.question}</p>
          </section>
        ) : null}
        <CallsToMake t={t} calls={found.calls.waiting} mayCall={found.can.decide} address={address} />
        <section>
          <h2>{t("registration.page.person.answers")}</h2>
          <OwnAnswers t={t} answers={{ ...row, ...more }} />
        </section>
        <Team t={t} members={found.members} />
        {answers.length > 0 ? (
          <section>
            <h2>{t("registration.page.form.rules")}</h2>
            <ul>
              {answers.map((answer) => (
                <RuleAnswer t={t} answer={answer} />
              ))}
            </ul>
          </section>
        ) : null}
        <section>
          <h2>{t("registration.page.person.history")}</h2>
          <PersonHistory t={t} found={found} />
        </section>
      </Columns>
    </>
  );
}

function RuleAnswer({ t, answer }: { t: Translate; answer: RosterPerson["answers"][number] }) {
  const { text, strength, meets } = answer;
  return (
    <li>
      {text}:{" "}
      {meets === null ? (
        <Unknown>{t("registration.page.person.unanswered")}</Unknown>
      ) : (
        <strong>{t(meets ? "registration.page.yes" : "registration.page.no")}</strong>
      )}
      {strength === "recommended" ? <span class="under">{t("registration.page.form.rule_recommended")}</span> : null}
    </li>
  );
}

function Beside({ t, found, address }: Pick<PersonProps, "t" | "found" | "address">) {
  const { row, can } = found;
  return (
    <Sheet>
      {can.decide ? <Actions t={t} found={found} address={address} /> : null}
      <Facts items={factsOf(t, found)} />
      {row.email ? (
        <p>
          <a href={`mailto:${row.email}`}>{row.email}</a>
        </p>
      ) : null}
      {can.decide && statesOfPerson.includes(row.state) ? (
        <p>
          <a href={`/planera/${found.round.slug}/meddelanden/nytt?person=${row.id}`}>
            {t("registration.page.roster.write")}
          </a>
        </p>
      ) : null}
    </Sheet>
  );
}

/** What can be done about somebody as they stand now; nothing that would be refused. */
function Actions({ t, found: { row }, address }: Pick<PersonProps, "t" | "found" | "address">) {
  const { possible, state, manager } = row;
  const awaited = manager?.reads === "waiting" && state !== "unconfirmed" && possible.includes("deny");
  const links: Child[] = [];
  if (awaited) {
    links.push(
      <Form t={t} action={`${address}/paminn`} tight>
        <Button wide>{t("registration.page.person.remind")}</Button>
      </Form>,
    );
  }
  if (state === "offered") {
    links.push(
      <Form t={t} action={`${address}/svar`} tight label={t("registration.page.person.answer_for")}>
        <p class="muted">{t("registration.page.person.answer_for")}</p>
        <Buttons>
          <Button name="answer" value="yes" quiet small>
            {t("registration.page.person.take")}
          </Button>
          <Button name="answer" value="no" quiet small>
            {t("registration.page.person.leave")}
          </Button>
        </Buttons>
      </Form>,
    );
  }
  if (state === "ineligible") {
    links.push(
      <Form t={t} action={`${address}/aterta`} tight>
        <Button quiet wide>
          {t("registration.page.person.restore")}
        </Button>
      </Form>,
    );
  }
  if ((stillToAnswer as readonly string[]).includes(state)) {
    links.push(
      <LinkButton href={`${address}/ratta`} quiet wide>
        {t("registration.correct.open")}
      </LinkButton>,
    );
  }
  if (possible.includes("deny")) {
    links.push(
      <LinkButton href={`${address}/neka`} quiet wide>
        {t("registration.page.person.deny")}
      </LinkButton>,
    );
  }
  if (possible.includes("withdraw")) {
    links.push(
      <LinkButton href={`${address}/aterbud`} quiet wide>
        {t("registration.page.person.withdraw")}
      </LinkButton>,
    );
  }
  return links.length > 0 ? <div class="doings">{links}</div> : null;
}

function factsOf(t: Translate, { row, more, today }: RosterPerson): FactItem[] {
  const words = managerWords(t, row);
  const reason = ineligibleWords(t, row.ineligibleReason);
  const shown = more.shown as Shown | null;
  return [
    ...(reason ? [{ term: t("registration.page.own.reason"), value: reason }] : []),
    { term: t("registration.page.own.number"), value: row.queueNo },
    ...(row.reachedAt ? [cameIn(t, row, row.reachedAt, today)] : []),
    ...(row.manager && words
      ? [{ term: t("registration.page.own.manager"), value: row.manager.name ?? row.manager.email ?? "", note: words }]
      : []),
    ...(row.manager?.email
      ? [
          {
            term: t("registration.page.form.manager_email"),
            value: <a href={`mailto:${row.manager.email}`}>{row.manager.email}</a>,
          },
        ]
      : []),
    ...(shown && row.manager?.form === "confirmed"
      ? [{ term: t("registration.page.person.shown"), value: shownWords(t, shown, today) }]
      : []),
  ];
}

/** How and when an application came in that somebody wrote down, and who did. */
function cameIn(
  t: Translate,
  row: RosterPerson["row"],
  reachedAt: Temporal.Instant,
  today: Temporal.PlainDate,
): FactItem {
  const notes = [
    row.addedBy ? t("registration.add.written_by", { name: row.addedBy }) : "",
    row.addressUnproved && row.email ? t("registration.add.unproved") : "",
  ];
  return {
    term: t("registration.add.reached_term"),
    value: `${t(`registration.way.${row.way}`)}, ${sayMoment(t.language, reachedAt, { today })}`,
    note: notes.filter(Boolean).join(", ") || undefined,
  };
}

/** What the manager had before their eyes: the round's version, how many days, and the hours. (R115) */
function shownWords(t: Translate, { version, dates, hours }: Shown, today: Temporal.PlainDate): string {
  const days = dates.flatMap((day) =>
    day ? [sayDate(t.language, Temporal.PlainDate.from(day), { weekday: false, today })] : [],
  );
  const time = hours === null ? t("registration.page.hours_unknown") : t("registration.page.hours", { hours });
  return t("registration.page.person.shown_words", { version, time, days: days.join(", ") });
}
