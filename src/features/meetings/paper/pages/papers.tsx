import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import { openFiles } from "#platform/files/files.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import type { Translate } from "#kernel/messages.ts";
import { fileTypes, mediaTypes } from "#platform/files/file-kinds.ts";
import { agendaOf } from "#features/meetings/agenda/queries.ts";
import { mayPlanMeeting } from "#features/meetings/meeting/meeting-policy.ts";
import { meetingAsked, meetingToPlan } from "#features/meetings/meeting/pages/meeting-asked.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";
import { addPaper, removePaper } from "#features/meetings/paper/commands.ts";
import { PaperLink } from "#features/meetings/paper/parts/paper-link.tsx";
import { PaperId, PaperWish } from "#features/meetings/paper/paper.ts";
import { bodiesWithoutPlainPaper, type Paper, paperFile, papersOf } from "#features/meetings/paper/queries.ts";
import { Button } from "#ui/button.tsx";
import { Checkbox, FileField, Select, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Tag } from "#ui/tag.tsx";

/** Papers of a meeting: laid there by whoever plans it, read by all inside it. */
export const paperPages = pages("signedIn")
  .form("/mote/:slug/handlingar/ny", {
    async draw(c, filled) {
      const { t, db } = c.var;
      const inside = await meetingToPlan(c);
      const { meeting, bodies } = inside;
      const agenda = await agendaOf(db, inside);
      const back = `/mote/${meeting.slug}`;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          files
          kicker={<a href={back}>{meeting.title}</a>}
          heading={t("paper.add")}
          lead={t("paper.add_lead")}
          press={t("paper.add")}
          back={back}
        >
          <TextField t={t} filled={filled} name="title" label={t("paper.field.title")} required />
          <FileField
            t={t}
            filled={filled}
            name="file"
            label={t("paper.field.file")}
            help={t("paper.field.file_help")}
            accept={fileTypes.map((type) => `.${type}`).join(",")}
          />
          <TextField
            t={t}
            filled={filled}
            name="link"
            type="url"
            label={t("paper.field.link")}
            help={t("paper.field.link_help")}
          />
          {bodies.length > 1 ? (
            <Select
              t={t}
              filled={filled}
              name="bodyId"
              label={t("paper.field.part")}
              empty={t("paper.all")}
              options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          {agenda.length > 0 ? (
            <Select
              t={t}
              filled={filled}
              name="entryId"
              label={t("paper.field.entryId")}
              help={bodies.length > 1 ? t("paper.field.entryId_help") : undefined}
              empty={t("paper.no_entry")}
              options={agenda.map(({ id, matter, title }) => ({ value: id ?? matter?.id ?? "", label: title }))}
            />
          ) : null}
          <Checkbox t={t} filled={filled} name="isPlain" label={t("paper.field.isPlain")} />
        </FormPage>,
        { title: t("paper.add") },
      );
    },
    async send(c, filled) {
      const { db, actor, now, config } = c.var;
      const { meeting } = await meetingToPlan(c);
      const wish = checkedForm(PaperWish, filled);
      const file = filled.files["file"];
      const sent = file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      await addPaper(db, openFiles(config.dataDir), actor, now, meeting.slug, wish, sent);
      return c.redirect(`/mote/${meeting.slug}?klart=handling#handlingar`, 303);
    },
  })
  .get("/mote/:slug/handlingar/:paper/fil", async (c) => {
    const { db, config } = c.var;
    const { meeting } = await meetingAsked(c);
    const { key, name, type } = await paperFile(db, meeting.id, c.req.param("paper") ?? "");
    const bytes = await openFiles(config.dataDir).read(key);
    if (!bytes) throw new Refusal("not_found", "paper.no_such_paper");
    // To be saved and not opened here: whatever is in it, it runs nothing on our address.
    return c.body(new Uint8Array(bytes), 200, {
      "content-type": mediaTypes[type],
      "content-disposition": `attachment; filename="handling.${type}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; sandbox",
    });
  })
  .post("/mote/:slug/handlingar/:paper/ta-bort", async (c) => {
    const { db, actor, now } = c.var;
    const { meeting } = await meetingToPlan(c);
    const id = PaperId.safeParse(c.req.param("paper")).data;
    if (!id) throw new Refusal("not_found", "paper.no_such_paper");
    await removePaper(db, actor, now, meeting.slug, id);
    return c.redirect(`/mote/${meeting.slug}?klart=handling-bort#handlingar`, 303);
  });

/** The papers on a meeting's page, and whether one in plain language is missing. */
export async function papersOfMeeting(c: Context<Environment>, inside: MeetingInside): Promise<Child> {
  const { t, db } = c.var;
  const { meeting, bodies, today } = inside;
  const isAhead = meeting.state === "planned" || meeting.state === "called";
  const mayPlan = mayPlanMeeting(bodies.map(({ standing }) => standing));
  const papers = await papersOf(db, meeting.id);
  const lacking = mayPlan && isAhead ? await bodiesWithoutPlainPaper(db, meeting.id) : [];
  if (papers.length === 0 && !mayPlan) return null;
  const done = c.req.query("klart");
  return (
    <section class="stack" id="handlingar">
      <h2>{t("paper.heading")}</h2>
      {done === "handling" ? <Notice t={t} tone="done" heading={t("paper.added")} /> : null}
      {done === "handling-bort" ? <Notice t={t} tone="done" heading={t("paper.removed")} /> : null}
      {lacking.length > 0 ? (
        <Notice t={t} tone="warn" heading={t("paper.plain_missing")}>
          {meeting.documentsBy
            ? t("paper.plain_missing_text", {
                bodies: lacking.map(({ name }) => name).join(", "),
                day: sayDate(t.language, meeting.documentsBy, { today }),
              })
            : t("paper.plain_missing_no_day", { bodies: lacking.map(({ name }) => name).join(", ") })}
        </Notice>
      ) : null}
      {papers.length === 0 ? (
        <p class="muted">{t("paper.none")}</p>
      ) : (
        <ul>
          {papers.map((paper) => (
            <li>
              <PaperLink slug={meeting.slug} paper={paper} /> {paper.isPlain ? <Tag>{t("paper.plain")}</Tag> : null}{" "}
              <PaperFor t={t} paper={paper} bodies={bodies} />
              {mayPlan ? (
                <Form t={t} action={`/mote/${meeting.slug}/handlingar/${paper.id}/ta-bort`} tight>
                  <Button plain small label={t("paper.remove_named", { title: paper.title })}>
                    {t("paper.remove")}
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayPlan && meeting.state !== "calledOff" ? (
        <p>
          <a href={`/mote/${meeting.slug}/handlingar/ny`}>{t("paper.add")}</a>
        </p>
      ) : null}
    </section>
  );
}

type PaperForProps = { t: Translate; paper: Paper; bodies: MeetingInside["bodies"] };

/** What a paper belongs to: an entry of the agenda, or the part of one of several bodies. */
function PaperFor({ t, paper: { bodyId, itemTitle }, bodies }: PaperForProps) {
  const body = bodies.length > 1 ? bodies.find(({ id }) => id === bodyId) : undefined;
  if (itemTitle !== null) return <span class="muted">{t("paper.for_item", { title: itemTitle })}</span>;
  return body ? <span class="muted">{t("paper.for_body", { body: body.name })}</span> : null;
}
