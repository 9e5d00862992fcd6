import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import {
  addMethod,
  changeMethod,
  restoreMethod,
  withdrawMethod,
  writeCoreComponents,
} from "#features/appraisals/method/commands.ts";
import {
  CoreComponents,
  longest,
  MethodChange,
  MethodUse,
  MethodWithdrawal,
  mostComponents,
  NewMethod,
} from "#features/appraisals/method/method-words.ts";
import { MethodUseId, phases } from "#features/appraisals/method/method.ts";
import { organisationsToWeighFor, withOrganisation } from "#features/appraisals/method/pages/keeper.ts";
import { methodAsked } from "#features/appraisals/method/pages/method.tsx";
import { MethodFields } from "#features/appraisals/method/parts/method-fields.tsx";
import { OrganisationField } from "#features/appraisals/method/parts/organisation-field.tsx";
import type { MethodFacts, MethodInside } from "#features/appraisals/method/queries.ts";
import { removeMethodUse, sayMethodUse } from "#features/appraisals/method/uses/commands.ts";
import { Choice, DateField, TextArea } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

/** Writing in the register: a method, what is said of it, what its core is, who uses it, and withdrawing it. */
export const methodFormPages = pages("signedIn")
  .form("/metoder/ny", {
    async draw(c, filled) {
      const { t } = c.var;
      mustWeighSomewhere(c);
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          heading={t("method.add")}
          lead={t("method.add_lead")}
          press={t("method.save")}
          back="/metoder"
        >
          <OrganisationField
            t={t}
            filled={filled}
            label={t("method.kept_by_field")}
            organisations={await organisationsToWeighFor(c)}
          />
          <MethodFields t={t} filled={filled} />
        </FormPage>,
        { title: t("method.add"), current: "/metoder" },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      mustWeighSomewhere(c);
      const { slug } = await addMethod(db, actor, now, checkedForm(NewMethod, await withOrganisation(c, filled)));
      return c.redirect(`/metod/${slug}?klart=upplagd`, 303);
    },
  })
  .form("/metod/:slug/andra", {
    async draw(c, filled) {
      const { method } = await methodToChange(c);
      return drawAbout(c, filled, method, {
        heading: c.var.t("method.change"),
        hidden: { version: String(method.version) },
        children: <MethodFields t={c.var.t} filled={filled} before={method} />,
      });
    },
    async send(c, filled) {
      const { method } = await methodToChange(c);
      await changeMethod(c.var.db, c.var.actor, method.slug, checkedForm(MethodChange, filled));
      return c.redirect(`/metod/${method.slug}?klart=andrad`, 303);
    },
  })
  .form("/metod/:slug/karnkomponenter", {
    async draw(c, filled) {
      const { t } = c.var;
      const { method, components } = await methodToChange(c);
      const standing = components.filter(({ endedOn }) => endedOn === null);
      const typed = Object.keys(filled.values).map((name) => Number(/^components\.(\d+)\./u.exec(name)?.[1] ?? -1));
      const rows = Math.min(mostComponents, Math.max(standing.length + 3, ...typed.map((row) => row + 1)));
      return drawAbout(c, filled, method, {
        heading: t("method.write_components"),
        lead: t("method.write_components_lead"),
        hidden: {
          version: String(method.version),
          ...Object.fromEntries(standing.map(({ id }, row) => [`components.${row}.id`, id])),
        },
        children: Array.from({ length: rows }, (_, row) => (
          <TextArea
            t={t}
            filled={filled}
            name={`components.${row}.text`}
            label={t("method.component_numbered", { number: row + 1 })}
            value={standing[row]?.text}
            rows={2}
            limit={longest.component}
          />
        )),
      });
    },
    async send(c, filled) {
      const { method } = await methodToChange(c);
      const words = checkedForm(CoreComponents, withoutEmptyRows(filled));
      await writeCoreComponents(c.var.db, c.var.actor, c.var.now, method.slug, words);
      return c.redirect(`/metod/${method.slug}?klart=komponenter#karnkomponenter`, 303);
    },
  })
  .form("/metod/:slug/anvands", {
    async draw(c, filled) {
      const { t, now } = c.var;
      mustWeighSomewhere(c);
      const { method } = await methodAsked(c);
      return drawAbout(c, filled, method, {
        heading: t("method.say_use"),
        lead: t("method.say_use_lead"),
        children: (
          <>
            <OrganisationField
              t={t}
              filled={filled}
              label={t("method.organisation")}
              organisations={await organisationsToWeighFor(c)}
            />
            <Choice
              t={t}
              filled={filled}
              name="phase"
              required
              label={t("method.phase")}
              options={phases.map((phase) => {
                return { value: phase, label: t(`method.phase.${phase}`), help: t(`method.phase_help.${phase}`) };
              })}
            />
            <DateField
              t={t}
              filled={filled}
              name="fromDay"
              label={t("method.from_day")}
              help={t("method.from_day_help")}
              max={dateIn(now()).toString()}
            />
          </>
        ),
      });
    },
    async send(c, filled) {
      const { method } = await methodAsked(c);
      const words = checkedForm(MethodUse, await withOrganisation(c, filled));
      await sayMethodUse(c.var.db, c.var.actor, c.var.now, method.slug, words);
      return c.redirect(`/metod/${method.slug}?klart=anvands#anvands`, 303);
    },
  })
  .post("/metod/:slug/anvands/:use/ta-bort", async (c) => {
    const slug = c.req.param("slug") ?? "";
    const use = MethodUseId.safeParse(c.req.param("use")).data;
    if (!use) throw new Refusal("not_found", "method.no_such_use");
    await removeMethodUse(c.var.db, c.var.actor, slug, use);
    return c.redirect(`/metod/${slug}?klart=anvands-inte#anvands`, 303);
  })
  .form("/metod/:slug/ta-bort", {
    async draw(c, filled) {
      const { t } = c.var;
      const { method } = await methodToChange(c);
      if (method.withdrawnAt) throw new Refusal("conflict", "method.is_withdrawn");
      return drawAbout(c, filled, method, {
        heading: t("method.withdraw"),
        lead: t("method.withdraw_lead"),
        press: t("method.withdraw"),
        danger: true,
        children: (
          <TextArea
            t={t}
            filled={filled}
            name="reason"
            required
            label={t("method.withdraw_reason")}
            help={t("method.no_clients")}
            rows={3}
            limit={longest.reason}
          />
        ),
      });
    },
    async send(c, filled) {
      const { method } = await methodToChange(c);
      await withdrawMethod(c.var.db, c.var.actor, c.var.now, method.slug, checkedForm(MethodWithdrawal, filled));
      return c.redirect(`/metod/${method.slug}?klart=borttagen`, 303);
    },
  })
  .form("/metod/:slug/ater", {
    async draw(c, filled) {
      const { t } = c.var;
      const { method } = await methodToChange(c);
      if (!method.withdrawnAt) throw new Refusal("conflict", "method.is_not_withdrawn");
      return drawAbout(c, filled, method, {
        heading: t("method.restore"),
        lead: t("method.restore_lead", { reason: method.withdrawnReason ?? "" }),
        press: t("method.restore"),
        children: null,
      });
    },
    async send(c) {
      const { method } = await methodToChange(c);
      await restoreMethod(c.var.db, c.var.actor, method.slug);
      return c.redirect(`/metod/${method.slug}?klart=ater`, 303);
    },
  });

type Drawn = {
  readonly heading: string;
  readonly lead?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly press?: string;
  readonly danger?: boolean;
  readonly children: Child;
};

function drawAbout(c: Page, filled: Filled, { name, slug }: MethodFacts, { press, children, ...drawn }: Drawn) {
  const { t } = c.var;
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={`/metod/${slug}`}>{name}</a>}
      press={press ?? t("method.save")}
      back={`/metod/${slug}`}
      {...drawn}
    >
      {children}
    </FormPage>,
    { title: `${drawn.heading}: ${name}`, current: "/metoder" },
  );
}

async function methodToChange(c: Page): Promise<MethodInside> {
  const inside = await methodAsked(c);
  if (!inside.can.change) throw new Refusal("forbidden", "method.not_yours");
  return inside;
}

function mustWeighSomewhere({ var: { actor } }: Page): void {
  if (!actor.reach.has("appraisals:write")) throw new Refusal("forbidden", "method.not_your_organisation");
}

/** A row without words is no component, also when one stood there before. */
function withoutEmptyRows(filled: Filled): Filled {
  const isWritten = (row: string) => String(filled.values[`components.${row}.text`] ?? "").trim() !== "";
  const values = Object.entries(filled.values).filter(([name]) => {
    const row = /^components\.(\d+)\./u.exec(name)?.[1];
    return row === undefined || isWritten(row);
  });
  return { ...filled, values: Object.fromEntries(values) };
}
