import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { mayRunBody } from "#features/meetings/body/body-policy.ts";
import { SeatKind, seatKinds } from "#features/meetings/body/body.ts";
import { knownPeople } from "#features/meetings/body/known-people/queries.ts";
import { bodyToRun, drawAbout } from "#features/meetings/body/pages/body-forms.tsx";
import { withOrganisation } from "#features/meetings/body/pages/keeper.ts";
import { sayWho } from "#features/meetings/body/parts/body-words.ts";
import { PersonFields } from "#features/meetings/body/parts/person-fields.tsx";
import { SeatPage } from "#features/meetings/body/parts/seat-page.tsx";
import {
  addSeat,
  agreeToBeNamed,
  changeSeat,
  endHolding,
  endSeat,
  seatPerson,
} from "#features/meetings/body/seats/commands.ts";
import { holdingCalled, seatCalled, seatsOf } from "#features/meetings/body/seats/queries.ts";
import { isThere, LastDay, Naming, NewHolding, NewSeat, SeatChange } from "#features/meetings/body/seats/seat.ts";
import { Checkbox, Choice, DateField, FieldRow, TextField } from "#ui/fields.tsx";

type Page = Context<Environment>;

/** The seats of a body: adding one, who sits in it and for which time, and whether a service user is named. */
export const seatPages = pages("signedIn")
  .form("/grupper/:slug/plats/ny", {
    async draw(c, filled) {
      const { t, db, actor, now } = c.var;
      const body = await bodyToRun(c);
      const asked = SeatKind.safeParse(c.req.query("slag")).data;
      const seats = await seatsOf(db, actor, body.id);
      const hasUserSeat = seats.some((seat) => seat.kind === "userRepresentative" && isThere(seat, dateIn(now())));
      return drawAbout(c, filled, body, {
        heading: t("body.add_seat"),
        lead: t("body.add_seat_lead"),
        children: (
          <>
            <Choice
              t={t}
              filled={filled}
              name="kind"
              required
              label={t("body.seat_kind")}
              options={seatKinds.map((kind) => {
                return { value: kind, label: t(`body.seat.${kind}`), help: t(`body.seat_kind_help.${kind}`) };
              })}
              value={asked ?? "member"}
            />
            {hasUserSeat ? null : (
              // Ticked from the start: two seats are what is offered, and one is what somebody chooses.
              <Checkbox
                t={t}
                filled={filled}
                name="two"
                label={t("body.two")}
                help={t("body.two_help")}
                checked={Object.keys(filled.values).length === 0}
              />
            )}
            <TextField
              t={t}
              filled={filled}
              name="function"
              required
              label={t("body.seat_function")}
              help={t("body.seat_function_help")}
            />
            <SpeaksFor c={c} filled={filled} value={undefined} />
          </>
        ),
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { id, slug } = await bodyToRun(c);
      const placed = await withOrganisation(c, filled, "organisation", "organisationId", false);
      await addSeat(db, actor, now, id, checkedForm(NewSeat, placed));
      return c.redirect(`/grupper/${slug}?klart=plats#platser`, 303);
    },
  })
  .get("/grupper/:slug/plats/:seat", async (c) => {
    const { t, now } = c.var;
    const { body, seat } = await seatAsked(c);
    return c.render(
      <SeatPage t={t} body={body} seat={seat} today={dateIn(now())} mayRun={mayRunBody(body.standing)} />,
      { title: `${seat.function}: ${body.name}` },
    );
  })
  .form("/grupper/:slug/plats/:seat/andra", {
    async draw(c, filled) {
      const { t } = c.var;
      const { body, seat } = await seatToRun(c);
      return drawAbout(c, filled, body, {
        heading: t("body.change_seat"),
        children: (
          <>
            <TextField
              t={t}
              filled={filled}
              name="function"
              required
              label={t("body.seat_function")}
              help={t("body.seat_function_help")}
              value={seat.function}
            />
            <SpeaksFor c={c} filled={filled} value={seat.organisation?.name} />
          </>
        ),
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { body, seat } = await seatToRun(c);
      const placed = await withOrganisation(c, filled, "organisation", "organisationId", false);
      await changeSeat(db, actor, now, seat.id, checkedForm(SeatChange, placed));
      return c.redirect(`/grupper/${body.slug}?klart=andrad#platser`, 303);
    },
  })
  .form("/grupper/:slug/plats/:seat/avsluta", {
    async draw(c, filled) {
      const { t } = c.var;
      const { body, seat } = await seatToRun(c);
      return drawAbout(c, filled, body, {
        heading: `${t("body.end_seat")}: ${seat.function}`,
        lead: t("body.end_seat_lead"),
        press: t("body.end_seat"),
        danger: true,
        children: <LastDayField c={c} filled={filled} />,
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { body, seat } = await seatToRun(c);
      await endSeat(db, actor, now, seat.id, checkedForm(LastDay, filled));
      return c.redirect(`/grupper/${body.slug}?klart=borttagen#platser`, 303);
    },
  })
  .form("/grupper/:slug/plats/:seat/person", {
    async draw(c, filled) {
      const { t, db, now } = c.var;
      const { body, seat } = await seatToRun(c);
      const today = dateIn(now());
      return drawAbout(c, filled, body, {
        heading: `${t("body.seat_person")}: ${seat.function}`,
        lead: t("body.seat_person_lead"),
        children: (
          <>
            <PersonFields t={t} filled={filled} people={await knownPeople(db, body.organisationId, today)} />
            <Checkbox t={t} filled={filled} name="isSubstitute" label={t("body.as_substitute")} />
            <FieldRow>
              <DateField t={t} filled={filled} name="validFrom" label={t("body.first_day")} value={today.toString()} />
              <DateField t={t} filled={filled} name="validTo" label={t("body.period_to")} />
            </FieldRow>
            <TextField t={t} filled={filled} name="source" label={t("body.source")} help={t("body.source_help")} />
          </>
        ),
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { body, seat } = await seatToRun(c);
      await seatPerson(db, actor, now, seat.id, checkedForm(NewHolding, filled));
      return c.redirect(`/grupper/${body.slug}?klart=satt#platser`, 303);
    },
  })
  .form("/grupper/:slug/innehav/:holding/avsluta", {
    async draw(c, filled) {
      const { t } = c.var;
      const { body, holding } = await holdingAsked(c);
      if (!mayRunBody(body.standing)) throw new Refusal("forbidden", "body.not_yours");
      const who = sayWho(t, holding);
      return drawAbout(c, filled, body, {
        heading: t("body.end_holding_of", { who }),
        lead: t("body.end_holding_lead", { who }),
        press: t("body.end_holding"),
        children: <LastDayField c={c} filled={filled} />,
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { body, holding } = await holdingAsked(c);
      await endHolding(db, actor, now, holding.id, checkedForm(LastDay, filled));
      return c.redirect(`/grupper/${body.slug}?klart=avslutad#platser`, 303);
    },
  })
  .form("/grupper/:slug/innehav/:holding/namn", {
    async draw(c, filled) {
      const { t } = c.var;
      const { body, holding, isNamed, mayNote, askedName } = await holdingAsked(c);
      if (!mayNote) throw new Refusal("forbidden", "body.theirs_to_say");
      const now = t(`body.naming_now.${isNamed ? "yes" : "no"}`);
      const about = holding.isOwn ? t("body.naming_own_lead") : t("body.naming_lead", { who: askedName ?? "" });
      return drawAbout(c, filled, body, {
        heading: t("body.naming"),
        lead: `${about} ${now}`,
        children: (
          <>
            <Choice
              t={t}
              filled={filled}
              name="agrees"
              required
              inline
              label={t("body.agrees")}
              options={(["yes", "no"] as const).map((value) => ({ value, label: t(`body.agrees.${value}`) }))}
              value={isNamed ? "yes" : "no"}
            />
            {holding.isOwn ? null : (
              <Checkbox t={t} filled={filled} name="onTheirWord" label={t("body.on_their_word")} />
            )}
          </>
        ),
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { body, holding } = await holdingAsked(c);
      const naming = checkedForm(Naming, filled);
      await agreeToBeNamed(db, actor, now, holding.id, naming);
      return c.redirect(`/grupper/${body.slug}?klart=${naming.agrees ? "namn" : "utannamn"}#platser`, 303);
    },
  });

type FieldOf = { c: Page; filled: Parameters<typeof drawAbout>[1] };

/** The last day of something that goes on: today, if nothing else is said. */
export function LastDayField({ c, filled }: FieldOf) {
  const { t, now } = c.var;
  return (
    <DateField
      t={t}
      filled={filled}
      name="lastDay"
      label={t("body.last_day")}
      help={t("body.last_day_help")}
      value={dateIn(now()).toString()}
    />
  );
}

function SpeaksFor({ c, filled, value }: FieldOf & { value: string | undefined }) {
  const { t } = c.var;
  return (
    <TextField
      t={t}
      filled={filled}
      name="organisation"
      label={t("body.seat_organisation")}
      help={t("body.seat_organisation_help")}
      value={value}
    />
  );
}

function seatAsked(c: Page) {
  const { db, actor, now } = c.var;
  return seatCalled(db, actor, c.req.param("slug") ?? "", c.req.param("seat") ?? "", dateIn(now()));
}

/** The seat a form is about, for those who run its body. */
async function seatToRun(c: Page) {
  const found = await seatAsked(c);
  if (!mayRunBody(found.body.standing)) throw new Refusal("forbidden", "body.not_yours");
  return found;
}

function holdingAsked(c: Page) {
  const { db, actor, now } = c.var;
  return holdingCalled(db, actor, c.req.param("slug") ?? "", c.req.param("holding") ?? "", dateIn(now()));
}
