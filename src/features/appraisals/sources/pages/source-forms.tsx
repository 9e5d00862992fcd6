import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { standings } from "#features/appraisals/appraisal/appraisal.ts";
import { addReference, saySource, weighSources } from "#features/appraisals/sources/commands.ts";
import { drawSourceForm } from "#features/appraisals/sources/pages/source-form.tsx";
import { sourceToWrite } from "#features/appraisals/sources/pages/sources.tsx";
import { sourceAddress } from "#features/appraisals/sources/parts/source-sayings.ts";
import { ReferenceWish, SourceWish, WeighingWish } from "#features/appraisals/sources/source-words.ts";
import { voices } from "#features/appraisals/sources/sources.ts";
import { Choice, DateField, NumberField, TextArea, TextField } from "#ui/fields.tsx";

/** How it is with a source, what it rests on, and how the three are weighed: asked with all three under the form. */
export const sourceFormPages = pages("signedIn")
  .form("/metodbedomning/:slug/kallor/:source/laget", {
    async draw(c, filled) {
      const { t } = c.var;
      const asked = await sourceToWrite(c);
      const { source } = asked;
      return drawSourceForm(
        c,
        filled,
        asked,
        { heading: t("source.change"), lead: t("source.change_lead"), version: source.version },
        <>
          <Choice
            t={t}
            filled={filled}
            name="standing"
            label={t("source.standing")}
            help={t("source.standing_help")}
            value={source.standing}
            required
            options={standings.map((value) => ({ value, label: t(`source.standing.${value}`) }))}
          />
          <TextArea
            t={t}
            filled={filled}
            name="summary"
            label={t("source.summary")}
            help={t("source.summary_help", { no_clients: t("source.no_clients") })}
            value={source.summary}
            limit={2_000}
            rows={4}
          />
          <Choice
            t={t}
            filled={filled}
            name="speaks"
            label={t("source.voice")}
            help={t("source.voice_help")}
            value={source.speaks ?? ""}
            options={[
              ...voices.map((value) => ({ value: value as string, label: t(`source.voice.${value}`) })),
              { value: "", label: t("source.voice_short.unsaid") },
            ]}
          />
          <TextArea
            t={t}
            filled={filled}
            name="soughtWhere"
            label={t("source.sought_where")}
            help={t(`source.sought_where_help.${source.source}`)}
            value={source.soughtWhere}
            rows={2}
          />
          <DateField
            t={t}
            filled={filled}
            name="soughtOn"
            label={t("source.sought_on")}
            value={source.soughtOn?.toString()}
          />
        </>,
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { inside, source, address } = await sourceToWrite(c);
      await saySource(db, actor, now, inside.appraisal.slug, source.source, checkedForm(SourceWish, filled));
      return c.redirect(`${address}?klart=laget`, 303);
    },
  })
  .form("/metodbedomning/:slug/kallor/:source/referenser/ny", {
    async draw(c, filled) {
      const { t } = c.var;
      const asked = await sourceToWrite(c);
      return drawSourceForm(
        c,
        filled,
        asked,
        { heading: t("source.reference_add"), lead: t("source.reference_add_lead") },
        <>
          <TextField
            t={t}
            filled={filled}
            name="title"
            label={t("source.reference_title")}
            help={t("source.no_clients")}
            required
          />
          <NumberField t={t} filled={filled} name="year" label={t("source.reference_year")} />
          <TextField t={t} filled={filled} name="link" type="url" label={t("source.reference_link")} />
        </>,
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { inside, source, address } = await sourceToWrite(c);
      await addReference(db, actor, now, inside.appraisal.slug, source.source, checkedForm(ReferenceWish, filled));
      return c.redirect(`${address}?klart=referens#referenser`, 303);
    },
  })
  .form("/metodbedomning/:slug/vagning", {
    async draw(c, filled) {
      const { t } = c.var;
      const asked = await sourceToWrite(c, sourceAddress.research);
      const { sources, inside } = asked;
      const { disagreement, outweighing, outweighingMotive, version } = inside.appraisal;
      return drawSourceForm(
        c,
        filled,
        asked,
        { heading: t("source.weighing_change"), lead: t("source.weighing_lead"), version, isOfAll: true },
        <>
          <TextArea
            t={t}
            filled={filled}
            name="disagreement"
            label={t("source.disagreement")}
            help={t("source.no_clients")}
            value={disagreement}
            limit={2_000}
            rows={4}
          />
          <Choice
            t={t}
            filled={filled}
            name="outweighing"
            label={t("source.outweighing")}
            value={outweighing ?? ""}
            options={[
              { value: "", label: t("source.outweighing_none") },
              ...sources.map(({ source }) => ({ value: source as string, label: t(`source.${source}`) })),
            ]}
          />
          <TextArea
            t={t}
            filled={filled}
            name="motive"
            label={t("source.motive")}
            help={t("source.motive_help")}
            value={outweighingMotive}
            limit={2_000}
            rows={3}
          />
        </>,
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { inside, appraisalAddress } = await sourceToWrite(c, sourceAddress.research);
      await weighSources(db, actor, now, inside.appraisal.slug, checkedForm(WeighingWish, filled));
      return c.redirect(`${appraisalAddress}?klart=vagning#vagning`, 303);
    },
  });
