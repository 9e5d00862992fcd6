import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { plainText } from "#platform/documents/plain-text.ts";
import { type DocumentKind, documentKinds } from "#platform/documents/document-kinds.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, emptyForm, type Filled } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { type PublicRound, publicRound, roundAsSeen } from "#features/circles/public/queries.ts";
import { mailLook } from "#features/organisations/looks/look.ts";
import { lookOf } from "#features/organisations/looks/queries.ts";
import { addContact, removeContact } from "#features/circles/reaching/dispatch/commands.ts";
import { alreadySentTo, dispatchList } from "#features/circles/reaching/dispatch/queries.ts";
import { dispatchInvitation } from "#features/circles/reaching/mailing/commands.ts";
import { ContactId, Dispatch, NewContact } from "#features/circles/reaching/mailing/mailing.ts";
import { invitationMail } from "#features/circles/reaching/mailing/mailing-mail.tsx";
import { ContactForm, DispatchForm } from "#features/circles/reaching/parts/dispatch-form.tsx";
import { invitationDocument } from "#features/circles/reaching/parts/invitation-document.ts";
import { InvitationPage } from "#features/circles/reaching/parts/invitation-page.tsx";
import { MailingPreview } from "#features/circles/reaching/parts/mailing-preview.tsx";
import { roundAsked, roundToEdit } from "#features/circles/round/pages/round-loader.ts";
import { dot } from "#ui/dot.ts";
import { Checkbox } from "#ui/fields.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** A document takes a tenth of a second to make: enough for everybody, not for a flood. */
const documentsMade = { name: "reaching.document", perAddress: { times: 20, seconds: 60 } } as const;

/** The invitation to a round as a file, for anybody: the round is public. */
export const publicInvitationPages = pages("open")
  .get("/cirklar/:slug/inbjudan.docx", (c) => publicFile(c, "docx"))
  .get("/cirklar/:slug/inbjudan.pdf", (c) => publicFile(c, "pdf"));

/** The invitation as those who plan see it, and sending it to contact persons. */
export const invitationPages = pages("signedIn")
  .get("/planera/:slug/inbjudan", async (c) => {
    const { t } = c.var;
    const seen = await seenAsked(c);
    const { can } = await roundAsked(c);
    const title = t("reaching.invitation.title");
    return c.render(
      <InvitationPage
        t={t}
        round={seen.round}
        text={plainText(documentOf(c, seen))}
        maySend={can.edit}
        done={doneWords(c)}
      />,
      { title: `${title} – ${seen.round.title}`, current: "/planera" },
    );
  })
  .get("/planera/:slug/inbjudan.docx", async (c) => file(c, await seenAsked(c), "docx"))
  .get("/planera/:slug/inbjudan.pdf", async (c) => file(c, await seenAsked(c), "pdf"))
  .form("/planera/:slug/inbjudan/skicka", {
    draw: (c, filled) => drawForm(c, filled),
    send: async (c, filled) => {
      const { steg, ...values } = filled.values;
      const written = { ...filled, values };
      if (steg === "andra") return drawForm(c, written);
      const { round } = await roundToEdit(c);
      const dispatch = checkedForm(Dispatch, written);
      if (steg !== "skicka") return drawPreview(c, dispatch, emptyForm);
      const { again } = dispatch;
      const twice = again ? [] : await alreadySentTo(c.var.db, round.id, dispatch.receivers);
      if (twice.length > 0) return drawPreview(c, dispatch, againAsked(twice));
      const { id, receivers } = await dispatchInvitation(c.var.db, c.var.actor, c.var.now, round.id, dispatch);
      return c.redirect(`/planera/${round.slug}/meddelanden/${id}?inbjudna=${receivers}`, 303);
    },
  })
  .form("/planera/:slug/inbjudan/kontakter", {
    async draw(c, filled) {
      const { t } = c.var;
      const { round } = await roundToEdit(c);
      return c.render(
        <>
          <Heading
            c={c}
            slug={round.slug}
            title={round.title}
            heading={t("reaching.dispatch.add")}
            lead={t("reaching.dispatch.add_lead")}
          />
          <ContactForm t={t} filled={filled} />
        </>,
        { title: `${t("reaching.dispatch.add")} – ${round.title}`, current: "/planera" },
      );
    },
    async send(c, filled) {
      const { round } = await roundToEdit(c);
      await addContact(c.var.db, c.var.actor, c.var.now, round.id, checkedForm(NewContact, filled));
      return c.redirect(`/planera/${round.slug}/inbjudan/skicka?klart=tillagd`, 303);
    },
  })
  .post("/planera/:slug/inbjudan/kontakter/:id/bort", async (c) => {
    const { round } = await roundToEdit(c);
    const id = ContactId.safeParse(c.req.param("id"));
    if (!id.success) throw new Refusal("not_found", "reaching.dispatch.no_such_contact");
    await removeContact(c.var.db, c.var.actor, round.id, id.data);
    return c.redirect(`/planera/${round.slug}/inbjudan/skicka?klart=borttagen`, 303);
  });

async function publicFile(c: Page, kind: DocumentKind) {
  const seen = await publicRound(c.var.db, c.req.param("slug") ?? "", c.var.now());
  if (!seen) return c.notFound();
  await c.var.limits.count(documentsMade, { address: networkAddress(c) });
  return file(c, seen, kind);
}

async function file(c: Page, seen: PublicRound, kind: DocumentKind) {
  const { make, type } = documentKinds[kind];
  const made = await make(documentOf(c, seen));
  return c.body(new Uint8Array(made), 200, {
    "content-type": type,
    "content-disposition": `attachment; filename="${seen.round.slug}.${kind}"`,
    "cache-control": "no-store",
  });
}

function documentOf(c: Page, seen: PublicRound) {
  return invitationDocument(c.var.t, seen, { today: dateIn(c.var.now()), address: addressOf(c, seen.round.slug) });
}

function addressOf(c: Page, slug: string): string {
  return `${c.var.config.baseUrl}/cirklar/${slug}`;
}

/** The round as it is seen, draft or not, for whoever may see it from the inside. */
async function seenAsked(c: Page): Promise<PublicRound> {
  const { round } = await roundAsked(c);
  const seen = await roundAsSeen(c.var.db, round.id, c.var.now());
  if (!seen) throw new Refusal("not_found", "round.no_such_round");
  return seen;
}

function doneWords(c: Page): string | undefined {
  const done = c.req.query("klart");
  if (done === "tillagd") return c.var.t("reaching.dispatch.done_added");
  return done === "borttagen" ? c.var.t("reaching.dispatch.done_removed") : undefined;
}

function Heading({
  c,
  slug,
  title,
  heading,
  lead,
}: {
  c: Page;
  slug: string;
  title: string;
  heading: string;
  lead: string;
}) {
  return (
    <PageHeading
      kicker={
        <>
          <a href={`/planera/${slug}`}>{title}</a>
          {dot}
          <a href={`/planera/${slug}/inbjudan`}>{c.var.t("reaching.invitation.title")}</a>
        </>
      }
      heading={heading}
      lead={lead}
    />
  );
}

async function drawForm(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const { round } = await roundToEdit(c);
  const done = doneWords(c);
  return c.render(
    <>
      <Heading
        c={c}
        slug={round.slug}
        title={round.title}
        heading={t("reaching.dispatch.title")}
        lead={round.state === "draft" ? t("reaching.dispatch.draft") : t("reaching.dispatch.lead")}
      />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      <DispatchForm
        t={t}
        round={round}
        filled={filled}
        list={await dispatchList(db, round, dateIn(c.var.now()))}
        today={dateIn(c.var.now())}
      />
    </>,
    { title: `${t("reaching.dispatch.title")} – ${round.title}`, current: "/planera" },
  );
}

async function drawPreview(c: Page, written: Dispatch, filled: Filled) {
  const { t, db } = c.var;
  const { round } = await roundToEdit(c);
  if (round.state === "draft") throw new Refusal("conflict", "reaching.dispatch.draft");
  const dispatch = { ...written, id: written.id ?? newId<"round_mailing">() };
  const seen = await seenAsked(c);
  const contact = round.contacts.find(({ email }) => email?.toLowerCase() === dispatch.replyTo);
  const said = { ...dispatch, replyToName: contact?.name ?? dispatch.replyTo, replyToAddress: dispatch.replyTo };
  const invitation = { document: documentOf(c, seen), address: addressOf(c, round.slug) };
  const look = mailLook(await lookOf(db, round.organisationId), c.var.config.baseUrl);
  const twice = await alreadySentTo(db, round.id, dispatch.receivers);
  const names = twice.map(({ name }) => name).join(", ");
  const { id, subject, text, replyTo, receivers } = dispatch;
  return c.render(
    <>
      <Heading
        c={c}
        slug={round.slug}
        title={round.title}
        heading={t("reaching.dispatch.preview")}
        lead={t("reaching.message.preview_lead", { count: receivers.length })}
      />
      <MailingPreview
        t={t}
        filled={filled}
        mail={invitationMail(t, said, invitation, { to: dispatch.replyTo, ...look })}
        to={receivers.join(", ")}
        hidden={{ id, subject, ...(text ? { text } : {}), replyTo, receivers }}
        send={t("reaching.dispatch.send", { count: receivers.length })}
      >
        {twice.length > 0 ? (
          <Checkbox
            t={t}
            filled={filled}
            name="again"
            label={t("reaching.dispatch.again")}
            help={t("reaching.dispatch.again_text", { count: twice.length, names })}
            required
          />
        ) : null}
      </MailingPreview>
    </>,
    { title: `${t("reaching.dispatch.preview")} – ${round.title}`, current: "/planera" },
  );
}

/** The form that asks whether somebody shall get the invitation once more. */
function againAsked(twice: readonly { readonly name: string }[]): Filled {
  const names = twice.map(({ name }) => name).join(", ");
  const problem = {
    path: "again",
    code: "reaching.dispatch.again_asked" as const,
    values: { count: twice.length, names },
  };
  return { ...emptyForm, problems: [problem] };
}
