import type { Translate } from "#kernel/messages.ts";
import { Figures } from "#features/circles/questionnaire/parts/figures.tsx";
import type { AskedOccasion, QuestionnaireInRoom } from "#features/circles/questionnaire/queries.ts";
import type { Room } from "#features/circles/room/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Shown = { t: Translate; room: Room; asked: QuestionnaireInRoom; today: Temporal.PlainDate };

/** The questionnaire on the circle's own page: what is left to do, or what came of it. */
export function QuestionnaireInShort({ t, room, asked, today }: Shown) {
  const { occasions, can } = asked;
  const at = `/cirkel/${room.round.slug}/enkat`;
  if (occasions.length === 0 && !can.arrange) return null;
  return (
    <section class="stack">
      <h2>{t("questionnaire.title")}</h2>
      <p class="muted">{inShort({ t, room, asked, today })}</p>
      <p>
        {can.answer ? (
          <LinkButton href={`${at}/svara`}>{t("questionnaire.answer")}</LinkButton>
        ) : (
          <LinkButton href={occasions.length === 0 ? `${at}/dagar` : at} quiet>
            {t(occasions.length === 0 ? "questionnaire.arrange" : "questionnaire.open")}
          </LinkButton>
        )}
      </p>
    </section>
  );
}

function inShort({ t, asked: { occasions, open, can, participants, figures }, today }: Shown): string {
  if (occasions.length === 0) return t("questionnaire.arrange_hint");
  if (open?.hasAnswered) return t("questionnaire.you_answered");
  if (open && can.answer) return t("questionnaire.open_until", { day: sayDate(t.language, open.closesOn, { today }) });
  if (open) return stageWords(t, open, participants, today);
  if (figures) return t("questionnaire.results_are_there");
  const next = occasions.find(({ stage }) => stage === "later");
  return next
    ? t("questionnaire.to_come", { day: sayDate(t.language, next.opensOn, { today }) })
    : t("questionnaire.lead");
}

/** When the questions are asked, how many have answered, and what the answers show once they are counted. */
export function QuestionnairePage({ t, room, asked, today, done }: Shown & { done: string | undefined }) {
  const { occasions, open, can, participants, figures } = asked;
  const { slug, title } = room.round;
  const at = `/cirkel/${slug}/enkat`;
  return (
    <>
      <PageHeading
        kicker={<a href={`/cirkel/${slug}`}>{title}</a>}
        heading={t("questionnaire.title")}
        lead={t("questionnaire.lead")}
      />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      {open?.hasAnswered && !done ? <Notice t={t} heading={t("questionnaire.you_answered")} /> : null}
      {occasions.length === 0 ? (
        <p>{t("questionnaire.none")}</p>
      ) : (
        <Facts
          items={occasions.map((occasion) => ({
            term: t(`questionnaire.occasion.${occasion.occasion}`),
            value: spanWords(t, occasion, today),
            note: stageWords(t, occasion, participants, today),
          }))}
        />
      )}
      {can.answer || can.arrange ? (
        <div class="buttons">
          {can.answer ? <LinkButton href={`${at}/svara`}>{t("questionnaire.answer")}</LinkButton> : null}
          {can.arrange &&
          (occasions.length === 0 || occasions.some(({ stage }) => stage === "later" || stage === "open")) ? (
            <LinkButton href={`${at}/dagar`} quiet>
              {t(occasions.length === 0 ? "questionnaire.arrange" : "questionnaire.change_days")}
            </LinkButton>
          ) : null}
        </div>
      ) : null}
      {figures ? <Figures t={t} figures={figures} /> : null}
      <Protected t={t} />
    </>
  );
}

function spanWords(t: Translate, { opensOn, closesOn }: AskedOccasion, today: Temporal.PlainDate): string {
  const say = (day: Temporal.PlainDate) => sayDate(t.language, day, { today });
  return t("questionnaire.span", { from: say(opensOn), until: say(closesOn) });
}

function stageWords(
  t: Translate,
  { stage, answered, countedOn }: AskedOccasion,
  participants: number,
  today: Temporal.PlainDate,
): string {
  const day = countedOn ? sayDate(t.language, countedOn, { today }) : "";
  return t(`questionnaire.stage.${stage}`, { answered: answered ?? 0, participants, day });
}

/** What is kept of an answer and what is not, for whoever wonders. */
export function Protected({ t }: { t: Translate }) {
  return (
    <Details summary={t("questionnaire.protected")}>
      <ul>
        <li>{t("questionnaire.protected.counts")}</li>
        <li>{t("questionnaire.protected.who")}</li>
        <li>{t("questionnaire.protected.code")}</li>
        <li>{t("questionnaire.protected.few")}</li>
        <li>{t("questionnaire.protected.once")}</li>
      </ul>
    </Details>
  );
}
