import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { appraisalAsked } from "#features/appraisals/appraisal/pages/appraisal-asked.ts";
import { type AppraisalInside, sourcesNotSought } from "#features/appraisals/appraisal/queries.ts";
import {
  closePerspectiveLink,
  hidePerspective,
  openPerspectiveLink,
} from "#features/appraisals/perspective/commands.ts";
import { PerspectivesInShort, PerspectivesPage } from "#features/appraisals/perspective/parts/perspectives-page.tsx";
import { audiences } from "#features/appraisals/perspective/perspective.ts";
import { longest, NewPerspectiveLink } from "#features/appraisals/perspective/perspective-words.ts";
import { perspectivesOf } from "#features/appraisals/perspective/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { Copy } from "#ui/copy.tsx";
import { Choice, DateField, TextArea } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

const addressOf = (c: Page) => `/metodbedomning/${c.req.param("slug") ?? ""}/synpunkter`;
const current = "/metoder";
/** How long a link is open when nobody says anything else. */
const daysOpen = 21;

/** How many have said something, on the page of the appraisal. */
export async function perspectivesOfAppraisal(c: Page, inside: AppraisalInside): Promise<Child> {
  const { t, db } = c.var;
  return <PerspectivesInShort t={t} inside={inside} links={await perspectivesOf(db, inside)} />;
}

/** Asking staff and service users by link, and reading what they say. */
export const perspectivePages = pages("signedIn")
  .get("/metodbedomning/:slug/synpunkter", async (c) => {
    const { t, db, now } = c.var;
    const inside = await appraisalAsked(c);
    const key = `perspective.done.${c.req.query("klart") ?? ""}`;
    const done = t.knows(key) ? t(key) : undefined;
    const [links, unsought] = await Promise.all([
      perspectivesOf(db, inside),
      sourcesNotSought(db, inside.appraisal.id),
    ]);
    const all = { t, inside, links, isSought: !unsought.includes("serviceUsers"), today: dateIn(now()), done };
    return c.render(<PerspectivesPage {...all} />, {
      title: `${t("perspective.title")}: ${inside.appraisal.title}`,
      current,
    });
  })
  .form("/metodbedomning/:slug/synpunkter/ny", {
    draw: drawNew,
    async send(c, filled) {
      const { t, db, actor, now, config } = c.var;
      const inside = await appraisalAsked(c);
      const wish = checkedForm(NewPerspectiveLink, filled);
      const { secret } = await openPerspectiveLink(db, actor, now, inside.appraisal.slug, wish);
      const heading = t("perspective.made");
      return c.render(
        <>
          <PageHeading
            kicker={<a href={`/metodbedomning/${inside.appraisal.slug}`}>{inside.appraisal.title}</a>}
            heading={heading}
            lead={t(`perspective.made_lead.${wish.audience}`)}
          />
          <Notice t={t} tone="done" heading={t("perspective.made_once")}>
            <Copy t={t} label={t("perspective.address")} text={`${config.baseUrl}/synpunkt/${secret}`} />
          </Notice>
          <p>
            <LinkButton href={addressOf(c)} quiet>
              {t("perspective.back")}
            </LinkButton>
          </p>
        </>,
        { title: heading, current, secret: true },
      );
    },
  })
  .post("/metodbedomning/:slug/synpunkter/:link/stang", async (c) => {
    const { db, actor, now } = c.var;
    await closePerspectiveLink(db, actor, now, c.req.param("slug") ?? "", c.req.param("link") ?? "");
    return c.redirect(`${addressOf(c)}?klart=stangd`, 303);
  })
  .post("/metodbedomning/:slug/synpunkter/:perspective/dolj", (c) => hide(c, true))
  .post("/metodbedomning/:slug/synpunkter/:perspective/visa", (c) => hide(c, false));

async function hide(c: Page, hidden: boolean) {
  const { db, actor, now } = c.var;
  await hidePerspective(db, actor, now, c.req.param("slug") ?? "", c.req.param("perspective") ?? "", { hidden });
  return c.redirect(`${addressOf(c)}?klart=${hidden ? "dold" : "visas"}`, 303);
}

async function drawNew(c: Page, filled: Filled) {
  const { t, now } = c.var;
  const inside = await appraisalAsked(c);
  const { appraisal, method, can } = inside;
  if (!can.tell) throw new Refusal("forbidden", "perspective.not_yours_to_ask");
  const today = dateIn(now());
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={addressOf(c)}>{appraisal.title}</a>}
      heading={t("perspective.make_link")}
      lead={t("perspective.make_lead")}
      press={t("perspective.make_press")}
      back={addressOf(c)}
    >
      <Choice
        t={t}
        filled={filled}
        name="audience"
        label={t("perspective.audience")}
        options={audiences.map((value) => ({
          value,
          label: t(`perspective.audience.${value}`),
          help: t(`perspective.audience_help.${value}`),
        }))}
        required
      />
      <TextArea
        t={t}
        filled={filled}
        name="question"
        label={t("perspective.question")}
        help={t("perspective.question_help")}
        value={t(appraisal.isInUse ? "perspective.question_in_use" : "perspective.question_start", {
          method: method.name,
        })}
        rows={3}
        limit={longest.question}
        required
      />
      <DateField
        t={t}
        filled={filled}
        name="openUntil"
        label={t("perspective.open_until_field")}
        value={today.add({ days: daysOpen }).toString()}
        min={today.toString()}
        required
      />
    </FormPage>,
    { title: `${t("perspective.make_link")}: ${appraisal.title}`, current },
  );
}
