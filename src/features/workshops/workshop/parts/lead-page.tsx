import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Leader } from "#features/workshops/workshop/leaders/queries.ts";
import type { OpenRound, Put } from "#features/workshops/workshop/leading/queries.ts";
import { JoinCode } from "#features/workshops/workshop/parts/join-code.tsx";
import { LeadDeeds } from "#features/workshops/workshop/parts/lead-deeds.tsx";
import { NowInRoom } from "#features/workshops/workshop/parts/now-in-room.tsx";
import { QuestionCard } from "#features/workshops/workshop/parts/question-card.tsx";
import { WorkshopTag } from "#features/workshops/workshop/parts/workshop-tag.tsx";
import type { WorkshopInside } from "#features/workshops/workshop/queries.ts";
import { questionKinds } from "#features/workshops/workshop/workshop.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { dot } from "#ui/dot.ts";
import { type FactItem, Facts } from "#ui/facts.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Tags } from "#ui/tag.tsx";

export type LeadPageProps = {
  t: Translate;
  today: Temporal.PlainDate;
  now: Temporal.Instant;
  inside: WorkshopInside;
  open: OpenRound | undefined;
  put: ReadonlyMap<string, Put>;
  coming: { readonly devices: number; readonly now: number; readonly answering: number } | undefined;
  leaders: readonly Leader[];
  baseUrl: string;
  drawing: string | undefined;
  done: Child;
};

/** The page of whoever leads a workshop: what happens now, what there is to ask, and who is in. */
export function LeadPage(props: LeadPageProps) {
  const { t, inside, open, put, drawing, baseUrl, done } = props;
  const { workshop, questions } = inside;
  const at = `/workshop/${workshop.slug}`;
  const isOver = workshop.state === "closed";
  return (
    <>
      <PageHeading
        kicker={<a href="/workshoppar">{t("workshop.all")}</a>}
        heading={workshop.title}
        lead={workshop.purpose ?? undefined}
      >
        <Tags>
          <WorkshopTag t={t} state={workshop.state} />
        </Tags>
      </PageHeading>
      {done}
      <LeadDeeds
        t={t}
        workshop={workshop}
        hasQuestions={questions.length > 0}
        hasAnswers={[...put.values()].some(({ answers }) => answers > 0)}
      />
      <Columns label={t("workshop.beside")} beside={<Beside {...props} />} besideLast>
        {workshop.state === "draft" ? null : (
          <live-part id="rummet" data-events={isOver ? undefined : `${at}/handelser`}>
            <NowInRoom {...props} open={open} />
          </live-part>
        )}
        <section class="stack">
          <h2 id="fragor">{t("workshop.questions")}</h2>
          <p class="muted">{t("workshop.no_clients")}</p>
          {questions.length > 0 ? (
            <ol class="asked-list">
              {questions.map((question, place) => (
                <QuestionCard
                  t={t}
                  workshop={workshop}
                  question={question}
                  number={place + 1}
                  of={questions.length}
                  put={put.get(question.id) ?? { rounds: 0, answers: 0 }}
                  isAsked={open?.questionId === question.id}
                />
              ))}
            </ol>
          ) : (
            <p>{t("workshop.questions_none")}</p>
          )}
          {isOver ? null : (
            <Details summary={t("workshop.question_add")} open={questions.length === 0}>
              <ul class="kinds">
                {questionKinds.map((kind) => (
                  <li>
                    <a href={`${at}/fragor/ny?slag=${kind}`}>{t(`workshop.kind.${kind}`)}</a>
                    {dot}
                    {t(`workshop.kind_is.${kind}`)}
                  </li>
                ))}
              </ul>
            </Details>
          )}
        </section>
        {drawing && workshop.joinCode ? (
          <section class="stack">
            <h2>{t("workshop.way_in")}</h2>
            <Sheet>
              <JoinCode t={t} baseUrl={baseUrl} code={workshop.joinCode} drawing={drawing} />
              {workshop.state === "draft" ? <p class="muted">{t("workshop.way_in_draft")}</p> : null}
            </Sheet>
          </section>
        ) : null}
      </Columns>
    </>
  );
}

/** What the workshop is, who leads it and which groups there are. */
function Beside({ t, today, inside, leaders }: LeadPageProps) {
  const { workshop, groups, bodies } = inside;
  const at = `/workshop/${workshop.slug}`;
  const day = workshop.heldOn ? sayDate(t.language, workshop.heldOn, { today }) : undefined;
  const facts: (FactItem | undefined)[] = [
    day ? { term: t("workshop.held_on"), value: day } : undefined,
    { term: t("workshop.held_by"), value: workshop.organisation },
    bodies.length > 0 ? { term: t("workshop.held_with"), value: bodies.map(({ name }) => name).join(", ") } : undefined,
    workshop.meetingSlug
      ? {
          term: t("workshop.meeting"),
          value: <a href={`/mote/${workshop.meetingSlug}`}>{t("workshop.to_meeting")}</a>,
        }
      : undefined,
    { term: t("workshop.device"), value: t(`workshop.device.${workshop.device}`) },
    {
      term: t("workshop.answers_show"),
      value: t(workshop.isAnonymous ? "workshop.anonymous_yes" : "workshop.anonymous_no"),
    },
  ];
  return (
    <>
      <Sheet>
        <Facts items={facts.filter((fact) => fact !== undefined)} />
        <Buttons>
          <LinkButton href={`${at}/andra`} quiet small>
            {t("workshop.change_about")}
          </LinkButton>
        </Buttons>
      </Sheet>
      <Sheet>
        <h2>{t("workshop.groups")}</h2>
        {groups.length > 0 ? (
          <ul>
            {groups.map(({ name }) => (
              <li>{name}</li>
            ))}
          </ul>
        ) : (
          <p>{t("workshop.groups_none")}</p>
        )}
        <Buttons>
          <LinkButton href={`${at}/grupper`} quiet small>
            {t(groups.length > 0 ? "workshop.groups_change" : "workshop.groups_add")}
          </LinkButton>
        </Buttons>
      </Sheet>
      <Sheet>
        <h2>{t("workshop.leaders")}</h2>
        {leaders.length > 0 ? (
          <ul>
            {leaders.map(({ name }) => (
              <li>{name}</li>
            ))}
          </ul>
        ) : (
          <p>{t("workshop.leaders_none", { organisation: workshop.organisation })}</p>
        )}
        <Buttons>
          <LinkButton href={`${at}/ledare`} quiet small>
            {t("workshop.leaders_change")}
          </LinkButton>
        </Buttons>
      </Sheet>
    </>
  );
}
