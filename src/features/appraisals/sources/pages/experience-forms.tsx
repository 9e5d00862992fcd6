import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { perspectivesOf } from "#features/appraisals/perspective/queries.ts";
import { writeConsultation } from "#features/appraisals/sources/commands.ts";
import { judgeExperience } from "#features/appraisals/sources/judging/commands.ts";
import { drawSourceForm } from "#features/appraisals/sources/pages/source-form.tsx";
import { sourceToWrite } from "#features/appraisals/sources/pages/sources.tsx";
import { concernOf, sourceAddress } from "#features/appraisals/sources/parts/source-sayings.ts";
import { ConsultationWish, ExperienceWish } from "#features/appraisals/sources/source-words.ts";
import { type ConsultationFacts, criteria, participations } from "#features/appraisals/sources/sources.ts";
import { Choice, DateField, NumberField, OneOfSeveral, TextArea, TextField } from "#ui/fields.tsx";

type Page = Context<Environment>;

const scores = [0, 1, 2, 3] as const;

/** What those who work know, criterion by criterion, and when service users were asked. */
export const experiencePages = pages("signedIn")
  .form("/metodbedomning/:slug/kallor/professionen/kriterier", {
    async draw(c, filled) {
      const { t } = c.var;
      const asked = await sourceToWrite(c, sourceAddress.profession);
      const [, { profile, version }] = asked.sources;
      const labels = Object.fromEntries(
        criteria.flatMap((criterion) => [
          [`${criterion}.score`, t(`source.criterion.${criterion}`)],
          [`${criterion}.evidence`, t(`source.criterion.${criterion}`)],
        ]),
      );
      return drawSourceForm(
        c,
        filled,
        asked,
        { heading: t("source.profile_change"), lead: t("source.profile_lead"), version, labels },
        <>
          <p>{t("source.no_clients")}</p>
          {profile.map(({ criterion, score, evidence }) => (
            <OneOfSeveral legend={t(`source.criterion.${criterion}`)}>
              <Choice
                t={t}
                filled={filled}
                name={`${criterion}.score`}
                label={t("source.score")}
                help={t(`source.criterion_help.${criterion}`)}
                value={score === null ? "" : String(score)}
                inline
                options={[
                  ...scores.map((each) => ({ value: String(each), label: t(`source.score.${concernOf(each)}`) })),
                  { value: "", label: t("source.score.unsaid") },
                ]}
              />
              <TextArea
                t={t}
                filled={filled}
                name={`${criterion}.evidence`}
                label={t("source.evidence")}
                help={t("source.evidence_help")}
                value={evidence}
                rows={2}
              />
            </OneOfSeveral>
          ))}
        </>,
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { inside, address } = await sourceToWrite(c, sourceAddress.profession);
      await judgeExperience(db, actor, now, inside.appraisal.slug, checkedForm(ExperienceWish, filled));
      return c.redirect(`${address}?klart=kriterier#kriterier`, 303);
    },
  })
  .form("/metodbedomning/:slug/kallor/brukarna/fragor/ny", {
    draw: async (c, filled) => drawConsultation(c, filled, await askedByLink(c)),
    send: (c, filled) => sendConsultation(c, filled),
  })
  .form("/metodbedomning/:slug/kallor/brukarna/fragor/:consultation", {
    draw: async (c, filled) => drawConsultation(c, filled, await consultationAsked(c), true),
    send: async (c, filled) => sendConsultation(c, filled, await consultationAsked(c)),
  });

async function consultationAsked(c: Page): Promise<ConsultationFacts> {
  const { sources } = await sourceToWrite(c, sourceAddress.serviceUsers);
  const [, , { consultations }] = sources;
  const found = consultations.find(({ id }) => id === c.req.param("consultation"));
  if (!found) throw new Refusal("not_found", "source.no_such_consultation");
  return found;
}

/** What is known of a time when service users were asked by a link: nobody writes again what stands there already. */
async function askedByLink(c: Page): Promise<Partial<ConsultationFacts>> {
  const { t, db } = c.var;
  const { inside } = await sourceToWrite(c, sourceAddress.serviceUsers);
  const links = c.req.query("lank") ? await perspectivesOf(db, inside) : [];
  const link = links.find(({ id, audience }) => id === c.req.query("lank") && audience === "serviceUsers");
  if (!link) return {};
  const { question, said } = link;
  return {
    who: t("perspective.audience.serviceUsers"),
    how: t("source.how_by_link", { question }).slice(0, 500),
    howMany: said,
    participation: "consultation",
  };
}

async function drawConsultation(c: Page, filled: Filled, before: Partial<ConsultationFacts>, isWritten = false) {
  const { t } = c.var;
  const asked = await sourceToWrite(c, sourceAddress.serviceUsers);
  const heading = t(isWritten ? "source.consultation_change" : "source.consultation_add");
  return drawSourceForm(
    c,
    filled,
    asked,
    { heading, lead: t("source.consultation_add_lead") },
    <>
      <TextField
        t={t}
        filled={filled}
        name="who"
        label={t("source.who")}
        help={t("source.who_help")}
        value={before.who}
        required
      />
      <TextField
        t={t}
        filled={filled}
        name="how"
        label={t("source.how")}
        help={t("source.how_help")}
        value={before.how}
        required
      />
      <NumberField t={t} filled={filled} name="howMany" label={t("source.how_many")} value={before.howMany} />
      <DateField t={t} filled={filled} name="askedOn" label={t("source.asked_on")} value={before.askedOn?.toString()} />
      <TextArea
        t={t}
        filled={filled}
        name="said"
        label={t("source.said")}
        help={t("source.no_clients")}
        value={before.said}
        limit={4_000}
      />
      <TextField
        t={t}
        filled={filled}
        name="missing"
        label={t("source.missing")}
        help={t("source.missing_help")}
        value={before.missing}
      />
      <Choice
        t={t}
        filled={filled}
        name="participation"
        label={t("source.participation")}
        value={before.participation}
        required
        options={participations.map((value) => ({ value, label: t(`source.participation.${value}`) }))}
      />
    </>,
  );
}

async function sendConsultation(c: Page, filled: Filled, before?: ConsultationFacts) {
  const { db, actor, now } = c.var;
  const { inside, address } = await sourceToWrite(c, sourceAddress.serviceUsers);
  await writeConsultation(db, actor, now, inside.appraisal.slug, checkedForm(ConsultationWish, filled), before?.id);
  return c.redirect(`${address}?klart=fraga#fragor`, 303);
}
