import type { Translate } from "#kernel/messages.ts";
import { longest } from "#features/knowledge/item/item-words.ts";
import { type ItemKind, type TermKind, termKinds } from "#features/knowledge/item/item.ts";
import { termField } from "#features/knowledge/item/parts/term-field.ts";
import type { ItemTerm, MethodSpokenOf, VersionFacts } from "#features/knowledge/item/queries.ts";
import type { Term } from "#features/knowledge/item/terms/queries.ts";
import { participations } from "#features/appraisals/sources/sources.ts";
import { Details } from "#ui/details.tsx";
import { Checks, DateField, FieldRow, Fieldset, NumberField, Select, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type ItemFieldsProps = {
  t: Translate;
  filled: Filled;
  kind: ItemKind;
  /** The words one chooses among. */
  terms: readonly Term[];
  methodNames: readonly string[];
  before?:
    | (VersionFacts & { readonly terms: readonly ItemTerm[]; readonly methods: readonly MethodSpokenOf[] })
    | undefined;
};

/**
 * What an item says: its title and three questions in plain words first, then where it comes from, who was asked or what was
 * followed, and what it is about. The title is enough to begin with.
 */
export function ItemFields({ t, filled, kind, terms, methodNames, before }: ItemFieldsProps) {
  const text = { t, filled };
  const area = (name: "says" | "holdsFor" | "use" | "body", rows: number) => (
    <TextArea
      {...text}
      name={name}
      label={t(`item_form.${name}`)}
      help={t(`item_form.${name}_help`)}
      value={before?.[name]}
      rows={rows}
      limit={longest[name]}
    />
  );
  return (
    <>
      <TextField {...text} name="title" required label={t("item_form.title")} value={before?.title} />
      <Fieldset legend={t("item_form.in_short")} help={t("item_form.in_short_help")}>
        {area("says", 4)}
        {area("holdsFor", 3)}
        {area("use", 3)}
      </Fieldset>
      {kind === "serviceUsers" ? <Asked {...text} before={before} /> : null}
      {kind === "localFollowUp" ? <Followed {...text} before={before} /> : null}
      <Source {...text} before={before} />
      <Fieldset legend={t("item_form.about")} help={t("item_form.about_help")}>
        {termKinds.map((of) => (
          <TermChoice {...text} of={of} terms={terms} before={before?.terms} />
        ))}
        <TextArea
          {...text}
          name="methods"
          label={t("item_form.methods")}
          help={t("item_form.methods_help", { count: methodNames.length })}
          value={before?.methods.map(({ name }) => name).join("\n")}
          rows={2}
        />
      </Fieldset>
      {area("body", 8)}
    </>
  );
}

type PartProps = { t: Translate; filled: Filled; before?: VersionFacts | undefined };

function Source({ before, ...text }: PartProps) {
  const { t } = text;
  return (
    <Fieldset legend={t("item_form.comes_from")} help={t("item_form.comes_from_help")}>
      <TextArea
        {...text}
        name="authors"
        label={t("item_form.authors")}
        help={t("item_form.authors_help")}
        value={before?.authors.join("\n")}
        rows={2}
      />
      <TextField
        {...text}
        name="source"
        label={t("item_form.source")}
        help={t("item_form.source_help")}
        value={before?.source}
      />
      <FieldRow>
        <NumberField {...text} name="year" label={t("item.year")} value={before?.year} />
        <TextField
          {...text}
          name="licence"
          label={t("item.licence")}
          help={t("item_form.licence_help")}
          value={before?.licence}
          suggestions={["CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0"]}
        />
      </FieldRow>
      <TextField
        {...text}
        name="link"
        type="url"
        label={t("item.link")}
        help={t("item_form.link_help")}
        value={before?.link}
      />
      <DateField
        {...text}
        name="linkCheckedOn"
        label={t("item_form.link_checked_on")}
        value={before?.linkCheckedOn?.toString()}
      />
      <TextField
        {...text}
        name="doi"
        label={t("item.doi")}
        help={t("item_form.doi_help")}
        value={before?.doi}
        width="medium"
      />
      <TextField
        {...text}
        name="attribution"
        label={t("item_form.attribution")}
        help={t("item_form.attribution_help")}
        value={before?.attribution}
      />
    </Fieldset>
  );
}

/** Who was asked, how, and who is missing: without it nobody can tell whose voice it is. (R087) */
function Asked({ before, ...text }: PartProps) {
  const { t } = text;
  const line = (name: "askedWho" | "askedHow" | "missing") => (
    <TextArea
      {...text}
      name={name}
      label={t(`item_form.${name}`)}
      help={t(`item_form.${name}_help`)}
      value={before?.[name]}
      rows={2}
      limit={longest[name]}
    />
  );
  return (
    <Fieldset legend={t("item_form.asked")} help={t("item_form.no_clients")}>
      {line("askedWho")}
      {line("askedHow")}
      <FieldRow>
        <NumberField {...text} name="askedCount" label={t("item_form.askedCount")} value={before?.askedCount} />
        <DateField {...text} name="askedOn" label={t("item_form.askedOn")} value={before?.askedOn?.toString()} />
      </FieldRow>
      {line("missing")}
      <Select
        {...text}
        name="participation"
        label={t("item_form.participation")}
        options={participations.map((each) => ({ value: each, label: t(`source.participation.${each}`) }))}
        value={before?.participation}
        width="medium"
      />
    </Fieldset>
  );
}

function Followed({ before, ...text }: PartProps) {
  const { t } = text;
  return (
    <Fieldset legend={t("item_form.followed")} help={t("item_form.no_clients")}>
      <NumberField {...text} name="followedCount" label={t("item_form.followedCount")} value={before?.followedCount} />
      <FieldRow>
        <DateField
          {...text}
          name="followedFrom"
          label={t("item_form.followedFrom")}
          value={before?.followedFrom?.toString()}
        />
        <DateField
          {...text}
          name="followedTo"
          label={t("item_form.followedTo")}
          value={before?.followedTo?.toString()}
        />
      </FieldRow>
      <TextArea
        {...text}
        name="spread"
        label={t("item_form.spread")}
        help={t("item_form.spread_help")}
        value={before?.spread}
        rows={2}
        limit={longest.spread}
      />
    </Fieldset>
  );
}

type TermChoiceProps = {
  t: Translate;
  filled: Filled;
  of: TermKind;
  terms: readonly Term[];
  before: readonly ItemTerm[] | undefined;
};

function TermChoice({ t, filled, of, terms, before = [] }: TermChoiceProps) {
  const offered = terms.filter(({ kind }) => kind === of);
  // A word that has gone out of use stays on what was about it, until somebody takes it away.
  const gone = before.filter(({ kind, id }) => kind === of && !offered.some((term) => term.id === id));
  const options = [
    ...offered.map(({ id, name, meansName }) => ({
      value: id as string,
      label: meansName ? t("item.local_name", { name, means: meansName }) : name,
    })),
    ...gone.map(({ id, name }) => ({ value: id as string, label: name })),
  ];
  const chosen = before.filter(({ kind }) => kind === of).map(({ id }) => id as string);
  return (
    <Details
      summary={t("item_form.choose_terms", { kind: t(`item.term.${of}`), count: chosen.length })}
      open={chosen.length > 0 || filled.values[termField[of]] !== undefined}
    >
      <Checks
        t={t}
        filled={filled}
        name={termField[of]}
        label={t(`item.term.${of}`)}
        options={options}
        value={chosen}
        inline
      />
    </Details>
  );
}
