import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import { outsideOf } from "#platform/outside/ask-outside.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, emptyForm, type Filled } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { bringInFile, bringInOne } from "#features/knowledge/filling/candidate/commands.ts";
import { PastedAddress, WrittenReference } from "#features/knowledge/filling/filling-words.ts";
import type { PartOfReference } from "#features/knowledge/filling/filling.ts";
import { lookingUp } from "#features/knowledge/filling/looking-up.ts";
import { lookedUp, referencesIn } from "#features/knowledge/filling/looking-up/queries.ts";
import { mustFillSomewhere } from "#features/knowledge/filling/pages/filling-asked.ts";
import { TitlePageFields } from "#features/knowledge/filling/parts/title-page-fields.tsx";
import { organisationsWith, withOrganisation } from "#features/knowledge/item/pages/keeper.ts";
import { OrganisationField } from "#features/knowledge/item/parts/organisation-field.tsx";
import { dot } from "#ui/dot.ts";
import { FileField, OneOfSeveral, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";

type Page = Context<Environment>;

/** Bringing knowledge in: a pasted address or DOI is read and a file is taken in; what cannot be read is filled in by hand. */
export const bringInPages = pages("signedIn")
  .form("/hamta", {
    async draw(c, filled) {
      mustFillSomewhere(c);
      const { t } = c.var;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          files
          kicker={<a href="/kunskap">{t("filling.to_base")}</a>}
          heading={t("filling.bring_in")}
          lead={t("filling.bring_in_lead")}
          before={<Ways c={c} />}
          press={t("filling.read")}
          back="/kunskap"
        >
          {await organisationField(c, filled)}
          <OneOfSeveral>
            <TextField
              t={t}
              filled={filled}
              name="address"
              label={t("filling.address")}
              help={t("filling.address_help")}
              value={c.req.query("adress")?.slice(0, 2_000)}
            />
            <FileField
              t={t}
              filled={filled}
              name="file"
              label={t("filling.file")}
              help={t("filling.file_help")}
              accept=".ris,.json,.txt,application/x-research-info-systems,application/json"
            />
          </OneOfSeveral>
        </FormPage>,
        { title: t("filling.bring_in"), current: "/kunskap" },
      );
    },
    async send(c, filled) {
      mustFillSomewhere(c);
      const { file } = filled.files;
      const withIt = await withOrganisation(c, filled);
      return file ? sendFile(c, withIt, file) : sendAddress(c, withIt, filled);
    },
  })
  .form("/hamta/for-hand", {
    async draw(c, filled) {
      mustFillSomewhere(c);
      return drawByHand(c, filled);
    },
    async send(c, filled) {
      mustFillSomewhere(c);
      const { db, actor, now } = c.var;
      const { organisationId, ...reference } = checkedForm(WrittenReference, await withOrganisation(c, filled));
      const found = { reference: { ...reference, abstract: null }, citation: null };
      const { id, isKnown } = await bringInOne(db, actor, now, organisationId, found);
      return c.redirect(`/hamtat/${id}?klart=${isKnown ? "fanns" : "ifylld"}`, 303);
    },
  });

async function sendFile(c: Page, { values }: Filled, file: File) {
  const { db, actor, now } = c.var;
  const { organisationId } = checkedForm(PastedAddress, { ...emptyForm, values: { ...values, address: "-" } });
  const read = await referencesIn(new Uint8Array(await file.arrayBuffer()));
  if (!read) throw atFile("filling.not_a_reference_file");
  if (read.references.length === 0) throw atFile("filling.no_references");
  const { brought, known } = await bringInFile(db, actor, now, organisationId, read);
  const [only] = brought.length === 1 && known === 0 && read.untitled.length === 0 ? brought : [];
  const told = new URLSearchParams({
    klart: "filen",
    nya: String(brought.length),
    fanns: String(known),
    utan: read.untitled.slice(0, 20).join("-"),
    rader: read.brokenLines.slice(0, 20).join("-"),
    ...(read.isCut ? { kapad: "1" } : {}),
  });
  return c.redirect(
    only && read.brokenLines.length === 0 ? `/hamtat/${only}?klart=inlast` : `/hamtat?${told.toString()}`,
    303,
  );
}

/** Asks the address before anything is changed. What does not answer is filled in by hand, with all that was typed. */
async function sendAddress(c: Page, { values }: Filled, typed: Filled) {
  const { db, actor, now, config, t, limits } = c.var;
  if (String(values["address"] ?? "").trim() === "")
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "address", code: "filling.address_or_file" },
    ]);
  const { organisationId, address } = checkedForm(PastedAddress, { ...emptyForm, values });
  await limits.count(lookingUp, { address: networkAddress(c), target: actor.personId ?? "" });
  const read = await lookedUp(address, { outside: outsideOf(config) });
  if (read.found) {
    const { id, isKnown } = await bringInOne(db, actor, now, organisationId, read.found);
    return c.redirect(`/hamtat/${id}?klart=${isKnown ? "fanns" : "inlast"}`, 303);
  }
  if (read.problem === "not_an_address")
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "address", code: "filling.problem.not_an_address" },
    ]);
  c.status(422);
  const said = { ...emptyForm, values: { organisation: typed.values["organisation"] ?? "" } };
  return drawByHand(c, said, {
    known: read.known,
    notice: (
      <Notice t={t} tone="warn" heading={t("filling.problem_heading")}>
        <p>{t(`filling.problem.${read.problem}`)}</p>
      </Notice>
    ),
  });
}

async function drawByHand(
  c: Page,
  filled: Filled,
  { known, notice }: { known?: PartOfReference | undefined; notice?: Child } = {},
) {
  const { t } = c.var;
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      action="/hamta/for-hand"
      kicker={<a href="/hamta">{t("filling.bring_in")}</a>}
      heading={t("filling.by_hand")}
      lead={t("filling.by_hand_lead")}
      before={
        <>
          {notice}
          <p class="muted">{t("filling.no_clients")}</p>
        </>
      }
      press={t("filling.save_by_hand")}
      back="/hamta"
    >
      {await organisationField(c, filled)}
      <TitlePageFields t={t} filled={filled} known={known} />
    </FormPage>,
    { title: t("filling.by_hand"), current: "/kunskap" },
  );
}

async function organisationField(c: Page, filled: Filled) {
  return (
    <OrganisationField
      t={c.var.t}
      filled={filled}
      label={c.var.t("filling.for_organisation")}
      organisations={await organisationsWith(c, ["knowledge:write", "knowledge:publish"])}
    />
  );
}

function Ways({ c }: { c: Page }) {
  const { t } = c.var;
  return (
    <p>
      <a href="/hamta/for-hand">{t("filling.by_hand_instead")}</a>
      {dot}
      <a href="/hamtat">{t("filling.to_list")}</a>
      {dot}
      <a href="/hamta/kallor">{t("filling.to_sources")}</a>
    </p>
  );
}

function atFile(code: "filling.not_a_reference_file" | "filling.no_references"): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "file", code }]);
}
