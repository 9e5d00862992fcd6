import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { MessageKey } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { changeProposal, publishProposal, tellOfProposal, writeProposal } from "#features/circles/proposal/commands.ts";
import { longest, ProposalChange, ProposalStep, ProposalWords } from "#features/circles/proposal/proposal.ts";
import { possibleStates } from "#features/circles/proposal/proposal-lifecycle.ts";
import { mayWriteProposals } from "#features/circles/proposal/proposal-policy.ts";
import { CircleProposals } from "#features/circles/proposal/parts/circle-proposals.tsx";
import { proposalDocument } from "#features/circles/proposal/parts/proposal-document.ts";
import { documentAnswer } from "#features/circles/proposal/pages/published.tsx";
import { mayOwnProposals } from "#features/circles/proposal/published/queries.ts";
import { ProposalFields } from "#features/circles/proposal/parts/proposal-form.tsx";
import { ProposalPage } from "#features/circles/proposal/parts/proposal-page.tsx";
import { proposalInRoom, proposalsOf } from "#features/circles/proposal/queries.ts";
import { type Room, roomOf } from "#features/circles/room/queries.ts";
import { Choice, DateField, TextArea } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";

type Page = Context<Environment>;

const doneWords: Readonly<Record<string, MessageKey>> = {
  skrivet: "proposal.done.written",
  andrat: "proposal.done.changed",
  lage: "proposal.done.told",
  publicerat: "proposal.done.published",
  dolt: "proposal.done.unpublished",
};

/** The proposals on the page of the circle. */
export async function proposalsInRoom(c: Page, room: Room) {
  const { t, db } = c.var;
  return (
    <CircleProposals
      t={t}
      slug={room.round.slug}
      proposals={await proposalsOf(db, room.round.id)}
      participants={room.participants.length}
      mayWrite={mayWriteProposals(room)}
    />
  );
}

/** Proposals from the inside: writing one, changing it, telling what became of it, and letting anybody read it. */
export const proposalPages = pages("signedIn")
  .form("/cirkel/:slug/forslag/nytt", {
    async draw(c, filled) {
      const { t } = c.var;
      const room = await roomAsked(c);
      if (!mayWriteProposals(room)) throw new Refusal("conflict", "proposal.circle_cancelled");
      const { slug, title } = room.round;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={`/cirkel/${slug}`}>{title}</a>}
          heading={t("proposal.write")}
          lead={t("proposal.write_lead")}
          press={t("proposal.save")}
          back={`/cirkel/${slug}`}
          keepDraft={`proposal-${room.round.id}`}
        >
          <ProposalFields t={t} filled={filled} owners={await ownersIn(c, room)} />
        </FormPage>,
        { title: `${t("proposal.write")}: ${title}` },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { round } = await roomAsked(c);
      const { id } = await writeProposal(db, actor, now, round.id, checkedForm(ProposalWords, filled));
      return c.redirect(`/cirkel/${round.slug}/forslag/${id}?klart=skrivet`, 303);
    },
  })
  .get("/cirkel/:slug/forslag/:proposal", async (c) => {
    const { t, now } = c.var;
    const found = await proposalAsked(c);
    const done = doneWords[c.req.query("klart") ?? ""];
    return c.render(<ProposalPage t={t} found={found} today={dateIn(now())} done={done ? t(done) : undefined} />, {
      title: `${found.proposal.title}: ${found.round.title}`,
    });
  })
  .get("/cirkel/:slug/forslag/:proposal/forslag.docx", async (c) => {
    const { t, now } = c.var;
    const found = await proposalAsked(c);
    return documentAnswer(c, proposalDocument(t, found, dateIn(now())));
  })
  .form("/cirkel/:slug/forslag/:proposal/andra", {
    draw: drawChange,
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { round, proposal } = await proposalToChange(c);
      await changeProposal(db, actor, now, proposal.id, checkedForm(ProposalChange, filled));
      return c.redirect(`/cirkel/${round.slug}/forslag/${proposal.id}?klart=andrat`, 303);
    },
  })
  .form("/cirkel/:slug/forslag/:proposal/lage", {
    draw: drawStep,
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { round, proposal } = await proposalToChange(c);
      await tellOfProposal(db, actor, now, proposal.id, checkedForm(ProposalStep, filled));
      return c.redirect(`/cirkel/${round.slug}/forslag/${proposal.id}?klart=lage`, 303);
    },
  })
  .post("/cirkel/:slug/forslag/:proposal/publicera", async (c) => {
    const { db, actor, now } = c.var;
    const { round, proposal } = await proposalAsked(c);
    const isPublic = (await c.req.parseBody())["public"] !== "no";
    await publishProposal(db, actor, now, proposal.id, isPublic);
    const done = isPublic ? "publicerat" : "dolt";
    return c.redirect(`/cirkel/${round.slug}/forslag/${proposal.id}?klart=${done}`, 303);
  });

async function drawChange(c: Page, filled: Filled) {
  const { t } = c.var;
  const found = await proposalToChange(c);
  const { round, proposal } = found;
  const address = `/cirkel/${round.slug}/forslag/${proposal.id}`;
  const isOvertaken = filled.problems.some(({ code }) => code === "proposal.changed_meanwhile");
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={address}>{proposal.title}</a>}
      heading={t("proposal.change")}
      before={
        isOvertaken ? (
          <Notice t={t} tone="warn" heading={t("proposal.overtaken")}>
            <p>
              {t("proposal.overtaken_text")}{" "}
              <a href={address} target="_blank" rel="noopener">
                {t("proposal.overtaken_see")}
              </a>
            </p>
          </Notice>
        ) : null
      }
      press={t("proposal.save")}
      back={address}
      hidden={{ version: String(proposal.version) }}
    >
      <ProposalFields t={t} filled={filled} before={proposal} owners={await ownersIn(c, found)} />
    </FormPage>,
    { title: `${t("proposal.change")}: ${proposal.title}` },
  );
}

async function drawStep(c: Page, filled: Filled) {
  const { t, now } = c.var;
  const { round, proposal } = await proposalToChange(c);
  const address = `/cirkel/${round.slug}/forslag/${proposal.id}`;
  const today = dateIn(now()).toString();
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={address}>{proposal.title}</a>}
      heading={t("proposal.tell")}
      lead={t("proposal.tell_lead", { state: t(`proposal.state.${proposal.state}`) })}
      press={t("proposal.save")}
      back={address}
    >
      <Choice
        t={t}
        filled={filled}
        name="state"
        label={t("proposal.state")}
        options={possibleStates(proposal.state).map((state) => ({ value: state, label: t(`proposal.state.${state}`) }))}
        required
      />
      <DateField
        t={t}
        filled={filled}
        name="happenedOn"
        label={t("proposal.happened_on")}
        value={today}
        min={proposal.since.toString()}
        max={today}
      />
      <TextArea
        t={t}
        filled={filled}
        name="reason"
        label={t("proposal.reason")}
        help={`${t("proposal.reason_help")} ${t("proposal.no_clients")}`}
        rows={3}
        limit={longest.reason}
      />
    </FormPage>,
    { title: `${t("proposal.tell")}: ${proposal.title}` },
  );
}

function ownersIn({ var: { db, now } }: Page, { round, participants }: Pick<Room, "round" | "participants">) {
  const employers = participants.map(({ employer }) => employer);
  return mayOwnProposals(db, round, employers, dateIn(now()));
}

async function roomAsked(c: Page): Promise<Room> {
  const room = await roomOf(c.var.db, c.var.actor, c.req.param("slug") ?? "");
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  return room;
}

function proposalAsked(c: Page) {
  return proposalInRoom(c.var.db, c.var.actor, c.req.param("slug") ?? "", c.req.param("proposal") ?? "");
}

/** The proposal a form is about, for those who may change it. */
async function proposalToChange(c: Page) {
  const found = await proposalAsked(c);
  if (!found.can.change) throw new Refusal("forbidden", "proposal.not_yours");
  return found;
}
