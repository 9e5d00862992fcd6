import type { Context } from "hono";
import { personPage, rolesOf } from "#features/organisations/people/queries.ts";
import { turnOffSecondFactor } from "#features/sign-in/commands.ts";
import { mayTurnOffSecondFactor } from "#features/sign-in/second-factor-policy.ts";
import { dateIn } from "#kernel/clock.ts";
import { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Button } from "#ui/button.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** How a colleague signs in, for the administrator they ask for help. */
export const secondFactorPages = pages("signedIn").form("/personer/:personId/inloggning", {
  draw: drawPerson,
  send: async (c) => {
    const { id } = await personIn(c);
    await turnOffSecondFactor(c.var.db, c.var.actor, id, { today: dateIn(c.var.now()) });
    return c.redirect(`/personer/${id}/inloggning?klart=av`, 303);
  },
});

async function personIn(c: Page) {
  const { db, actor, now } = c.var;
  const today = dateIn(now());
  const personId = PersonId.safeParse(c.req.param("personId")).data;
  const person = personId && (await personPage(db, actor, personId, today));
  if (!person) throw new Refusal("not_found", "sign_in.second_factor.no_such_person");
  const held = (await rolesOf(db, person.id, today)).filter(({ tense }) => tense !== "past");
  const scopes = held.map(({ scope }) => scope);
  if (!mayTurnOffSecondFactor(actor, person.id, scopes))
    throw new Refusal("forbidden", "sign_in.second_factor.not_yours");
  return person;
}

async function drawPerson(c: Page, filled: Filled) {
  const { t } = c.var;
  const { id, name, twoFactor } = await personIn(c);
  const problem = filled.problems[0];
  return c.render(
    <>
      <PageHeading
        kicker={<a href={`/personer/${id}`}>{name}</a>}
        heading={t("sign_in.second_factor.title", { name })}
      />
      {problem ? <Notice t={t} tone="warn" heading={t(problem.code, problem.values)} /> : null}
      {c.req.query("klart") ? <Notice t={t} tone="done" heading={t("sign_in.second_factor.done")} /> : null}
      <section class="stack">
        <h2>{t("sign_in.security.two_factor")}</h2>
        {twoFactor ? (
          <>
            <p>{t("sign_in.second_factor.on")}</p>
            <Form t={t} action={`/personer/${id}/inloggning`}>
              <FormEnd>
                <Button danger>{t("sign_in.second_factor.press")}</Button>
              </FormEnd>
            </Form>
          </>
        ) : (
          <p>{t("sign_in.second_factor.off")}</p>
        )}
      </section>
    </>,
    { title: t("sign_in.second_factor.title", { name }) },
  );
}
