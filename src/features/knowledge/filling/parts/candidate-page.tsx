import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Candidate, Twin } from "#features/knowledge/filling/candidate/queries.ts";
import { TitlePageFields } from "#features/knowledge/filling/parts/title-page-fields.tsx";
import { itemKinds } from "#features/knowledge/item/item.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Narrow, Sheet, Stack } from "#ui/columns.tsx";
import { Confirm } from "#ui/confirm.tsx";
import { Details } from "#ui/details.tsx";
import { dot } from "#ui/dot.ts";
import { Choice } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type CandidatePageProps = {
  t: Translate;
  filled: Filled;
  candidate: Candidate;
  twins: readonly Twin[];
  today: Temporal.PlainDate;
  done: string | undefined;
};

/** What is known of something that was brought in, what it is like, and the ways on: taken as a draft, or left out. */
export function CandidatePage({ t, filled, candidate, twins, today, done }: CandidatePageProps) {
  const { standing, isGone, archive, broughtAt, abstract, organisation } = candidate;
  const brought = sayDate(t.language, dateIn(broughtAt), { today, weekday: false });
  return (
    <Narrow>
      <PageHeading
        kicker={<a href="/hamtat">{t("filling.candidates")}</a>}
        heading={candidate.title}
        lead={standing === "new" ? t("filling.candidate_lead") : undefined}
      />
      <p class="muted">
        {archive ?? t("filling.from_file")}
        {dot}
        {t("filling.brought_in", { day: brought })}
        {dot}
        {organisation}
      </p>
      <Stack>
        {done ? <Notice t={t} tone="done" heading={done} /> : null}
        {isGone ? (
          <Notice t={t} tone="warn" heading={t("filling.gone")}>
            <p>{t("filling.gone_long")}</p>
          </Notice>
        ) : null}
        {twins.length > 0 ? <Twins t={t} twins={twins} /> : null}
        {standing === "new" ? (
          <TakeForm t={t} filled={filled} candidate={candidate} />
        ) : (
          <Decided t={t} candidate={candidate} />
        )}
        {abstract ? (
          <Details summary={t("filling.abstract")}>
            <p class="muted">{t("filling.abstract_note")}</p>
            <Paragraphs text={abstract} />
          </Details>
        ) : null}
      </Stack>
    </Narrow>
  );
}

function TakeForm({ t, filled, candidate }: { t: Translate; filled: Filled; candidate: Candidate }) {
  const { id } = candidate;
  return (
    <>
      <Form t={t} filled={filled}>
        <Choice
          t={t}
          filled={filled}
          name="kind"
          required
          label={t("filling.field.kind")}
          options={itemKinds.map((kind) => ({
            value: kind,
            label: t(`item.kind.${kind}`),
            help: t(`item.kind_help.${kind}`),
          }))}
        />
        <TitlePageFields t={t} filled={filled} known={candidate} />
        <Sheet label={t("filling.summary_to_write")}>
          <h2>{t("filling.summary_to_write")}</h2>
          <p>{t("filling.summary_to_write_text")}</p>
          <ol>
            <li>{t("filling.question_says")}</li>
            <li>{t("filling.question_holds_for")}</li>
            <li>{t("filling.question_use")}</li>
          </ol>
          <p class="muted">{t("filling.no_clients")}</p>
        </Sheet>
        <FormEnd>
          <Button>{t("filling.take")}</Button>
        </FormEnd>
      </Form>
      <Buttons>
        <Confirm
          t={t}
          id="lamna"
          opener={t("filling.leave")}
          question={t("filling.leave_question")}
          explanation={t("filling.leave_explained")}
        >
          <Form t={t} action={`/hamtat/${id}/lamna`} tight>
            <Button>{t("filling.leave")}</Button>
          </Form>
        </Confirm>
      </Buttons>
    </>
  );
}

function Decided({ t, candidate: { id, standing, itemSlug, title } }: { t: Translate; candidate: Candidate }) {
  if (standing === "taken")
    return (
      <p>
        {t("filling.taken_long")} {itemSlug ? <a href={`/kunskap/${itemSlug}`}>{title}</a> : null}
      </p>
    );
  return (
    <>
      <p>{t("filling.left_out_long")}</p>
      <Form t={t} action={`/hamtat/${id}/ater`} tight>
        <Button quiet>{t("filling.take_up")}</Button>
      </Form>
    </>
  );
}

function Twins({ t, twins }: { t: Translate; twins: readonly Twin[] }) {
  return (
    <Notice t={t} tone="warn" heading={t("filling.twins")}>
      <p>{t("filling.twins_lead")}</p>
      <ul>
        {twins.map(({ kind, id, slug, title, year, by, standing }) => (
          <li>
            <a href={kind === "item" ? `/kunskap/${slug}` : `/hamtat/${id}`}>{title}</a>
            {year === null ? null : ` (${year})`}
            <span class="note">
              {t(`filling.twin.${by}`)}
              {dot}
              {standing === null
                ? t("filling.twin_in_base")
                : t("filling.twin_in_list", { standing: t(`filling.standing.${standing}`).toLowerCase() })}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
