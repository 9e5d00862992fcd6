import { nameInPlace } from "#features/organisations/organisation-name.ts";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { mayKeepChecklists } from "#features/workshops/checklist/checklist-policy.ts";
import { ChecklistChange, ChecklistCopy, longest, NewChecklist } from "#features/workshops/checklist/checklist-wish.ts";
import { changeChecklist, copyChecklist, makeChecklist } from "#features/workshops/checklist/commands.ts";
import { checklistsOfWorkshop } from "#features/workshops/checklist/inside/queries.ts";
import { checklistAsked, checklistToKeep } from "#features/workshops/checklist/pages/checklist-asked.ts";
import { checklistKeepers, withKeeper } from "#features/workshops/checklist/pages/keeper.ts";
import { workshopToLead } from "#features/workshops/merging/pages/workshop-asked.ts";
import { mergingOf } from "#features/workshops/merging/queries.ts";
import { Select, TextArea, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";

type AboutProps = { t: Translate; filled: Filled; before: { readonly title: string; readonly purpose: string | null } };

function AboutFields({ t, filled, before }: AboutProps) {
  return (
    <>
      <TextField t={t} filled={filled} name="title" label={t("checklist.field.title")} value={before.title} required />
      <TextArea
        t={t}
        filled={filled}
        name="purpose"
        label={t("checklist.field.purpose")}
        value={before.purpose}
        rows={3}
        limit={longest.purpose}
      />
    </>
  );
}

/** Making a checklist of a workshop, copying one to adapt, and changing what one says of itself. */
export const checklistFormPages = pages("signedIn")
  .form("/workshop/:slug/checklista", {
    async draw(c, filled) {
      const { t, db, actor } = c.var;
      const { workshop } = await workshopToLead(c);
      if (!mayKeepChecklists(actor, workshop.organisationId)) throw new Refusal("forbidden", "checklist.not_yours");
      const [{ questions, waiting }, earlier] = await Promise.all([
        mergingOf(db, workshop.id),
        checklistsOfWorkshop(db, actor, workshop.id),
      ]);
      const back = `/workshop/${workshop.slug}/sla-ihop`;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={back}>{workshop.title}</a>}
          heading={t("checklist.make")}
          lead={t("checklist.make_lead", { count: questions.length })}
          before={
            <>
              {waiting.length > 0 ? (
                <Notice t={t} tone="warn" heading={t("checklist.still_waiting", { count: waiting.length })} />
              ) : null}
              {earlier.map(({ slug, title }) => (
                <p>
                  {t("checklist.made_already")} <a href={`/checklista/${slug}`}>{title}</a>
                </p>
              ))}
            </>
          }
          press={t("checklist.make")}
          back={back}
        >
          <AboutFields t={t} filled={filled} before={{ title: workshop.title, purpose: null }} />
        </FormPage>,
        { title: t("checklist.make"), current: "/workshoppar" },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { workshop } = await workshopToLead(c);
      const { slug } = await makeChecklist(db, actor, now, workshop.slug, checkedForm(NewChecklist, filled));
      return c.redirect(`/checklista/${slug}/utkast?klart=gjord`, 303);
    },
  })
  .form("/checklista/:slug/kopiera", {
    async draw(c, filled) {
      const { t } = c.var;
      const { checklist, can } = await checklistAsked(c);
      if (!can.copy) throw new Refusal("forbidden", "checklist.not_yours_there");
      const keepers = await checklistKeepers(c);
      const [only] = keepers?.length === 1 ? keepers : [];
      const back = `/checklista/${checklist.slug}`;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={back}>{checklist.title}</a>}
          heading={t("checklist.copy")}
          lead={t("checklist.copy_lead")}
          press={t("checklist.copy")}
          back={back}
        >
          {keepers ? (
            <Select
              t={t}
              filled={filled}
              name="keeper"
              required
              label={t("checklist.field.keeper")}
              options={keepers.map(({ id, path }) => ({ value: id, label: nameInPlace(path) }))}
              value={only?.id}
              empty={only ? false : undefined}
            />
          ) : (
            <TextField t={t} filled={filled} name="keeper" required label={t("checklist.field.keeper")} />
          )}
          <TextField
            t={t}
            filled={filled}
            name="title"
            label={t("checklist.field.title")}
            value={checklist.title}
            required
          />
        </FormPage>,
        { title: t("checklist.copy"), current: "/workshoppar" },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { checklist, can } = await checklistAsked(c);
      if (!can.copy) throw new Refusal("forbidden", "checklist.not_yours_there");
      const wish = checkedForm(ChecklistCopy, await withKeeper(c, filled));
      const { slug } = await copyChecklist(db, actor, now, checklist.slug, wish);
      return c.redirect(`/checklista/${slug}/utkast?klart=kopierad`, 303);
    },
  })
  .form("/checklista/:slug/andra", {
    async draw(c, filled) {
      const { t } = c.var;
      const { checklist } = await checklistToKeep(c);
      const back = `/checklista/${checklist.slug}`;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={back}>{checklist.title}</a>}
          heading={t("checklist.change")}
          press={t("checklist.save")}
          back={back}
          hidden={{ version: String(checklist.version) }}
        >
          <AboutFields t={t} filled={filled} before={checklist} />
        </FormPage>,
        { title: t("checklist.change"), current: "/workshoppar" },
      );
    },
    async send(c, filled) {
      const { db, actor } = c.var;
      const { checklist } = await checklistToKeep(c);
      await changeChecklist(db, actor, checklist.slug, checkedForm(ChecklistChange, filled));
      return c.redirect(`/checklista/${checklist.slug}?klart=andrad`, 303);
    },
  });
