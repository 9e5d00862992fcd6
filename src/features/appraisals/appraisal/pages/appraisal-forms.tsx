import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import {
  AppraisalChange,
  AppraisalPeople,
  longest,
  Proposal,
  SentBack,
  Withdrawal,
} from "#features/appraisals/appraisal/appraisal-words.ts";
import { isPossible } from "#features/appraisals/appraisal/appraisal-lifecycle.ts";
import {
  changeAppraisal,
  proposeAppraisal,
  sendBackAppraisal,
  setAppraisalPeople,
  takeBackAppraisal,
  weighAgain,
  withdrawAppraisal,
} from "#features/appraisals/appraisal/commands.ts";
import { mustWrite } from "#features/appraisals/appraisal/locking/commands.ts";
import { appraisalAsked } from "#features/appraisals/appraisal/pages/appraisal-asked.ts";
import { AppraisalFields } from "#features/appraisals/appraisal/parts/appraisal-fields.tsx";
import { peopleToDecide, peopleToWrite } from "#features/appraisals/appraisal/people/queries.ts";
import {
  type AppraisalInside,
  type AppraisalPerson,
  sourcesNotSought,
} from "#features/appraisals/appraisal/queries.ts";
import { Checks, Select, TextArea, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";

type Page = Context<Environment>;

/** What is done with an appraisal as a whole: what it is about, who writes and decides, and the steps of its life. */
export const appraisalFormPages = pages("signedIn")
  .form("/metodbedomning/:slug/andra", {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await appraisalAsked(c);
      mustWrite(c.var.actor, inside);
      const { title, version } = inside.appraisal;
      return drawAbout(c, filled, inside, {
        heading: t("appraisal.change"),
        hidden: { version: String(version) },
        children: (
          <>
            <TextField t={t} filled={filled} name="title" required label={t("appraisal.title")} value={title} />
            <AppraisalFields t={t} filled={filled} before={inside.appraisal} />
          </>
        ),
      });
    },
    async send(c, filled) {
      const slug = c.req.param("slug") ?? "";
      await changeAppraisal(c.var.db, c.var.actor, c.var.now, slug, checkedForm(AppraisalChange, filled));
      return c.redirect(`/metodbedomning/${slug}?klart=andrad`, 303);
    },
  })
  .form("/metodbedomning/:slug/vilka", {
    async draw(c, filled) {
      const { t, db, now } = c.var;
      const inside = await keptAppraisal(c);
      const { organisationId } = inside.appraisal;
      const today = dateIn(now());
      const [writers, deciders] = await Promise.all([
        peopleToWrite(db, organisationId, today),
        peopleToDecide(db, organisationId, today),
      ]);
      const begun = c.req.query("klart") === "paborjad";
      return drawAbout(c, filled, inside, {
        heading: t("appraisal.people"),
        lead: t("appraisal.people_lead"),
        before: begun ? <Notice t={t} tone="done" heading={t("appraisal.done.paborjad")} /> : null,
        children: (
          <>
            <Checks
              t={t}
              filled={filled}
              name="authors"
              required
              label={t("appraisal.authors_field")}
              options={optionsOf([...inside.authors, ...writers])}
              value={inside.authors.map(({ id }) => id)}
            />
            <TextField
              t={t}
              filled={filled}
              name="email"
              type="email"
              label={t("appraisal.author_email")}
              help={t("appraisal.author_email_help")}
            />
            <Select
              t={t}
              filled={filled}
              name="deciderId"
              label={t("appraisal.decider_field")}
              help={t("appraisal.decider_help")}
              options={optionsOf([...deciders, ...(inside.decider ? [inside.decider] : [])])}
              value={inside.decider?.id ?? onlyOne(deciders)?.id}
              empty={t("appraisal.nobody_decides")}
            />
          </>
        ),
      });
    },
    async send(c, filled) {
      const slug = c.req.param("slug") ?? "";
      await setAppraisalPeople(c.var.db, c.var.actor, c.var.now, slug, checkedForm(AppraisalPeople, filled));
      return c.redirect(`/metodbedomning/${slug}?klart=vilka`, 303);
    },
  })
  .form("/metodbedomning/:slug/foresla", {
    async draw(c, filled) {
      const { t, db, actor, now } = c.var;
      const inside = await appraisalAsked(c);
      mustWrite(actor, inside);
      const [deciders, unsought] = await Promise.all([
        peopleToDecide(db, inside.appraisal.organisationId, dateIn(now())),
        sourcesNotSought(db, inside.appraisal.id),
      ]);
      const count = unsought.length;
      return drawAbout(c, filled, inside, {
        heading: t("appraisal.propose"),
        lead: t("appraisal.propose_lead"),
        before:
          count > 0 && filled.problems.length === 0 ? (
            <Notice t={t} tone="warn" heading={t("appraisal.source_not_sought", { count })} />
          ) : null,
        press: t("appraisal.propose"),
        children: (
          <Select
            t={t}
            filled={filled}
            name="deciderId"
            required
            label={t("appraisal.decider_field")}
            options={optionsOf([...(inside.decider ? [inside.decider] : []), ...deciders])}
            value={inside.decider?.id ?? onlyOne(deciders)?.id}
          />
        ),
      });
    },
    async send(c, filled) {
      const slug = c.req.param("slug") ?? "";
      await proposeAppraisal(c.var.db, c.var.actor, c.var.now, slug, checkedForm(Proposal, filled));
      return c.redirect(`/metodbedomning/${slug}?klart=foreslagen`, 303);
    },
  })
  .post("/metodbedomning/:slug/ta-tillbaka", async (c) => {
    const slug = c.req.param("slug") ?? "";
    await takeBackAppraisal(c.var.db, c.var.actor, c.var.now, slug);
    return c.redirect(`/metodbedomning/${slug}?klart=tillbaka`, 303);
  })
  .form("/metodbedomning/:slug/skicka-tillbaka", {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await appraisalAsked(c);
      if (!inside.can.decide) throw new Refusal("forbidden", "appraisal.not_yours_to_decide");
      mustFit("sendBack", inside);
      return drawAbout(c, filled, inside, {
        heading: t("appraisal.send_back"),
        lead: t("appraisal.send_back_lead"),
        press: t("appraisal.send_back"),
        children: <Text c={c} filled={filled} name="text" label={t("appraisal.asked")} limit={longest.asked} />,
      });
    },
    async send(c, filled) {
      const slug = c.req.param("slug") ?? "";
      await sendBackAppraisal(c.var.db, c.var.actor, c.var.now, slug, checkedForm(SentBack, filled));
      return c.redirect(`/metodbedomning/${slug}?klart=tillbakaskickad`, 303);
    },
  })
  .form("/metodbedomning/:slug/dra-tillbaka", {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await keptAppraisal(c);
      mustFit("withdraw", inside);
      return drawAbout(c, filled, inside, {
        heading: t("appraisal.withdraw"),
        lead: t("appraisal.withdraw_lead"),
        press: t("appraisal.withdraw"),
        danger: true,
        children: (
          <Text c={c} filled={filled} name="reason" label={t("appraisal.withdraw_reason")} limit={longest.reason} />
        ),
      });
    },
    async send(c, filled) {
      const slug = c.req.param("slug") ?? "";
      await withdrawAppraisal(c.var.db, c.var.actor, c.var.now, slug, checkedForm(Withdrawal, filled));
      return c.redirect(`/metodbedomning/${slug}?klart=dragen`, 303);
    },
  })
  .form("/metodbedomning/:slug/igen", {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await keptAppraisal(c);
      mustFit("weighAgain", inside);
      return drawAbout(c, filled, inside, {
        heading: t("appraisal.weigh_again"),
        lead: t("appraisal.weigh_again_lead"),
        press: t("appraisal.weigh_again"),
        children: null,
      });
    },
    async send(c) {
      const slug = c.req.param("slug") ?? "";
      await weighAgain(c.var.db, c.var.actor, c.var.now, slug);
      return c.redirect(`/metodbedomning/${slug}?klart=igen`, 303);
    },
  });

type Drawn = {
  readonly heading: string;
  readonly lead?: string;
  readonly before?: Child;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly press?: string;
  readonly danger?: boolean;
  readonly children: Child;
};

function drawAbout(c: Page, filled: Filled, { appraisal }: AppraisalInside, { press, children, ...drawn }: Drawn) {
  const { t } = c.var;
  const address = `/metodbedomning/${appraisal.slug}`;
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={address}>{appraisal.title}</a>}
      press={press ?? t("appraisal.save")}
      back={address}
      {...drawn}
    >
      {children}
    </FormPage>,
    { title: `${drawn.heading}: ${appraisal.title}`, current: "/metoder" },
  );
}

type TextProps = { c: Page; filled: Filled; name: string; label: string; limit: number };

function Text({ c, ...field }: TextProps) {
  const { t } = c.var;
  return <TextArea t={t} {...field} required help={t("appraisal.no_clients")} rows={4} />;
}

async function keptAppraisal(c: Page): Promise<AppraisalInside> {
  const inside = await appraisalAsked(c);
  if (!inside.can.keep) throw new Refusal("forbidden", "appraisal.not_yours_to_keep");
  return inside;
}

function mustFit(step: Parameters<typeof isPossible>[0], { appraisal }: AppraisalInside): void {
  if (!isPossible(step, appraisal.state)) throw new Refusal("conflict", "appraisal.step_not_possible");
}

/** Each once, in the order they come. */
function optionsOf(people: readonly AppraisalPerson[]) {
  return [...new Map(people.map(({ id, name }) => [id, { value: id, label: name }])).values()];
}

function onlyOne(people: readonly AppraisalPerson[]): AppraisalPerson | undefined {
  return people.length === 1 ? people[0] : undefined;
}
