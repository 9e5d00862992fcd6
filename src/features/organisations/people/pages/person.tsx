import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { explainAccess } from "#features/organisations/people/access/access-explanation.ts";
import { changeOwnDetails } from "#features/organisations/people/commands.ts";
import { MergeList } from "#features/organisations/people/merging/parts/merge-list.tsx";
import { keptInstead, latestMerges } from "#features/organisations/people/merging/queries.ts";
import { AccessExplained } from "#features/organisations/people/parts/access-explanation.tsx";
import { type PersonShown, RoleTable } from "#features/organisations/people/parts/role-table.tsx";
import { managesPeopleIn } from "#features/organisations/people/person-policy.ts";
import { OwnDetails } from "#features/organisations/people/person.ts";
import { accessOf } from "#features/organisations/people/access/queries.ts";
import { personPage } from "#features/organisations/people/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Facts } from "#ui/facts.tsx";
import { Choice, TextField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { PhoneLink } from "#ui/phone-link.tsx";

type Page = Context<Environment>;

/** One person, as those see them who look after them; and one's own page. */
export const personPages = pages("signedIn")
  .get("/personer/:personId", async (c) => {
    const { t, db, actor, now } = c.var;
    const personId = PersonId.safeParse(c.req.param("personId")).data;
    const kept = personId && (await keptInstead(db, personId));
    if (kept && (await personPage(db, actor, kept, dateIn(now())))) return c.redirect(`/personer/${kept}`, 303);
    const person = personId && !kept ? await personPage(db, actor, personId, dateIn(now())) : undefined;
    if (!person) throw new Refusal("not_found", "organisations.no_such_person");
    const { name, title, email, phone, can } = person;
    const done = doneIn(c, person);
    return c.render(
      <>
        <PageHeading kicker={title} heading={name} />
        {done ? <Notice t={t} tone="done" heading={done} /> : null}
        <Facts
          items={[
            ...(email
              ? [{ term: t("organisations.person.email"), value: <a href={`mailto:${email}`}>{email}</a> }]
              : []),
            ...(phone
              ? [
                  {
                    term: t("organisations.person.phone"),
                    value: <PhoneLink phone={phone} />,
                  },
                ]
              : []),
          ]}
        />
        <section>
          <h2>{t("organisations.person.roles")}</h2>
          {person.roles.length > 0 ? (
            <RoleTable t={t} person={person} />
          ) : (
            <p>{t("organisations.person.roles_none")}</p>
          )}
          {can.grant ? (
            <p>
              <LinkButton quiet href={`/personer/${person.id}/roller/ny`}>
                {t("organisations.person.grant")}
              </LinkButton>
            </p>
          ) : null}
        </section>
        <MergeList
          t={t}
          heading={t("people.merge.shown.on_person")}
          merges={await latestMerges(db, actor, now(), person.id)}
        />
        <Details summary={t("organisations.person.access", { name })}>{await explained(c, person)}</Details>
        {actor.reach.has("instance:administer") && !can.edit ? (
          <p>
            <a href={`/personer/${person.id}/inloggning`}>{t("sign_in.second_factor.see")}</a>
          </p>
        ) : null}
      </>,
      { title: name },
    );
  })
  .form("/mina-uppgifter", {
    draw: drawOwn,
    send: async (c, filled) => {
      await changeOwnDetails(c.var.db, c.var.actor, checkedForm(OwnDetails, filled));
      return c.redirect("/mina-uppgifter?klart=sparat", 303);
    },
  });

async function drawOwn(c: Page, filled: Filled) {
  const { t, db, actor, now } = c.var;
  const person = actor.personId && (await personPage(db, actor, actor.personId, dateIn(now())));
  if (!person) throw new Refusal("not_found", "organisations.no_such_person");
  const { name, email, phone, title, language } = person;
  const languages = [
    { value: "sv", label: t("organisations.own.swedish") },
    { value: "en", label: t("organisations.own.english") },
  ];
  return c.render(
    <>
      <PageHeading heading={t("organisations.own.title")} lead={t("organisations.own.lead")} />
      {c.req.query("klart") === "sparat" ? <Notice t={t} tone="done" heading={t("organisations.own.saved")} /> : null}
      <Form t={t} action="/mina-uppgifter" filled={filled}>
        <TextField
          t={t}
          filled={filled}
          name="name"
          required
          autocomplete="name"
          label={t("organisations.invite.name")}
          help={email ? t("organisations.own.email_help", { email }) : undefined}
          value={name}
        />
        <TextField
          t={t}
          filled={filled}
          name="title"
          autocomplete="organization-title"
          label={t("organisations.person.title")}
          value={title}
        />
        <TextField
          t={t}
          filled={filled}
          name="phone"
          type="tel"
          autocomplete="tel"
          width="medium"
          label={t("organisations.person.phone")}
          help={t("organisations.own.phone_help")}
          value={phone}
        />
        <Choice
          t={t}
          filled={filled}
          name="language"
          required
          inline
          label={t("organisations.own.language")}
          options={languages}
          value={language}
        />
        <FormEnd>
          <Button>{t("organisations.own.press")}</Button>
        </FormEnd>
      </Form>
      <section>
        <h2>{t("organisations.own.more")}</h2>
        <ul class="ways">
          <li>
            <a href="/mina-uppgifter/inloggning">{t("organisations.own.sign_in")}</a>
          </li>
          <li>
            <a href="/mina-uppgifter/kalender">{t("organisations.own.calendar")}</a>
          </li>
          <li>
            <a href="/mina-uppgifter/allt">{t("own_data.go")}</a>
          </li>
        </ul>
      </section>
      <section>
        <h2>{t("organisations.own.roles")}</h2>
        {person.roles.length > 0 ? <RoleTable t={t} person={person} /> : <p>{t("organisations.own.roles_none")}</p>}
      </section>
      <Details summary={t("organisations.own.access")}>{await explained(c, person)}</Details>
    </>,
    { title: t("organisations.own.title") },
  );
}

/** What the person may do by the roles that the reader sees. */
async function explained(c: Page, person: PersonShown) {
  const { t, db, actor, now } = c.var;
  const all = await accessOf(db, person.id, dateIn(now()));
  const held = all.filter(({ scope }) => person.can.edit || managesPeopleIn(actor, scope));
  return <AccessExplained t={t} name={person.name} reasons={explainAccess(held)} held={held} />;
}

function doneIn(c: Page, { email }: PersonShown): string | undefined {
  const { t } = c.var;
  const done = c.req.query("klart");
  if (done === "inbjuden") return t("organisations.invited", { email: email ?? "" });
  if (done === "given") return t("organisations.granted");
  return done === "avslutad" ? t("organisations.ended") : undefined;
}
