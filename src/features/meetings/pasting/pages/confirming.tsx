import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { sitsIn } from "#features/meetings/body/body-policy.ts";
import { confirmPasted, discardPasted } from "#features/meetings/pasting/commands.ts";
import { ReadAttendance, type ReadProps } from "#features/meetings/pasting/parts/read-attendance.tsx";
import { daysOf, ReadItems, sayWritten } from "#features/meetings/pasting/parts/read-items.tsx";
import { PastedMinutesId, PastingAnswers } from "#features/meetings/pasting/pasted-minutes.ts";
import { proposalOf } from "#features/meetings/pasting/proposal.ts";
import { bodiesBesides, groundOf, readingToConfirm } from "#features/meetings/pasting/queries.ts";
import { Button } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { Checkbox, Checks, DateField, FieldRow, Fieldset, OneOfSeveral, TextField, TimeField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** Comparing pasted minutes with what was read from them, before they become a meeting. */
export const confirmingPages = pages("signedIn")
  .form("/anteckningar/klistra-in/:id", { draw, send })
  .post("/anteckningar/klistra-in/:id/kasta", async (c) => {
    await discardPasted(c.var.db, c.var.actor, c.var.now, idAsked(c));
    return c.redirect("/anteckningar/klistra-in", 303);
  });

async function draw(c: Page, filled: Filled) {
  const { t, db, actor, now } = c.var;
  const today = dateIn(now());
  const reading = await readingToConfirm(db, actor, idAsked(c), today);
  const { minutes, bodies, text } = reading;
  const proposal = proposalOf(minutes, await groundOf(db, reading, today));
  const otherBodies = await bodiesBesides(
    db,
    bodies.map(({ id }) => id),
  );
  const props: ReadProps = { t, filled, minutes, proposal, bodies };
  const { warnings } = minutes;
  return c.render(
    <Narrow>
      <PageHeading
        kicker={bodies.map(({ name }) => name).join(", ")}
        heading={t("pasting.reading.title")}
        lead={t("pasting.reading.lead")}
      />
      {warnings.length > 0 ? (
        <Notice t={t} tone="warn" heading={t("pasting.reading.warnings", { count: warnings.length })}>
          <ul>
            {warnings.map(({ message }) => (
              <li>{message}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {bodies.every(({ standing }) => sitsIn(standing)) ? null : <p>{t("pasting.reading.not_seated")}</p>}
      <Details summary={t("pasting.reading.whole")}>
        <Original text={text} />
      </Details>
      <Form t={t} filled={filled}>
        <MeetingFields {...props} />
        <h2>{t("pasting.reading.attendance")}</h2>
        <p>
          {t("pasting.reading.persons", {
            persons: minutes.persons,
            municipalities: minutes.municipalities,
            rows: minutes.attendance.length,
          })}
        </p>
        <ReadAttendance {...props} />
        <h2>{t("pasting.reading.items")}</h2>
        <ReadItems {...props} otherBodies={otherBodies} />
        <Rest {...props} />
        <FormEnd>
          <Button>{t("pasting.reading.confirm")}</Button>
        </FormEnd>
      </Form>
      <Form t={t} action={`/anteckningar/klistra-in/${reading.id}/kasta`} tight>
        <Button small plain danger>
          {t("pasting.reading.discard")}
        </Button>
      </Form>
    </Narrow>,
    { title: t("pasting.reading.title") },
  );
}

function MeetingFields({ t, filled, minutes }: ReadProps) {
  const { decidedOn: day, decidedDay: partial } = daysOf(minutes.date);
  return (
    <Fieldset legend={t("pasting.reading.meeting")}>
      <TextField
        t={t}
        filled={filled}
        name="title"
        label={t("pasting.reading.heading")}
        help={minutes.title === null ? t("pasting.reading.title_missing") : undefined}
        value={minutes.title?.slice(0, 200)}
        required
      />
      <DateField
        t={t}
        filled={filled}
        name="day"
        label={t("pasting.reading.day")}
        help={
          partial !== null
            ? t("pasting.reading.day_partial", { written: sayWritten(partial) })
            : day === null
              ? t("pasting.reading.day_missing")
              : undefined
        }
        value={day}
      />
    </Fieldset>
  );
}

/** Questions, note-takers, attachments and what is said of coming meetings. */
function Rest({ t, filled, minutes, proposal }: ReadProps) {
  const { questions, attachments, next } = minutes;
  const takers = new Map(
    proposal.noteTakers.flatMap(({ person }) => (person ? [[person.id, person.name] as const] : [])),
  );
  const strangers = proposal.noteTakers.filter(({ person }) => person === null).map(({ name }) => name);
  return (
    <>
      {questions.length > 0 ? (
        <Fieldset legend={t("pasting.reading.questions")}>
          <Checkbox t={t} filled={filled} name="keepQuestions" label={t("pasting.reading.keep_questions")} checked />
          <Details summary={t("pasting.reading.questions_count", { count: questions.length })} open>
            <ul>
              {questions.map((question) => (
                <li>{question}</li>
              ))}
            </ul>
          </Details>
        </Fieldset>
      ) : null}
      {takers.size > 0 ? (
        <Checks
          t={t}
          filled={filled}
          name="noteTakers"
          label={t("pasting.reading.note_takers")}
          value={[...takers.keys()]}
          options={[...takers].map(([value, label]) => ({ value, label }))}
        />
      ) : null}
      {strangers.length > 0 ? (
        <p class="muted">{t("pasting.reading.note_taker_unknown", { names: strangers.join(", ") })}</p>
      ) : null}
      {attachments.length > 0 ? (
        <Fieldset legend={t("pasting.reading.attachments")} help={t("pasting.reading.attachments_help")}>
          <ul>
            {attachments.map((each) => (
              <li>{each}</li>
            ))}
          </ul>
        </Fieldset>
      ) : null}
      {next.length > 0 ? (
        <Fieldset legend={t("pasting.reading.next")}>
          {next.slice(0, 12).map(({ date, start, end }, at) => {
            const { decidedOn: day, decidedDay: partial } = daysOf(date);
            return (
              <OneOfSeveral legend={t("pasting.reading.next_one", { number: at + 1 })}>
                {partial ? (
                  <p class="help">{t("pasting.reading.day_partial", { written: sayWritten(partial) })}</p>
                ) : null}
                <FieldRow>
                  <DateField
                    t={t}
                    filled={filled}
                    name={`next.${at}.day`}
                    label={t("pasting.reading.day")}
                    value={day}
                  />
                  <TimeField
                    t={t}
                    filled={filled}
                    name={`next.${at}.starts`}
                    label={t("pasting.reading.starts")}
                    value={start}
                  />
                  <TimeField
                    t={t}
                    filled={filled}
                    name={`next.${at}.ends`}
                    label={t("pasting.reading.ends")}
                    value={end}
                  />
                </FieldRow>
                <Checkbox t={t} filled={filled} name={`next.${at}.plan`} label={t("pasting.reading.next_plan")} />
              </OneOfSeveral>
            );
          })}
        </Fieldset>
      ) : null}
    </>
  );
}

async function send(c: Page, filled: Filled) {
  const { db, actor, now, t } = c.var;
  const answers = checkedForm(PastingAnswers, filled);
  const heading = t("pasting.reading.questions_heading");
  const { slug } = await confirmPasted(db, actor, now, idAsked(c), answers, heading);
  return c.redirect(`/mote/${slug}`, 303);
}

/** A text as its lines stand. */
export function Original({ text }: { text: string }) {
  return (
    <>
      {text.split(/\r\n?|\n/u).map((line) => (
        <>
          {line}
          <br />
        </>
      ))}
    </>
  );
}

function idAsked(c: Page): PastedMinutesId {
  const id = PastedMinutesId.safeParse(c.req.param("id"));
  if (!id.success) throw new Refusal("not_found", "pasting.no_such_text");
  return id.data;
}
