import type { Context } from "hono";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checked, checkedForm, type Filled, filledWith, nested } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { markCalled, PhoneCallId } from "#features/circles/registration/calls/commands.ts";
import { correctRegistration } from "#features/circles/registration/correction/commands.ts";
import { Correction } from "#features/circles/registration/correction/correction.ts";
import { applicationToCorrect } from "#features/circles/registration/correction/queries.ts";
import { CorrectionForm } from "#features/circles/registration/parts/correction-form.tsx";
import { RegistrationId } from "#features/circles/registration/registration.ts";
import { asksMoreRows, withoutGaps } from "#features/circles/registration/team/team-rows.ts";

type Page = Context<Environment>;

const at = "/planera/:slug/anmalningar/:id";
const Called = z.strictObject({ call: PhoneCallId, till: z.literal("idag").optional() });

/** Putting an application's details right, and marking that somebody without a mail address has been called. */
export const correctApplicantPages = pages("signedIn")
  .form(`${at}/ratta`, {
    draw: drawForm,
    send: async (c, filled) => {
      if (asksMoreRows(filled.values)) return drawForm(c, filled);
      const { id } = await applicationAsked(c);
      const correction = checked(Correction, nested(withoutGaps(filled.values)));
      await correctRegistration(c.var.db, c.var.actor, id, correction, c.var.now);
      return c.redirect(`/planera/${c.req.param("slug")}/anmalningar/${id}?klart=rattad`, 303);
    },
  })
  .form(`${at}/ringt`, {
    draw: async (c) => {
      const { id, seen } = await applicationAsked(c);
      return c.redirect(`/planera/${seen.round.slug}/anmalningar/${id}`, 303);
    },
    send: async (c, filled) => {
      const { call, till } = checkedForm(Called, filled);
      await markCalled(c.var.db, c.var.actor, call, c.var.now);
      const person = `/planera/${c.req.param("slug")}/anmalningar/${c.req.param("id")}?klart=ringd`;
      return c.redirect(till ? "/idag" : person, 303);
    },
  });

/** The application as somebody who plans may put it right; to anybody who may not see the roster it is not there. */
async function applicationAsked(c: Page) {
  const id = RegistrationId.safeParse(c.req.param("id")).data;
  const found = id && (await applicationToCorrect(c.var.db, c.var.actor, c.req.param("slug") ?? "", id, c.var.now()));
  if (!found) throw new Refusal("not_found", "registration.no_such_registration");
  if (!found.can.decide) throw new Refusal("forbidden", "registration.not_yours");
  return found;
}

async function drawForm(c: Page, filled: Filled) {
  const { t } = c.var;
  const found = await applicationAsked(c);
  const { seen, id, name } = found;
  const person = `/planera/${seen.round.slug}/anmalningar/${id}`;
  if (!found.can.correct) return c.redirect(person, 303);
  const isNew = Object.keys(filled.values).length === 0;
  const shown = isNew ? asItStands(found) : filled;
  return c.render(<CorrectionForm t={t} found={found} filled={shown} back={person} />, {
    title: `${t("registration.correct.heading", { name })} – ${seen.round.title}`,
    current: "/planera",
  });
}

function asItStands({ details, members }: Awaited<ReturnType<typeof applicationAsked>>): Filled {
  const values: Record<string, string | null> = { ...details };
  for (const [index, { name, email, title }] of members.entries()) {
    values[`members.${index}.name`] = name;
    values[`members.${index}.email`] = email;
    values[`members.${index}.title`] = title;
  }
  return filledWith(values);
}
