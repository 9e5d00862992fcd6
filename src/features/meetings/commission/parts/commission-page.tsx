import type { Translate } from "#kernel/messages.ts";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { isUnderWay } from "#features/meetings/commission/commission-lifecycle.ts";
import { CommissionTag, Due } from "#features/meetings/commission/parts/commission-tag.tsx";
import type { CommissionFacts, CommissionInside, DeliverableFacts } from "#features/meetings/commission/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Facts } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Unknown } from "#ui/unknown.tsx";

type CommissionPageProps = {
  t: Translate;
  inside: CommissionInside;
  today: Temporal.PlainDate;
  done: string | undefined;
};

/** One commission: what is to come and when, who does it, and for whoever does or gave it, the next step. */
export function CommissionPage({ t, inside, today, done }: CommissionPageProps) {
  const { commission, can } = inside;
  const { title, state, about, reason, deliverables } = commission;
  const giver = commission.body ?? commission.requester ?? "";
  const isOver = state === "closed" || state === "declined";
  return (
    <>
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      <PageHeading kicker={t("commission.kicker", { giver })} heading={title}>
        <p>
          <CommissionTag t={t} state={state} />
        </p>
      </PageHeading>
      <Columns
        label={t("commission.facts")}
        beside={
          <Sheet>
            <CommissionDeeds t={t} inside={inside} />
            <Facts items={factsOf(t, inside, today)} />
          </Sheet>
        }
      >
        {about ? (
          <section>
            <h2>{t("commission.about")}</h2>
            <Paragraphs text={about} />
          </section>
        ) : null}
        <section>
          <h2>{t("commission.parts")}</h2>
          <ul class="entries">
            {deliverables.map((part) => (
              <Part t={t} part={part} commission={commission} isOver={isOver} mayReport={can.report} today={today} />
            ))}
          </ul>
        </section>
        {reason ? (
          <section>
            <h2>{t(commission.requester ? "commission.answered" : "commission.reason")}</h2>
            <Paragraphs text={reason} />
          </section>
        ) : null}
      </Columns>
    </>
  );
}

type PartProps = {
  t: Translate;
  part: DeliverableFacts;
  commission: CommissionFacts;
  isOver: boolean;
  mayReport: boolean;
  today: Temporal.PlainDate;
};

function Part({ t, part, commission, isOver, mayReport, today }: PartProps) {
  const { id, text, dueOn, state, reportedOn, report } = part;
  const canReport = mayReport && isUnderWay(commission.state);
  return (
    <li>
      <div class="entry">
        <h3>{text}</h3>
        <p class="detail">
          {state === "waiting" ? (
            <Due t={t} dueOn={dueOn ?? commission.dueOn} waits={!isOver} today={today} />
          ) : reportedOn ? (
            t("commission.part_reported_on", { day: sayDate(t.language, reportedOn, { today }) })
          ) : (
            t(`commission.part.${state}`)
          )}
        </p>
        {report ? <Paragraphs text={report} /> : null}
        {state === "waiting" && canReport ? (
          <p>
            <LinkButton
              href={`/uppdrag/${commission.id}/redovisa/${id}`}
              label={t("commission.report_of", { part: text })}
              quiet
              small
            >
              {t("commission.report")}
            </LinkButton>
          </p>
        ) : null}
      </div>
    </li>
  );
}

function CommissionDeeds({ t, inside }: { t: Translate; inside: CommissionInside }) {
  const { commission, can, steps } = inside;
  const address = `/uppdrag/${commission.id}`;
  const isFromOutside = commission.requester !== null;
  const mayAnswer =
    can.run && isFromOutside && (["assess", "accept", "decline", "wait"] as const).some((step) => steps.includes(step));
  const isOpen = commission.state !== "closed" && commission.state !== "declined";
  return (
    <div class="buttons">
      {mayAnswer ? (
        <LinkButton href={`${address}/svar`} wide>
          {t("commission.answer")}
        </LinkButton>
      ) : null}
      {can.report && steps.includes("begin") ? (
        <Form t={t} action={`${address}/borja`} tight>
          <Button quiet wide>
            {t("commission.begin")}
          </Button>
        </Form>
      ) : null}
      {can.run && isOpen ? (
        <LinkButton href={`${address}/dagar`} quiet wide>
          {t("commission.days")}
        </LinkButton>
      ) : null}
      {can.run && isOpen && commission.state !== "received" ? (
        <LinkButton href={`${address}/mer`} quiet wide>
          {t("commission.more")}
        </LinkButton>
      ) : null}
      {can.run && isUnderWay(commission.state) ? (
        <LinkButton href={`${address}/ta-over`} quiet wide>
          {t("commission.hand_on")}
        </LinkButton>
      ) : null}
      {can.run && steps.includes("close") ? (
        <LinkButton href={`${address}/avsluta`} quiet wide>
          {t("commission.close")}
        </LinkButton>
      ) : null}
    </div>
  );
}

function factsOf(t: Translate, { commission, can }: CommissionInside, today: Temporal.PlainDate) {
  const { owner, givenOn, dueOn, matter, matterSlug, requester, origin, size, fte, priority, state } = commission;
  const waits = state !== "closed" && state !== "declined" && state !== "reported";
  const day = (
    <Due
      t={t}
      dueOn={dueOn}
      waits={waits && commission.deliverables.every((part) => part.dueOn === null)}
      today={today}
    />
  );
  const numbers = new Intl.NumberFormat(t.language, { maximumFractionDigits: 3 });
  return [
    { term: t("commission.owner"), value: owner ?? <Unknown>{t("commission.nobody")}</Unknown> },
    ...(givenOn ? [{ term: t("commission.given_on"), value: sayDate(t.language, givenOn, { today }) }] : []),
    ...(dueOn || waits ? [{ term: t("commission.due_on"), value: day }] : []),
    ...(matter
      ? [
          {
            term: t("commission.matter"),
            value: can.seeMatter && matterSlug ? <a href={`/fraga/${matterSlug}`}>{matter}</a> : matter,
          },
        ]
      : []),
    ...(requester ? [{ term: t("commission.requester"), value: requester }] : []),
    { term: t("commission.origin"), value: t(`commission.origin.${origin}`) },
    ...(size ? [{ term: t("commission.size"), value: t(`commission.size.${size}`) }] : []),
    ...(fte === null ? [] : [{ term: t("commission.fte"), value: numbers.format(fte) }]),
    ...(priority ? [{ term: t("commission.priority"), value: t(`commission.priority.${priority}`) }] : []),
  ].filter(({ value }) => value !== null);
}
