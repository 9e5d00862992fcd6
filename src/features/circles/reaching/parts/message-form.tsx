import type { Translate } from "#kernel/messages.ts";
import { type Audience, type Group, groups, longestText } from "#features/circles/reaching/mailing/mailing.ts";
import type { Receiver } from "#features/circles/reaching/mailing/queries.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Choice, Select, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";

type MessageFormProps = {
  t: Translate;
  round: RoundFacts;
  filled: Filled;
  /** The one person it is for. */
  one: Receiver | undefined;
  asked: Audience | undefined;
  sizes: Readonly<Record<Group, number>>;
};

/** A message as it is written: to whom, what about, the words, and who gets the answers. */
export function MessageForm({ t, round, filled, one, asked, sizes }: MessageFormProps) {
  if (!round.contacts.some(({ email }) => email)) return <NoContact t={t} slug={round.slug} />;
  const kept = filled.values["id"];
  return (
    <Form
      t={t}
      filled={filled}
      hidden={{
        ...(one ? { to: "person", registrationId: one.registrationId } : {}),
        ...(typeof kept === "string" ? { id: kept } : {}),
      }}
    >
      {one ? null : (
        <Choice
          t={t}
          filled={filled}
          name="to"
          label={t("reaching.message.to")}
          options={groups.map((group) => ({
            value: group,
            label: t(`reaching.audience.${group}`),
            help: t("reaching.audience.number", { count: sizes[group] }),
          }))}
          value={asked}
          required
        />
      )}
      <TextField t={t} filled={filled} name="subject" label={t("reaching.message.subject")} required />
      <TextArea
        t={t}
        filled={filled}
        name="text"
        label={t("reaching.message.text")}
        help={t("reaching.message.text_help")}
        rows={12}
        limit={longestText}
        required
      />
      <ReplyTo t={t} round={round} filled={filled} />
      <FormEnd>
        <Button>{t("reaching.message.look")}</Button>
      </FormEnd>
    </Form>
  );
}

/** Which of the round's contacts gets the answers. */
export function ReplyTo({ t, round, filled }: { t: Translate; round: RoundFacts; filled: Filled }) {
  const contacts = round.contacts.flatMap(({ name, email }) => (email ? [{ name, email: email.toLowerCase() }] : []));
  return (
    <Select
      t={t}
      filled={filled}
      name="replyTo"
      label={t("reaching.message.reply_to")}
      options={contacts.map(({ name, email }) => ({ value: email, label: `${name}, ${email}` }))}
      value={contacts[0]?.email}
      empty={false}
      required
    />
  );
}

/** Answers must go to somebody. */
export function NoContact({ t, slug }: { t: Translate; slug: string }) {
  return (
    <EmptyState
      heading={t("reaching.message.contact_missing")}
      action={<LinkButton href={`/planera/${slug}/personer`}>{t("reaching.message.contact_add")}</LinkButton>}
    >
      {t("reaching.message.contact_missing_text")}
    </EmptyState>
  );
}
