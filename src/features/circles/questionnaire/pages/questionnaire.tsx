import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { MessageKey } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { type AskingDays, proposedDays } from "#features/circles/questionnaire/asking-days.ts";
import { answerQuestionnaire, arrangeQuestionnaire } from "#features/circles/questionnaire/commands.ts";
import { DayFields, QuestionnaireFields } from "#features/circles/questionnaire/parts/questionnaire-fields.tsx";
import {
  Protected,
  QuestionnaireInShort,
  QuestionnairePage,
} from "#features/circles/questionnaire/parts/questionnaire-page.tsx";
import { type QuestionnaireInRoom, questionnaireIn } from "#features/circles/questionnaire/queries.ts";
import { QuestionnaireAnswers, QuestionnaireDays, questions } from "#features/circles/questionnaire/questionnaire.ts";
import { type Room, roomOf } from "#features/circles/room/queries.ts";
import { DraftSent } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

const doneWords: Readonly<Record<string, MessageKey>> = {
  svar: "questionnaire.done.answered",
  redan: "questionnaire.done.answered_already",
  dagar: "questionnaire.done.arranged",
};

/** The questionnaire, on the circle's page. */
export async function questionnaireOfRoom(c: Page, room: Room): Promise<Child> {
  const { t, db, now } = c.var;
  const today = dateIn(now());
  return <QuestionnaireInShort t={t} room={room} asked={await questionnaireIn(db, room, today)} today={today} />;
}

/** The same questions before and after a circle: what came of them, answering, and when they are asked. */
export const questionnairePages = pages("signedIn")
  .get("/cirkel/:slug/enkat", async (c) => {
    const { t } = c.var;
    const { room, asked, today } = await questionnaireAsked(c);
    const klart = c.req.query("klart") ?? "";
    const done = doneWords[klart];
    return c.render(
      <>
        {klart === "svar" || klart === "redan" ? <DraftSent name={draftName(room, asked)} /> : null}
        <QuestionnairePage t={t} room={room} asked={asked} today={today} done={done ? t(done) : undefined} />
      </>,
      { title: `${t("questionnaire.title")}: ${room.round.title}` },
    );
  })
  .form("/cirkel/:slug/enkat/svara", {
    draw: async (c, filled) => {
      const { t } = c.var;
      const { room, asked, today } = await questionnaireAsked(c);
      const { open, can } = asked;
      const back = `/cirkel/${room.round.slug}/enkat`;
      if (!room.own) throw new Refusal("forbidden", "questionnaire.participants_answer");
      if (!open || !can.answer) return c.redirect(open?.hasAnswered ? `${back}?klart=redan` : back, 303);
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          labels={Object.fromEntries(
            questions.map((question) => [`answers.${question}`, t(`questionnaire.question.${question}`)]),
          )}
          kicker={<a href={back}>{room.round.title}</a>}
          heading={t("questionnaire.answer")}
          lead={t("questionnaire.answer_lead")}
          before={
            <>
              <p>
                {t("questionnaire.no_one_sees")}{" "}
                {t("questionnaire.open_until", { day: sayDate(t.language, open.closesOn, { today }) })}
              </p>
              <Protected t={t} />
            </>
          }
          press={t("questionnaire.send")}
          back={back}
          keepDraft={draftName(room, asked)}
        >
          <QuestionnaireFields t={t} filled={filled} />
        </FormPage>,
        { title: `${t("questionnaire.answer")}: ${room.round.title}` },
      );
    },
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const { room, asked } = await questionnaireAsked(c);
      const back = `/cirkel/${room.round.slug}/enkat`;
      // Sent again after a broken connection: it came in the first time.
      if (asked.open?.hasAnswered) return c.redirect(`${back}?klart=redan`, 303);
      await answerQuestionnaire(db, actor, now, room.round.id, checkedForm(QuestionnaireAnswers, filled));
      return c.redirect(`${back}?klart=svar`, 303);
    },
  })
  .form("/cirkel/:slug/enkat/dagar", {
    draw: async (c, filled) => {
      const { t } = c.var;
      const { room, asked, today } = await questionnaireAsked(c);
      mustArrange(room, asked);
      const back = `/cirkel/${room.round.slug}/enkat`;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={back}>{room.round.title}</a>}
          heading={t("questionnaire.arrange")}
          lead={t("questionnaire.arrange_lead")}
          before={<p>{t("questionnaire.arrange_fixed")}</p>}
          press={t("questionnaire.save_days")}
          back={back}
        >
          <DayFields
            t={t}
            filled={filled}
            days={daysOf(room, asked, today)}
            stages={Object.fromEntries(asked.occasions.map(({ occasion, stage }) => [occasion, stage]))}
          />
        </FormPage>,
        { title: `${t("questionnaire.arrange")}: ${room.round.title}` },
      );
    },
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const { room } = await questionnaireAsked(c);
      await arrangeQuestionnaire(db, actor, now, room.round.id, checkedForm(QuestionnaireDays, filled));
      return c.redirect(`/cirkel/${room.round.slug}/enkat?klart=dagar`, 303);
    },
  });

async function questionnaireAsked(c: Page) {
  const { db, actor, now } = c.var;
  const room = await roomOf(db, actor, c.req.param("slug") ?? "");
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  const today = dateIn(now());
  return { room, asked: await questionnaireIn(db, room, today), today };
}

function mustArrange(room: Room, { can }: QuestionnaireInRoom): void {
  if (can.arrange) return;
  throw room.part === "leads"
    ? new Refusal("conflict", "questionnaire.circle_cancelled")
    : new Refusal("forbidden", "questionnaire.leaders_arrange");
}

/** Each place has a draft of its own: at work several people may use one device. */
function draftName({ own }: Room, { open }: QuestionnaireInRoom): string {
  return `enkat-${own?.registrationId ?? ""}-${open?.occasion ?? ""}`;
}

function daysOf({ round }: Room, { occasions }: QuestionnaireInRoom, today: Temporal.PlainDate): AskingDays {
  const proposed = proposedDays(round.sessions, today);
  const standing = (which: "before" | "after") =>
    occasions.find(({ occasion }) => occasion === which) ?? proposed[which];
  return { before: standing("before"), after: standing("after") };
}
