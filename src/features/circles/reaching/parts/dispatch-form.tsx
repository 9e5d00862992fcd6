import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type { DispatchRow } from "#features/circles/reaching/dispatch/queries.ts";
import { NoContact, ReplyTo } from "#features/circles/reaching/parts/message-form.tsx";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Checks, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

type DispatchFormProps = {
  t: Translate;
  round: RoundFacts;
  filled: Filled;
  list: readonly DispatchRow[];
  today: Temporal.PlainDate;
};

/** Who gets the invitation, and what is said with it. Those who have had it are not ticked from the start. */
export function DispatchForm({ t, round, filled, list, today }: DispatchFormProps) {
  const at = (path: string) => `/planera/${round.slug}/inbjudan${path}`;
  const add = (
    <LinkButton href={at("/kontakter")} quiet={list.length > 0}>
      {t("reaching.dispatch.add")}
    </LinkButton>
  );
  if (!round.contacts.some(({ email }) => email)) return <NoContact t={t} slug={round.slug} />;
  if (list.length === 0) {
    return (
      <EmptyState heading={t("reaching.dispatch.none")} action={add}>
        {t("reaching.dispatch.none_text")}
      </EmptyState>
    );
  }
  const kept = filled.values["id"];
  return (
    <>
      <Form t={t} filled={filled} hidden={typeof kept === "string" ? { id: kept } : {}}>
        <Checks
          t={t}
          filled={filled}
          name="receivers"
          label={t("reaching.dispatch.receivers")}
          options={list.map((row) => ({ value: row.email, label: row.name, help: helpOf(t, row, today) }))}
          value={list.filter(({ sentAt }) => sentAt === undefined).map(({ email }) => email)}
          required
        />
        <TextField
          t={t}
          filled={filled}
          name="subject"
          label={t("reaching.message.subject")}
          value={t("reaching.dispatch.subject", { title: round.title }).slice(0, 150)}
          required
        />
        <TextArea t={t} filled={filled} name="text" label={t("reaching.dispatch.words")} rows={5} limit={2_000} />
        <ReplyTo t={t} round={round} filled={filled} />
        <FormEnd>
          <Button>{t("reaching.dispatch.look")}</Button>
          {add}
        </FormEnd>
      </Form>
      <OwnContacts t={t} list={list} action={(id) => at(`/kontakter/${id}/bort`)} />
    </>
  );
}

function helpOf(t: Translate, { workplace, role, email, sentAt }: DispatchRow, today: Temporal.PlainDate): string {
  const words = [
    workplace,
    role ? t(`organisations.role.${role}`) : undefined,
    email,
    sentAt ? t("reaching.dispatch.sent_at", { day: sayDate(t.language, dateIn(sentAt), { today }) }) : undefined,
  ];
  return words.filter(Boolean).join(dot);
}

type OwnContactsProps = { t: Translate; list: readonly DispatchRow[]; action: (id: string) => string };

function OwnContacts({ t, list, action }: OwnContactsProps) {
  const own = list.flatMap(({ id, name, workplace, email }) => (id ? [{ id, name, workplace, email }] : []));
  if (own.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t("reaching.dispatch.own")}</h2>
      <p>{t("reaching.dispatch.own_lead")}</p>
      <Table
        caption={t("reaching.dispatch.own")}
        captionHidden
        rows={own}
        columns={[
          { label: t("reaching.dispatch.name"), head: true, cell: ({ name }) => name },
          { label: t("reaching.dispatch.workplace"), cell: ({ workplace }) => workplace ?? "" },
          { label: t("reaching.dispatch.email"), cell: ({ email }) => email },
          {
            label: t("reaching.dispatch.remove"),
            labelHidden: true,
            cell: ({ id, name }) => (
              <Form t={t} action={action(id)} tight>
                <Button quiet small danger label={t("reaching.dispatch.remove_label", { name })}>
                  {t("reaching.dispatch.remove")}
                </Button>
              </Form>
            ),
          },
        ]}
      />
    </section>
  );
}

/** A contact person as somebody writes them down. */
export function ContactForm({ t, filled }: { t: Translate; filled: Filled }) {
  return (
    <Form t={t} filled={filled}>
      <TextField t={t} filled={filled} name="name" label={t("reaching.dispatch.name")} required />
      <TextField t={t} filled={filled} name="workplace" label={t("reaching.dispatch.workplace")} />
      <TextField t={t} filled={filled} name="email" type="email" label={t("reaching.dispatch.email")} required />
      <FormEnd>
        <Button>{t("reaching.dispatch.save")}</Button>
      </FormEnd>
    </Form>
  );
}
