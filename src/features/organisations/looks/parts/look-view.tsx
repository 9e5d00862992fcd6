import type { Translate } from "#kernel/messages.ts";
import type { lookPage } from "#features/organisations/looks/queries.ts";
import type { OrganisationPage } from "#features/organisations/register/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { FileField, TextField } from "#ui/fields.tsx";
import { type Filled, unfilled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { HostMark } from "#ui/host-mark.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type LookViewProps = {
  t: Translate;
  organisation: OrganisationPage;
  look: Awaited<ReturnType<typeof lookPage>>;
  /** The form that was sent and not accepted. */
  words?: Filled | undefined;
  image?: Filled | undefined;
  saved: boolean;
};

/** How an organisation shows itself: its words, and its mark. */
export function LookView({ t, organisation, look, words = unfilled, image = unfilled, saved }: LookViewProps) {
  const { name, slug, contactEmail } = organisation;
  const { own, ownLook, inherited } = look;
  const from = (value: string | null | undefined) => (value ? t("organisations.look.inherited", { value }) : undefined);
  const help = (text: string, value: string | null | undefined) => [text, from(value)].filter(Boolean).join(" ");
  const shown = ownLook.mark ?? inherited.mark;
  return (
    <Narrow>
      <PageHeading heading={t("organisations.look.title", { name })} lead={t("organisations.look.lead")} />
      {saved ? <Notice t={t} tone="done" heading={t("organisations.look.saved")} /> : null}
      <Form t={t} action={`/organisationer/${slug}/utseende`} filled={words}>
        <TextField
          t={t}
          filled={words}
          name="name"
          label={t("organisations.look.name")}
          help={help(t("organisations.look.name_help"), inherited.name)}
          value={own?.name}
        />
        <TextField
          t={t}
          filled={words}
          name="senderName"
          label={t("organisations.look.sender")}
          help={help(t("organisations.look.sender_help"), inherited.sender?.name)}
          value={own?.senderName}
        />
        <TextField
          t={t}
          filled={words}
          name="replyAddress"
          type="email"
          label={t("organisations.look.reply")}
          help={help(t("organisations.look.reply_help"), inherited.replyTo?.address)}
          value={own?.replyAddress}
        />
        <TextField
          t={t}
          filled={words}
          name="contactEmail"
          type="email"
          label={t("organisations.look.contact")}
          help={from(inherited.contactEmail)}
          value={contactEmail}
        />
        <FormEnd>
          <Button>{t("organisations.look.press")}</Button>
          <LinkButton plain href={`/organisationer/${slug}`}>
            {t("ui.cancel")}
          </LinkButton>
        </FormEnd>
      </Form>
      <section>
        <h2>{t("organisations.look.mark")}</h2>
        {shown ? (
          <p>
            {t(ownLook.mark ? "organisations.look.mark_own" : "organisations.look.mark_inherited")}{" "}
            <HostMark mark={shown} says={t("organisations.look.mark_alt", { name })} />
          </p>
        ) : (
          <p>{t("organisations.look.mark_none")}</p>
        )}
        <Form t={t} action={`/organisationer/${slug}/utseende/marke`} filled={image} files>
          <FileField
            t={t}
            filled={image}
            name="mark"
            required
            accept="image/png,image/jpeg,image/webp"
            label={t("organisations.look.mark_file")}
            help={t("organisations.look.mark_help")}
          />
          <FormEnd>
            <Button quiet>{t("organisations.look.mark_press")}</Button>
          </FormEnd>
        </Form>
        {ownLook.mark ? (
          <Form t={t} tight action={`/organisationer/${slug}/utseende/marke/bort`}>
            <Button plain>{t("organisations.look.mark_remove")}</Button>
          </Form>
        ) : null}
      </section>
    </Narrow>
  );
}
