import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { mayRunBody } from "#features/meetings/body/body-policy.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import { meetingAsked } from "#features/meetings/meeting/pages/meeting-asked.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";
import { hasOriginal, originalOf } from "#features/meetings/pasting/original/queries.ts";
import { Original } from "#features/meetings/pasting/pages/confirming.tsx";
import { nameless } from "#features/meetings/pasting/pasted-text.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** The text that a meeting's minutes were pasted from. */
export const originalPages = pages("signedIn").get("/mote/:slug/original", async (c) => {
  const { t, db } = c.var;
  const inside = await meetingAsked(c);
  const original = await originalOf(db, inside);
  if (!original) throw new Refusal("not_found", "pasting.no_such_text");
  const title = t("pasting.original.title");
  return c.render(
    <Narrow>
      <PageHeading
        kicker={<a href={`/mote/${inside.meeting.slug}`}>{inside.meeting.title}</a>}
        heading={title}
        lead={t("pasting.original.lead", { sign: nameless })}
      />
      {original.fileName ? <p class="muted">{t("pasting.original.file", { name: original.fileName })}</p> : null}
      <p>
        <Original text={original.text} />
      </p>
    </Narrow>,
    { title: `${title}: ${inside.meeting.title}` },
  );
});

/** On the page of a meeting that was pasted: the way to the text. */
export async function originalOfMeeting(c: Page, inside: MeetingInside): Promise<Child> {
  const { t, db } = c.var;
  if (!(await hasOriginal(db, inside))) return null;
  return (
    <section class="stack">
      <h2>{t("pasting.original.title")}</h2>
      <p>{t("pasting.original.door")}</p>
      <p>
        <a href={`/mote/${inside.meeting.slug}/original`}>{t("pasting.original.open")}</a>
      </p>
    </section>
  );
}

/** On the page of a body, for those who run it: the way to bring in minutes. */
export async function pastingInBody({ var: { t } }: Page, body: BodyFacts): Promise<Child> {
  if (!mayRunBody(body.standing)) return null;
  return (
    <section>
      <h2>{t("pasting.door")}</h2>
      <p class="muted">{t("pasting.door_text")}</p>
      <Buttons>
        <LinkButton href={`/anteckningar/klistra-in?grupp=${body.slug}`} quiet>
          {t("pasting.open")}
        </LinkButton>
      </Buttons>
    </section>
  );
}
