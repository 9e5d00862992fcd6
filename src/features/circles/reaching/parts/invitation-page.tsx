import type { Translate } from "#kernel/messages.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { CopyArea } from "#ui/copy.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type InvitationPageProps = {
  t: Translate;
  round: RoundFacts;
  /** The invitation as plain text. */
  text: string;
  maySend: boolean;
  done: string | undefined;
};

/** The invitation to a round, in the forms it may be wanted in. */
export function InvitationPage({ t, round, text, maySend, done }: InvitationPageProps) {
  const at = (path: string) => `/planera/${round.slug}${path}`;
  const isDraft = round.state === "draft";
  return (
    <>
      <PageHeading
        kicker={<a href={at("")}>{round.title}</a>}
        heading={t("reaching.invitation.title")}
        lead={t("reaching.invitation.lead")}
      />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      {isDraft ? (
        <Notice t={t} heading={t("reaching.invitation.draft")}>
          {t("reaching.invitation.draft_text")}
        </Notice>
      ) : null}
      <section class="stack">
        <Buttons>
          {maySend && !isDraft ? (
            <LinkButton href={at("/inbjudan/skicka")}>{t("reaching.invitation.send")}</LinkButton>
          ) : null}
          <LinkButton href={at("/inbjudan.docx")} quiet download>
            {t("reaching.invitation.word")}
          </LinkButton>
          <LinkButton href={at("/inbjudan.pdf")} quiet download>
            {t("reaching.invitation.pdf")}
          </LinkButton>
        </Buttons>
        <CopyArea
          t={t}
          name="inbjudan"
          label={t("reaching.invitation.text")}
          help={t("reaching.invitation.text_help")}
          text={text}
          rows={24}
        />
      </section>
    </>
  );
}
