import type { Translate } from "#kernel/messages.ts";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { CommissionList } from "#features/meetings/commission/parts/commission-list.tsx";
import type { CommissionFacts } from "#features/meetings/commission/queries.ts";
import type { ApplicationFacts, AskedMunicipality } from "#features/meetings/matter/facts/queries.ts";
import { possibleSteps, waitsForEvent } from "#features/meetings/matter/matter-lifecycle.ts";
import { Applications, Commitments } from "#features/meetings/matter/parts/matter-facts.tsx";
import { MatterSteps } from "#features/meetings/matter/parts/matter-steps.tsx";
import { MatterTag } from "#features/meetings/matter/parts/matter-tag.tsx";
import { whatHappensNext, whereItStands } from "#features/meetings/matter/parts/where-it-stands.ts";
import type { MatterInside } from "#features/meetings/matter/queries.ts";
import type { NextMeeting, StepFacts } from "#features/meetings/matter/timeline/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Facts } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type MatterPageProps = {
  t: Translate;
  inside: MatterInside;
  commissions: readonly CommissionFacts[];
  applications: readonly ApplicationFacts[];
  municipalities: readonly AskedMunicipality[];
  steps: readonly StepFacts[];
  next: NextMeeting | undefined;
  follows: boolean;
  today: Temporal.PlainDate;
  done: string | undefined;
};

/** One matter: what it is, where it stands in one sentence, what happens next, and all that has become of it. */
export function MatterPage(props: MatterPageProps) {
  const { t, inside, commissions, applications, municipalities, steps, next, follows, today, done } = props;
  const { matter, bodies, can } = inside;
  const said = { t, today };
  const address = `/fraga/${matter.slug}`;
  const home = bodies.find(({ id }) => id === matter.bodyId);
  const open = commissions.filter(({ state }) => state !== "closed").length;
  return (
    <>
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      <PageHeading
        kicker={
          home ? <a href={`/grupper/${home.slug}`}>{t("matter.kicker", { body: home.name })}</a> : t("matter.one")
        }
        heading={matter.title}
        lead={whereItStands(said, inside, open)}
      >
        <p>
          <MatterTag t={t} state={matter.state} />
        </p>
      </PageHeading>
      <Columns
        label={t("matter.facts")}
        beside={
          <Sheet>
            <h2>{t("matter.next")}</h2>
            {whatHappensNext(said, matter, next).map((sentence) => (
              <p>{sentence}</p>
            ))}
            {next ? (
              <p>
                <a href={`/mote/${next.slug}`}>{next.title}</a>
              </p>
            ) : null}
            {can.steer ? <Deeds t={t} inside={inside} /> : null}
            <Following t={t} address={address} follows={follows} />
            <Facts items={factsOf(t, inside, today)} />
          </Sheet>
        }
      >
        <Told heading={t("matter.about")} text={matter.about} />
        {matter.state === "parked" ? <Told heading={t("matter.why_parked")} text={matter.reason} /> : null}
        {matter.state === "dropped" ? <Told heading={t("matter.why_dropped")} text={matter.reason} /> : null}
        <Told
          heading={t(matter.isPosition ? "matter.outcome_position" : "matter.outcome")}
          text={matter.outcome}
          note={
            matter.state === "decidedElsewhere" && matter.decidedBy
              ? t("matter.reference", { body: matter.decidedBy })
              : undefined
          }
        />
        {commissions.length > 0 ? (
          <section>
            <h2>{t("matter.commissions")}</h2>
            <CommissionList t={t} commissions={commissions} today={today} />
          </section>
        ) : null}
        <Applications t={t} address={address} applications={applications} maySteer={can.steer} today={today} />
        <Commitments t={t} address={address} municipalities={municipalities} maySteer={can.steer} />
        <MatterSteps t={t} steps={steps} matter={matter} today={today} />
      </Columns>
    </>
  );
}

function Told({ heading, text, note }: { heading: string; text: string | null; note?: string | undefined }) {
  return text === null ? null : (
    <section>
      <h2>{heading}</h2>
      <Paragraphs text={text} />
      {note ? <p class="muted">{note}</p> : null}
    </section>
  );
}

/** What may be done with a matter between the meetings, drawn from its lifecycle. */
function Deeds({ t, inside: { matter } }: { t: Translate; inside: MatterInside }) {
  const address = `/fraga/${matter.slug}`;
  const steps = possibleSteps(matter.state);
  const isNew = matter.state === "raised" || matter.state === "continued";
  const [first, ...others] = [
    waitsForEvent(matter) ? ([`${address}/handelsen`, t("matter.event")] as const) : undefined,
    steps.includes("review") ? ([`${address}/sa-blev-det`, t("matter.review")] as const) : undefined,
    isNew ? undefined : ([`${address}/ta-upp`, t("matter.take_up")] as const),
    steps.includes("commission") ? ([`${address}/uppdrag`, t("matter.give")] as const) : undefined,
    steps.includes("decide") ? ([`${address}/beslut`, t("matter.decide")] as const) : undefined,
    steps.includes("park") ? ([`${address}/parkera`, t("matter.park")] as const) : undefined,
    steps.includes("refer") ? ([`${address}/lamna-over`, t("matter.refer")] as const) : undefined,
    steps.includes("drop") ? ([`${address}/lagg-ner`, t("matter.drop")] as const) : undefined,
    [`${address}/andra`, t("matter.change")] as const,
  ].filter((deed) => deed !== undefined);
  return (
    <>
      <h2>{t("matter.deeds")}</h2>
      {first ? (
        <LinkButton href={first[0]} wide>
          {first[1]}
        </LinkButton>
      ) : null}
      <ul class="plain">
        {others.map(([href, words]) => (
          <li>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Following({ t, address, follows }: { t: Translate; address: string; follows: boolean }) {
  return (
    <>
      <p class="muted">{t(follows ? "matter.follows" : "matter.follow_means")}</p>
      <Form t={t} action={`${address}/folj`} hidden={{ follows: follows ? "no" : "yes" }} tight>
        <Button quiet small>
          {t(follows ? "matter.unfollow" : "matter.follow")}
        </Button>
      </Form>
    </>
  );
}

function factsOf(t: Translate, { matter, bodies }: MatterInside, today: Temporal.PlainDate) {
  const home = bodies.find(({ id }) => id === matter.bodyId);
  const others = bodies.filter(({ id }) => id !== matter.bodyId);
  return [
    ...(home ? [{ term: t("matter.lives_in"), value: <a href={`/grupper/${home.slug}`}>{home.name}</a> }] : []),
    ...(others.length > 0
      ? [
          {
            term: t("matter.bodies"),
            value: (
              <ul class="plain">
                {others.map(({ slug, name }) => (
                  <li>
                    <a href={`/grupper/${slug}`}>{name}</a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...(matter.raisedOn
      ? [{ term: t("matter.raised_on"), value: sayDate(t.language, matter.raisedOn, { today }) }]
      : []),
  ];
}
