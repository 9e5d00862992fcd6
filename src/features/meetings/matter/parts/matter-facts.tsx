import type { Translate } from "#kernel/messages.ts";
import type { ApplicationFacts, AskedMunicipality } from "#features/meetings/matter/facts/queries.ts";
import { commitmentAnswers } from "#features/meetings/matter/matter-words.ts";
import { Button } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { dot } from "#ui/dot.ts";
import { FieldRow, Select } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";
import { Unknown } from "#ui/unknown.tsx";

type ApplicationsProps = {
  t: Translate;
  address: string;
  applications: readonly ApplicationFacts[];
  maySteer: boolean;
  today: Temporal.PlainDate;
};

/** Applications for money from outside: to whom, how far each has come, and since when. (R215) */
export function Applications({ t, address, applications, maySteer, today }: ApplicationsProps) {
  if (applications.length === 0 && !maySteer) return null;
  return (
    <section>
      <h2>{t("matter.applications")}</h2>
      {applications.length > 0 ? (
        <ul>
          {applications.map(({ id, funder, title, state, since }) => (
            <li>
              {[
                title ? `${funder}: ${title}` : funder,
                t(`matter.application.${state}`),
                since ? sayDate(t.language, since, { today }) : t("matter.day_unknown"),
              ].join(dot)}{" "}
              {maySteer ? (
                <a href={`${address}/ansokan/${id}`} aria-label={t("matter.application_change_of", { funder })}>
                  {t("matter.application_change")}
                </a>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {maySteer ? (
        <p>
          <a href={`${address}/ansokan`}>{t("matter.application_new")}</a>
        </p>
      ) : null}
    </section>
  );
}

type CommitmentsProps = {
  t: Translate;
  address: string;
  municipalities: readonly AskedMunicipality[];
  maySteer: boolean;
};

/** What each member municipality has said, with one press for "alla är med". (R215) */
export function Commitments({ t, address, municipalities, maySteer }: CommitmentsProps) {
  const answered = municipalities.filter(({ answer }) => answer !== null);
  if (municipalities.length === 0 || (answered.length === 0 && !maySteer)) return null;
  const count = (wanted: string) => municipalities.filter(({ answer }) => answer === wanted).length;
  const all = municipalities.length;
  const [isIn, isOut, undecided] = [count("in"), count("out"), count("undecided")];
  const silent = all - answered.length;
  const sum =
    silent === all
      ? t("matter.commitments_silent", { all })
      : isIn === all
        ? t("matter.commitments_all", { all })
        : t("matter.commitments_sum", { in: isIn, out: isOut, undecided, silent, all });
  return (
    <section id="kommuner">
      <h2>{t("matter.commitments")}</h2>
      <p>{sum}</p>
      {answered.length > 0 ? (
        <Details summary={t("matter.commitments_each")} open={answered.length < all}>
          <Table
            caption={t("matter.commitments")}
            captionHidden
            rows={municipalities}
            brief
            columns={[
              { label: t("matter.municipality"), head: true, cell: ({ name }) => name },
              {
                label: t("matter.commitment_answer"),
                cell: ({ answer }) =>
                  answer ? t(`matter.commitment.${answer}`) : <Unknown>{t("matter.commitment_unknown")}</Unknown>,
              },
            ]}
          />
        </Details>
      ) : null}
      {maySteer ? (
        <>
          {count("in") < all ? (
            <Form t={t} action={`${address}/kommuner`} hidden={{ answer: "in" }} tight>
              <Button quiet>{t("matter.mark_all")}</Button>
            </Form>
          ) : null}
          <Details summary={t("matter.mark_one")}>
            <Form t={t} action={`${address}/kommuner`}>
              <FieldRow>
                <Select
                  t={t}
                  name="organisation"
                  label={t("matter.municipality")}
                  options={municipalities.map(({ id, name }) => ({ value: id, label: name }))}
                  required
                />
                <Select
                  t={t}
                  name="answer"
                  label={t("matter.commitment_answer")}
                  options={commitmentAnswers.map((answer) => ({
                    value: answer,
                    label: t(`matter.commitment.${answer}`),
                  }))}
                  required
                />
              </FieldRow>
              <FormEnd>
                <Button quiet>{t("matter.mark_save")}</Button>
              </FormEnd>
            </Form>
          </Details>
        </>
      ) : null}
    </section>
  );
}
