import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { answerWords } from "#features/knowledge/question/parts/answer-words.ts";
import { makeItemOfAnswer } from "#features/knowledge/question/answer/commands.ts";
import { changeQuestion, refusedStep } from "#features/knowledge/question/commands.ts";
import { contactsFor, organisationsThatAnswer } from "#features/knowledge/question/contacts/queries.ts";
import { sayWhetherHelped } from "#features/knowledge/question/helped/commands.ts";
import { QuestionFields } from "#features/knowledge/question/parts/question-fields.tsx";
import { HelpedButtons } from "#features/knowledge/question/parts/helped.tsx";
import { QuestionPage } from "#features/knowledge/question/parts/question-page.tsx";
import { Closing, HelpSaid, longest, PassingOn, QuestionChange } from "#features/knowledge/question/question-words.ts";
import { questionInside, type QuestionInside } from "#features/knowledge/question/queries.ts";
import {
  closeQuestion,
  passQuestionOn,
  putQuestionBack,
  takeQuestion,
} from "#features/knowledge/question/steps/commands.ts";
import { nameInPlace } from "#features/organisations/organisation-name.ts";
import { Narrow } from "#ui/columns.tsx";
import { Select, TextArea } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** A question from practice, and what is done with it. */
export const questionPages = pages("signedIn")
  .get("/fragor/:slug", async (c) => {
    const { t, now } = c.var;
    const inside = await questionAsked(c);
    const key = `ask.done.${c.req.query("klart") ?? ""}`;
    const done = t.knows(key) ? t(key) : undefined;
    return c.render(<QuestionPage t={t} inside={inside} today={dateIn(now())} done={done} />, {
      title: inside.question.text,
      current: "/kunskap",
    });
  })
  .post("/fragor/:slug/ta", async (c) => {
    await takeQuestion(c.var.db, c.var.actor, c.var.now, slugOf(c));
    return back(c, "tagen");
  })
  .post("/fragor/:slug/lagg-tillbaka", async (c) => {
    await putQuestionBack(c.var.db, c.var.actor, c.var.now, slugOf(c));
    return back(c, "tillbaka");
  })
  .post("/fragor/:slug/utkast", async (c) => {
    const { db, actor, now } = c.var;
    const { slug } = await makeItemOfAnswer(db, actor, now, slugOf(c), answerWords);
    return c.redirect(`/kunskap/${slug}`, 303);
  })
  .form("/fragor/:slug/hjalpte", {
    async draw(c, filled) {
      const { t } = c.var;
      const { question } = await ownQuestion(c);
      return c.render(
        <Narrow>
          <PageHeading kicker={<a href={`/fragor/${question.slug}`}>{question.text}</a>} heading={t("ask.helped")} />
          <HelpedButtons t={t} filled={filled} said={question.helpedSaid} />
        </Narrow>,
        { title: t("ask.helped"), current: "/kunskap" },
      );
    },
    async send(c, filled) {
      await ownQuestion(c);
      await sayWhetherHelped(c.var.db, c.var.actor, c.var.now, slugOf(c), checkedForm(HelpSaid, filled));
      return back(c, "hjalpte");
    },
  })
  .form("/fragor/:slug/andra", {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await questionAsked(c);
      if (!inside.can.change) throw refusedStep(inside);
      const { question } = inside;
      return drawAbout(c, filled, inside, {
        heading: t("ask.change"),
        before: (
          <Notice t={t} heading={t("ask.no_clients")}>
            <p>{t("ask.no_clients_text")}</p>
          </Notice>
        ),
        hidden: { version: String(question.version) },
        press: t("ask.saved"),
        children: <QuestionFields t={t} filled={filled} before={question} today={dateIn(c.var.now())} />,
      });
    },
    async send(c, filled) {
      const inside = await questionAsked(c);
      if (!inside.can.change) throw refusedStep(inside);
      await changeQuestion(c.var.db, c.var.actor, c.var.now, slugOf(c), checkedForm(QuestionChange, filled));
      return back(c, "andrad");
    },
  })
  .form("/fragor/:slug/lamna-vidare", {
    async draw(c, filled) {
      const { t, db, now } = c.var;
      const inside = await questionAsked(c);
      if (!inside.can.passOn) throw refusedStep(inside);
      const { withId, organisationId } = inside.question;
      const today = dateIn(now());
      const [near, all] = await Promise.all([
        contactsFor(db, organisationId, today),
        organisationsThatAnswer(db, today),
      ]);
      const nearest = near.filter(({ id }) => id !== withId);
      const others = all.filter(({ id }) => id !== withId && !nearest.some((each) => each.id === id));
      return drawAbout(c, filled, inside, {
        heading: t("ask.pass_on"),
        lead: t("ask.pass_on_lead"),
        press: t("ask.pass_on"),
        children: (
          <>
            <Select
              t={t}
              filled={filled}
              name="toId"
              required
              label={t("ask.pass_on_to")}
              // The nearest first: at home, then the region. (R146)
              options={[
                ...nearest.map(({ id, name }) => ({ value: id, label: name })),
                ...others.map(({ id, path }) => ({ value: id, label: nameInPlace(path) })),
              ]}
            />
            <Reason c={c} filled={filled} help={t("ask.pass_on_reason_help")} />
          </>
        ),
      });
    },
    async send(c, filled) {
      const inside = await questionAsked(c);
      if (!inside.can.passOn) throw refusedStep(inside);
      await passQuestionOn(c.var.db, c.var.actor, c.var.now, slugOf(c), checkedForm(PassingOn, filled));
      return back(c, "vidare");
    },
  })
  .form("/fragor/:slug/avsluta", {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await questionAsked(c);
      if (!inside.can.close) throw refusedStep(inside);
      return drawAbout(c, filled, inside, {
        heading: t("ask.close"),
        lead: t(inside.isOwn ? "ask.close_own_lead" : "ask.close_lead"),
        press: t("ask.close"),
        danger: true,
        children: <Reason c={c} filled={filled} help={t("ask.close_reason_help")} />,
      });
    },
    async send(c, filled) {
      const inside = await questionAsked(c);
      if (!inside.can.close) throw refusedStep(inside);
      await closeQuestion(c.var.db, c.var.actor, c.var.now, slugOf(c), checkedForm(Closing, filled));
      return back(c, "avslutad");
    },
  });

function Reason({ c, filled, help }: { c: Page; filled: Filled; help: string }) {
  const { t } = c.var;
  return (
    <TextArea
      t={t}
      filled={filled}
      name="reason"
      required
      label={t("ask.reason")}
      help={help}
      rows={3}
      limit={longest.reason}
    />
  );
}

type Drawn = Pick<
  Parameters<typeof FormPage>[0],
  "heading" | "lead" | "before" | "hidden" | "press" | "danger" | "children"
>;

/** A form about one question, with the way back to it. */
export function drawAbout(c: Page, filled: Filled, { question }: QuestionInside, { children, ...drawn }: Drawn) {
  const address = `/fragor/${question.slug}`;
  return c.render(
    <FormPage t={c.var.t} filled={filled} kicker={<a href={address}>{question.text}</a>} back={address} {...drawn}>
      {children}
    </FormPage>,
    { title: `${String(drawn.heading)}: ${question.text}`, current: "/kunskap" },
  );
}

/** The question an address names. */
export function questionAsked(c: Page): Promise<QuestionInside> {
  return questionInside(c.var.db, c.var.actor, slugOf(c));
}

/** A question that whoever asks has asked themselves, and that is answered. */
async function ownQuestion(c: Page): Promise<QuestionInside> {
  const inside = await questionAsked(c);
  if (!inside.isOwn) throw new Refusal("forbidden", "ask.asker_says");
  if (!inside.can.sayHelped) throw new Refusal("conflict", "ask.is_not_answered");
  return inside;
}

const slugOf = (c: Page) => c.req.param("slug") ?? "";

function back(c: Page, done: string): Response {
  return c.redirect(`/fragor/${slugOf(c)}?klart=${done}`, 303);
}
