import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { textOfFile } from "#platform/files/text-of-file.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import { restsOn } from "#features/meetings/body/resting.ts";
import { keepPasted } from "#features/meetings/pasting/commands.ts";
import { PastingStart } from "#features/meetings/pasting/pasted-minutes.ts";
import { pastedProblem } from "#features/meetings/pasting/pasted-text.ts";
import { bodiesRun, bodiesToPasteFor, readPasted } from "#features/meetings/pasting/queries.ts";
import { Button } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { Checks, FileField, TextArea } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

/** Bringing in minutes of a meeting that has been: pasted, or as a file. */
export const pastingPages = pages("signedIn").form("/anteckningar/klistra-in", { draw, send });

async function draw(c: Page, filled: Filled) {
  const { t, db, actor, now } = c.var;
  const bodies = await bodiesRun(db, actor, dateIn(now()));
  if (bodies.length === 0) throw new Refusal("forbidden", "pasting.none_run");
  const asked = bodies.filter(({ slug }) => slug === c.req.query("grupp")).map(({ id }) => id as string);
  const [only, ...more] = bodies;
  return c.render(
    <Narrow>
      <PageHeading heading={t("pasting.title")} lead={t("pasting.lead")} />
      <p class="muted">{t("pasting.no_clients")}</p>
      <Form t={t} filled={filled} files>
        <Checks
          t={t}
          filled={filled}
          name="bodies"
          label={t("pasting.field.bodies")}
          help={t("pasting.field.bodies_help")}
          value={only && more.length === 0 ? [only.id] : asked}
          // One that rests may have met before it did: it is offered, and told of.
          options={bodies.map((body) => ({ value: body.id, label: body.name, help: restingSince(c, body) }))}
          required
        />
        <TextArea
          t={t}
          filled={filled}
          name="text"
          label={t("pasting.field.text")}
          help={t("pasting.field.text_help")}
          rows={14}
          noKeep
        />
        <FileField
          t={t}
          filled={filled}
          name="file"
          label={t("pasting.field.file")}
          help={t("pasting.field.file_help")}
          accept=".txt,.html,.htm,.docx"
        />
        <FormEnd>
          <Button>{t("pasting.press")}</Button>
        </FormEnd>
      </Form>
    </Narrow>,
    { title: t("pasting.title") },
  );
}

function restingSince({ var: { t, now } }: Page, body: BodyFacts): string | undefined {
  const { dormantSince } = body;
  if (dormantSince === null || !restsOn(body, dateIn(now()))) return undefined;
  return t("body.dormant_since", { day: sayDate(t.language, dormantSince, { weekday: false }) });
}

async function send(c: Page, filled: Filled) {
  const { db, actor, now, t } = c.var;
  const { text: pasted, ...rest } = filled.values;
  const { bodies } = checkedForm(PastingStart, { ...filled, values: rest });
  await bodiesToPasteFor(db, actor, bodies, dateIn(now()));
  const file = filled.files["file"];
  const text = file
    ? await textOfFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    : String(pasted ?? "");
  const problem = pastedProblem(text, file ? "file" : "text");
  if (problem) throw new Refusal("invalid", problem.code, problem.values, [problem]);
  const minutes = await readPasted(db, text, t.language);
  const fileName = file?.name.slice(0, 200) ?? null;
  const { id } = await keepPasted(db, actor, now, bodies, { text, fileName, minutes });
  return c.redirect(`/anteckningar/klistra-in/${id}`, 303);
}
