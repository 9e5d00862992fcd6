import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { emptyForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { renewOwnCalendar, renewRegistrationCalendar } from "#features/circles/calendar/commands.ts";
import { ownCalendarSince } from "#features/circles/calendar/queries.ts";
import { type OwnRegistration, ownRegistration } from "#features/circles/registration/own/queries.ts";
import { Button } from "#ui/button.tsx";
import { Copy } from "#ui/copy.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

/** The address of somebody's own calendar. Shown once, when it is made. */
export const calendarAddressPages = pages("signedIn").form("/mina-uppgifter/kalender", {
  draw: (c, filled) => drawOwn(c, filled),
  send: async (c) => drawOwn(c, emptyForm, await renewOwnCalendar(c.var.db, c.var.actor, c.var.now)),
});

/** The same for one application that has a place, behind the applicant's own link. */
export const roundCalendarAddressPages = pages("mailedLink").form("/anmalan/min/:token/kalender", {
  draw: (c, filled) => drawForRound(c, filled),
  send: async (c) => {
    const ownToken = c.req.param("token") ?? "";
    return drawForRound(c, emptyForm, await renewRegistrationCalendar(c.var.db, c.var.actor, c.var.now, { ownToken }));
  },
});

async function drawOwn(c: Page, filled: Filled, secret?: string) {
  const { t, db, person } = c.var;
  if (!person) throw new Refusal("forbidden", "platform.token.needs_person");
  const now = c.var.now();
  const since = await ownCalendarSince(db, person.id, now);
  const standing =
    since === undefined
      ? t("calendar.none")
      : t("calendar.since", { day: sayDate(t.language, dateIn(since), { today: dateIn(now) }) });
  return c.render(
    <CalendarAddress
      t={t}
      filled={filled}
      kicker={<a href="/mina-uppgifter">{c.var.person?.name}</a>}
      heading={t("calendar.title")}
      lead={t("calendar.lead")}
      address={addressOf(c, secret)}
      standing={secret ? undefined : standing}
      isAgain={since !== undefined}
    />,
    { title: t("calendar.title"), secret: true },
  );
}

async function drawForRound(c: Page, filled: Filled, secret?: string) {
  const { t } = c.var;
  const token = c.req.param("token") ?? "";
  const own: OwnRegistration | undefined = (await ownRegistration(c.var.db, token, c.var.now())) || undefined;
  if (!own) throw new Refusal("not_found", "registration.no_such_registration");
  if (own.state !== "placed" && own.state !== "completed") throw new Refusal("not_found", "calendar.no_place");
  const { title } = own.seen.round;
  return c.render(
    <CalendarAddress
      t={t}
      filled={filled}
      kicker={<a href={`/anmalan/min/${encodeURIComponent(token)}`}>{t("calendar.back")}</a>}
      heading={t("calendar.round.title", { title })}
      lead={t("calendar.round.lead")}
      address={addressOf(c, secret)}
      standing={undefined}
      isAgain={secret !== undefined}
    />,
    { title: t("calendar.round.title", { title }), secret: true },
  );
}

function addressOf(c: Page, secret: string | undefined): string | undefined {
  return secret && `${c.var.config.baseUrl}/kalender/min/${secret}.ics`;
}

type CalendarAddressProps = {
  t: Translate;
  filled: Filled;
  kicker: Child;
  heading: string;
  lead: string;
  /** The address, the one time it is shown. */
  address: string | undefined;
  standing: string | undefined;
  isAgain: boolean;
};

function CalendarAddress({ t, filled, kicker, heading, lead, address, standing, isAgain }: CalendarAddressProps) {
  return (
    <>
      <PageHeading kicker={kicker} heading={heading} lead={lead} />
      {address ? (
        <Notice t={t} tone="done" heading={t("calendar.made")}>
          <p>{t("calendar.made_text")}</p>
          <Copy t={t} label={t("calendar.address")} text={address} />
        </Notice>
      ) : null}
      <section class="stack">
        {standing ? <p>{standing}</p> : null}
        <h2>{t("calendar.how")}</h2>
        <ol>
          <li>{t("calendar.how.make")}</li>
          <li>{t("calendar.how.copy")}</li>
          <li>{t("calendar.how.add")}</li>
        </ol>
        <Form t={t} filled={filled} tight>
          <FormEnd>
            <Button quiet={address !== undefined}>{t(isAgain ? "calendar.renew" : "calendar.make")}</Button>
          </FormEnd>
        </Form>
        {isAgain ? <p class="muted">{t("calendar.renew_means")}</p> : null}
      </section>
    </>
  );
}
