import { Refusal } from "#kernel/refusal.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { NewAppraisal } from "#features/appraisals/appraisal/appraisal-words.ts";
import { beginAppraisal } from "#features/appraisals/appraisal/commands.ts";
import { AppraisalFields } from "#features/appraisals/appraisal/parts/appraisal-fields.tsx";
import { organisationsToWeighFor, withOrganisation } from "#features/appraisals/method/pages/keeper.ts";
import { OrganisationField } from "#features/appraisals/method/parts/organisation-field.tsx";
import { methodsToWeigh } from "#features/appraisals/method/register/queries.ts";
import { publishedChecklists } from "#features/workshops/checklist/queries.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

/** Beginning to weigh a method for a unit. Who writes and who decides is asked on the page after it, where they are known. */
export const beginAppraisalPages = pages("signedIn").form("/metodbedomningar/ny", {
  async draw(c, filled) {
    const { t, db, actor } = c.var;
    mustWeighSomewhere(actor.reach.has("appraisals:write"));
    const [methods, checklists, organisations] = await Promise.all([
      methodsToWeigh(db),
      publishedChecklists(db),
      organisationsToWeighFor(c),
    ]);
    const asked = c.req.query("metod");
    const chosen = methods.find(({ slug }) => slug === asked);
    const frame = { title: t("appraisal.begin"), current: "/metoder" };
    if (methods.length === 0 || checklists.length === 0)
      return c.render(
        <>
          <PageHeading heading={t("appraisal.begin")} />
          {methods.length === 0 ? (
            <EmptyState heading={t("appraisal.no_method_yet")} action={<a href="/metoder/ny">{t("method.add")}</a>}>
              {t("appraisal.no_method_yet_text")}
            </EmptyState>
          ) : (
            <EmptyState
              heading={t("appraisal.no_checklist_yet")}
              action={<a href="/checklistor">{t("method.to_checklists")}</a>}
            >
              {t("appraisal.no_checklist_yet_text")}
            </EmptyState>
          )}
        </>,
        frame,
      );
    const [first] = checklists;
    return c.render(
      <FormPage
        t={t}
        filled={filled}
        heading={t("appraisal.begin")}
        lead={t("appraisal.begin_lead")}
        press={t("appraisal.begin_press")}
        back={chosen ? `/metod/${chosen.slug}` : "/metodbedomningar"}
      >
        <Select
          t={t}
          filled={filled}
          name="methodId"
          required
          label={t("appraisal.method")}
          help={
            <>
              {t("appraisal.method_help")} <a href="/metoder/ny">{t("method.add")}</a>
            </>
          }
          options={methods.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen?.id}
        />
        <OrganisationField
          t={t}
          filled={filled}
          label={t("appraisal.organisation_field")}
          organisations={organisations}
        />
        <Select
          t={t}
          filled={filled}
          name="checklistVersionId"
          required
          label={t("appraisal.checklist")}
          help={t("appraisal.checklist_help")}
          options={checklists.map(({ versionId, title, versionNo, organisation, questions }) => ({
            value: versionId,
            label: organisation
              ? t("appraisal.checklist_of", { title, version: versionNo, organisation, count: questions })
              : t("appraisal.checklist_own", { title, version: versionNo, count: questions }),
          }))}
          value={first?.versionId}
          empty={false}
        />
        <AppraisalFields t={t} filled={filled} />
      </FormPage>,
      frame,
    );
  },
  async send(c, filled) {
    const { db, actor, now } = c.var;
    mustWeighSomewhere(actor.reach.has("appraisals:write"));
    const words = checkedForm(NewAppraisal, await withOrganisation(c, filled));
    const { slug } = await beginAppraisal(db, actor, now, words);
    return c.redirect(`/metodbedomning/${slug}/vilka?klart=paborjad`, 303);
  },
});

function mustWeighSomewhere(weighs: boolean): void {
  if (!weighs) throw new Refusal("forbidden", "appraisal.not_your_organisation");
}
