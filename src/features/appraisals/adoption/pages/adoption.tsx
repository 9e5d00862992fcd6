import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { longestQuestion, TakeOver } from "#features/appraisals/adoption/adoption-words.ts";
import { takeOverAppraisal } from "#features/appraisals/adoption/commands.ts";
import { differenceOf } from "#features/appraisals/adoption/difference/queries.ts";
import { OriginPart, TakingOverPart } from "#features/appraisals/adoption/parts/adoption-parts.tsx";
import { DifferencePage } from "#features/appraisals/adoption/parts/difference-page.tsx";
import { originOf, takenOverBy } from "#features/appraisals/adoption/queries.ts";
import { appraisalAsked } from "#features/appraisals/appraisal/pages/appraisal-asked.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { organisationsReached } from "#features/organisations/queries.ts";
import { Checkbox, Select, TextArea } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

const current = "/metoder";

/** Where it was taken from, first on the page of an appraisal. */
export async function originOfAppraisal(c: Page, inside: AppraisalInside): Promise<Child> {
  const { t, db, actor } = c.var;
  const origin = await originOf(db, actor, inside);
  return origin ? <OriginPart t={t} inside={inside} origin={origin} /> : null;
}

/** Who has taken it over, last on the page of an appraisal. */
export async function takingOverOfAppraisal(c: Page, inside: AppraisalInside): Promise<Child> {
  const { t, db, actor } = c.var;
  const taken = await takenOverBy(db, actor, inside);
  const mayTake = inside.appraisal.state === "decided" && (await placesToTakeTo(c, inside)).length > 0;
  return <TakingOverPart t={t} inside={inside} mayTake={mayTake} taken={taken} />;
}

/** Taking over another organisation's appraisal, and seeing what differs from it. (R135) */
export const adoptionPages = pages("signedIn")
  .form("/metodbedomning/:slug/ta-over", {
    draw: drawTakeOver,
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const taken = await takeOverAppraisal(db, actor, now, c.req.param("slug") ?? "", checkedForm(TakeOver, filled));
      return c.redirect(`/metodbedomning/${taken.slug}?klart=paborjad`, 303);
    },
  })
  .get("/metodbedomning/:slug/jamfor", async (c) => {
    const { t, db, actor, now } = c.var;
    const inside = await appraisalAsked(c);
    const difference = await differenceOf(db, actor, inside, dateIn(now()));
    if (!difference) throw new Refusal("not_found", "adoption.nothing_to_compare");
    return c.render(<DifferencePage t={t} inside={inside} difference={difference} />, {
      title: `${t("adoption.difference")}: ${inside.appraisal.title}`,
      current,
    });
  });

/** The organisations one weighs methods for, save the one whose appraisal it is. */
async function placesToTakeTo(c: Page, { appraisal }: AppraisalInside) {
  const reached = await organisationsReached(c.var.db, c.var.actor, "appraisals:write");
  return reached.filter(({ id }) => id !== appraisal.organisationId);
}

async function drawTakeOver(c: Page, filled: Filled) {
  const { t } = c.var;
  const inside = await appraisalAsked(c);
  const { appraisal } = inside;
  const back = `/metodbedomning/${appraisal.slug}`;
  if (appraisal.state !== "decided") throw new Refusal("conflict", "adoption.not_decided");
  const places = await placesToTakeTo(c, inside);
  if (places.length === 0) throw new Refusal("forbidden", "appraisal.not_your_organisation");
  const only = places.length === 1 ? places[0]?.id : undefined;
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={back}>{appraisal.title}</a>}
      heading={t("adoption.take")}
      lead={t("adoption.take_lead", { organisation: appraisal.organisation })}
      press={t("adoption.press")}
      back={back}
    >
      <Select
        t={t}
        filled={filled}
        name="organisationId"
        label={t("adoption.for_whom")}
        options={places.map(({ id, path }) => ({ value: id, label: path.join(" › ") }))}
        value={only}
        required
      />
      <TextArea
        t={t}
        filled={filled}
        name="question"
        label={t("adoption.about")}
        help={t("adoption.about_help")}
        value={appraisal.question}
        rows={3}
        limit={longestQuestion}
      />
      <Checkbox t={t} filled={filled} name="isInUse" label={t("adoption.in_use")} />
    </FormPage>,
    { title: `${t("adoption.take")}: ${appraisal.title}`, current },
  );
}
