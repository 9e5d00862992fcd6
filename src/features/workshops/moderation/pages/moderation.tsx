import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { hideAnswer, letIn, showAnswer, shutOut } from "#features/workshops/moderation/commands.ts";
import { AnswerId, DeviceId } from "#features/workshops/moderation/moderation.ts";
import { answerIn, type DeviceInRoom, devicesOf } from "#features/workshops/moderation/queries.ts";
import { type GivenAnswer, resultsOf } from "#features/workshops/results/queries.ts";
import { addressOf, workshopToLead } from "#features/workshops/workshop/pages/asked-workshop.ts";
import type { WorkshopQuestion } from "#features/workshops/workshop/queries.ts";
import { Hiding, longest } from "#features/workshops/workshop/workshop-words.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { dot } from "#ui/dot.ts";
import { TextArea } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Form } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type Page = Context<Environment>;

/** Moderation: hiding what should not be on the screen, with the reason, and shutting a device out. */
export const moderationPages = pages("signedIn")
  .get("/workshop/:slug/moderera", async (c) => {
    const { t, db } = c.var;
    const inside = await workshopToLead(c);
    const { workshop } = inside;
    const at = addressOf(inside);
    const [results, devices] = await Promise.all([
      resultsOf(db, inside, { withHidden: true }),
      devicesOf(db, workshop),
    ]);
    const answered = results.flatMap(({ question, rounds }) => {
      const answers = rounds.flatMap((round) => round.answers);
      return answers.length > 0 ? [{ question, answers }] : [];
    });
    return c.render(
      <>
        <PageHeading
          kicker={<a href={at}>{workshop.title}</a>}
          heading={t("moderation.title")}
          lead={t("moderation.lead")}
        />
        <Stack>
          {answered.length === 0 ? <p>{t("results.none")}</p> : null}
          {answered.map(({ question, answers }) => (
            <AnswerTable t={t} at={at} question={question} answers={answers} />
          ))}
          {devices.length > 0 ? (
            <section class="stack">
              <p class="muted">{t("moderation.devices_text")}</p>
              <DeviceTable t={t} at={at} devices={devices} />
            </section>
          ) : null}
        </Stack>
      </>,
      { title: `${t("moderation.title")}: ${workshop.title}`, current: "/workshoppar" },
    );
  })
  .form("/workshop/:slug/svar/:answer/dolj", {
    async draw(c, filled) {
      const { t, db } = c.var;
      const inside = await workshopToLead(c);
      const answer = await answerIn(db, inside.workshop.id, answerId(c));
      if (!answer) throw new Refusal("not_found", "moderation.no_such_answer");
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={`${addressOf(inside)}/moderera`}>{t("moderation.title")}</a>}
          heading={t("moderation.hide")}
          lead={t("moderation.hide_lead")}
          before={answer.text ? <blockquote>{answer.text}</blockquote> : null}
          press={t("moderation.hide_press")}
          back={`${addressOf(inside)}/moderera`}
        >
          <TextArea
            t={t}
            filled={filled}
            name="reason"
            label={t("moderation.reason")}
            help={t("workshop.no_clients")}
            rows={2}
            limit={longest.reason}
            required
          />
        </FormPage>,
        { title: `${t("moderation.hide")}: ${inside.workshop.title}`, current: "/workshoppar" },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      await workshopToLead(c);
      await hideAnswer(db, actor, now, slugOf(c), answerId(c), checkedForm(Hiding, filled));
      return c.redirect(`/workshop/${slugOf(c)}/moderera`, 303);
    },
  })
  .post("/workshop/:slug/svar/:answer/visa", async (c) => {
    await showAnswer(c.var.db, c.var.actor, c.var.now, slugOf(c), answerId(c));
    return c.redirect(`/workshop/${slugOf(c)}/moderera`, 303);
  })
  .post("/workshop/:slug/deltagare/:device/stang-ute", async (c) => {
    await shutOut(c.var.db, c.var.actor, c.var.now, slugOf(c), deviceId(c));
    return c.redirect(`/workshop/${slugOf(c)}/moderera`, 303);
  })
  .post("/workshop/:slug/deltagare/:device/slapp-in", async (c) => {
    await letIn(c.var.db, c.var.actor, c.var.now, slugOf(c), deviceId(c));
    return c.redirect(`/workshop/${slugOf(c)}/moderera`, 303);
  });

const slugOf = (c: Page) => c.req.param("slug") ?? "";

function answerId(c: Page): AnswerId {
  const id = AnswerId.safeParse(c.req.param("answer")).data;
  if (!id) throw new Refusal("not_found", "moderation.no_such_answer");
  return id;
}

function deviceId(c: Page): DeviceId {
  const id = DeviceId.safeParse(c.req.param("device")).data;
  if (!id) throw new Refusal("not_found", "moderation.no_such_device");
  return id;
}

type AnswerTableProps = { t: Translate; at: string; question: WorkshopQuestion; answers: readonly GivenAnswer[] };

/** Every answer to a question, those that are hidden too, each with the one thing that can be done. */
function AnswerTable({ t, at, question, answers }: AnswerTableProps) {
  const words = (answer: GivenAnswer) => wordsOf(question, answer);
  return (
    <Table
      caption={question.text}
      rows={answers}
      columns={[
        {
          label: t("results.column.answer"),
          head: true,
          cell: (answer) => (
            <>
              {words(answer)}
              {answer.isHidden ? (
                <>
                  {" "}
                  <Tag tone="open">{t("moderation.hidden")}</Tag>
                  <small class="muted"> {answer.hiddenReason ?? t("moderation.hidden_with_device")}</small>
                </>
              ) : null}
            </>
          ),
        },
        { label: t("results.column.group"), cell: ({ group }) => group },
        {
          label: t("moderation.deed"),
          labelHidden: true,
          cell: (answer) =>
            answer.isHidden ? (
              <Form t={t} action={`${at}/svar/${answer.id}/visa`} tight>
                <Button quiet small label={t("moderation.show_named", { answer: short(words(answer)) })}>
                  {t("moderation.show")}
                </Button>
              </Form>
            ) : (
              <LinkButton
                href={`${at}/svar/${answer.id}/dolj`}
                quiet
                small
                label={t("moderation.hide_named", { answer: short(words(answer)) })}
              >
                {t("moderation.hide_short")}
              </LinkButton>
            ),
        },
      ]}
    />
  );
}

function DeviceTable({ t, at, devices }: { t: Translate; at: string; devices: readonly DeviceInRoom[] }) {
  return (
    <Table
      caption={t("moderation.devices", { count: devices.length })}
      rows={devices}
      columns={[
        {
          label: t("moderation.device"),
          head: true,
          cell: ({ number, isShutOut }) => (
            <>
              {t("moderation.device_numbered", { number })}
              {isShutOut ? (
                <>
                  {" "}
                  <Tag tone="open">{t("moderation.is_shut_out")}</Tag>
                </>
              ) : null}
            </>
          ),
        },
        { label: t("results.column.group"), cell: ({ group }) => group },
        { label: t("workshop.answers"), numeric: true, cell: ({ answers }) => answers },
        {
          label: t("moderation.deed"),
          labelHidden: true,
          cell: ({ id, number, isShutOut }) => (
            <Form t={t} action={`${at}/deltagare/${id}/${isShutOut ? "slapp-in" : "stang-ute"}`} tight>
              <Button
                quiet
                small
                label={t(isShutOut ? "moderation.let_in_named" : "moderation.shut_out_named", { number })}
              >
                {t(isShutOut ? "moderation.let_in" : "moderation.shut_out")}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );
}

/** What an answer says, on one line. */
function wordsOf({ options }: WorkshopQuestion, { text, number, options: chosen, points }: GivenAnswer): string {
  const called = (id: string) => options.find((option) => option.id === id)?.text ?? "";
  if (text !== null) return text;
  if (number !== null) return String(number);
  if (points !== null)
    return Object.entries(points)
      .map(([id, given]) => `${called(id)}: ${given}`)
      .join(dot);
  return (chosen ?? []).map(called).join(dot);
}

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);
