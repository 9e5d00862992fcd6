import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { attendedStates, CheckIn } from "#features/circles/attendance/attendance.ts";
import { checkIn } from "#features/circles/attendance/commands.ts";
import { sessionAsked } from "#features/circles/room/pages/room.tsx";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import type { SessionInRoom } from "#features/circles/room/queries.ts";
import { Choice, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

/** A slip of the finger a few times, not a search through a million codes. A room full of people is one address. */
const codesTried = {
  name: "attendance.code",
  perTarget: { times: 10, seconds: 600 },
  perAddress: { times: 200, seconds: 600 },
} as const;

/** Where a participant says that they are at a meeting, by the code that is shown in its room. */
export const herePages = pages("signedIn").form("/cirkel/:slug/traff/:session/har", {
  async draw(c, filled) {
    const { t, now } = c.var;
    const found = await sessionAsked(c);
    if (!found.own) return c.redirect(`${addressOf(found)}/narvaro`, 303);
    const title = t("attendance.here.title");
    return c.render(
      <FormPage
        t={t}
        filled={filled}
        kicker={<a href={addressOf(found)}>{sessionName(t, found.session, dateIn(now()))}</a>}
        heading={title}
        lead={t("attendance.here.lead")}
        press={t("attendance.here.press")}
        back={addressOf(found)}
      >
        <TextField
          t={t}
          filled={filled}
          name="code"
          label={t("attendance.here.code")}
          value={c.req.query("kod")}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          required
        />
        <Choice
          t={t}
          filled={filled}
          name="state"
          label={t("attendance.here.how")}
          options={attendedStates.map((state) => ({ value: state, label: t(`attendance.here.${state}`) }))}
          value={found.session.mode === "digital" ? "digital" : "present"}
          required
        />
      </FormPage>,
      { title: `${title}: ${found.round.title}` },
    );
  },
  async send(c, filled) {
    const { db, actor, now } = c.var;
    const found = await sessionAsked(c);
    const sent = checkedForm(CheckIn, filled);
    await countTry(c, found);
    await checkIn(db, actor, now, { roundId: found.round.id, sessionId: found.session.id }, sent);
    return c.redirect(addressOf(found), 303);
  },
});

/** Counts one try of a code by somebody at a meeting. */
export async function countTry(c: Page, { session }: SessionInRoom): Promise<void> {
  const target = `${session.id} ${c.var.actor.personId ?? ""}`;
  await c.var.limits.count(codesTried, { address: networkAddress(c), target });
}

function addressOf({ round, session }: SessionInRoom): string {
  return `/cirkel/${round.slug}/traff/${session.id}`;
}
