import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { documentAnswer, kindOf, paperAnswer } from "#features/meetings/distribution/parts/minutes-files.ts";
import { minutesDocument } from "#features/meetings/distribution/parts/minutes-document.ts";
import { MinutesReading } from "#features/meetings/distribution/parts/minutes-reading.tsx";
import { mustReadByLink, readByLink, readInside } from "#features/meetings/distribution/reading/queries.ts";
import { askForReadingLink } from "#features/meetings/distribution/receivers/commands.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { LinkPage } from "#ui/link-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** How often a new link can be asked for: a mailbox is not filled by others. */
const askingForLinks = {
  name: "minutes.reading_links",
  perAddress: { times: 20, seconds: 600 },
  perTarget: { times: 3, seconds: 900 },
} as const;

/** The final minutes of a meeting, for those inside it: the parts that are theirs, as page, Word and PDF. */
export const minutesReadingPages = pages("signedIn")
  .get("/mote/:slug/las", async (c) => {
    const { t } = c.var;
    const { inside, read } = await insideAsked(c);
    const { slug, title } = inside.meeting;
    const kicker = <a href={`/mote/${slug}`}>{title}</a>;
    return c.render(
      read ? (
        <MinutesReading t={t} read={read} address={`/mote/${slug}/las`} kicker={kicker} />
      ) : (
        <>
          <PageHeading kicker={kicker} heading={t("distribution.notes")} />
          <EmptyState heading={t("distribution.reading.none")}>{t("distribution.reading.none_text")}</EmptyState>
        </>
      ),
      { title: `${t("distribution.notes")}: ${title}` },
    );
  })
  .get("/mote/:slug/las/:file{anteckningar\\.(?:docx|pdf)}", async (c) => {
    const { inside, read } = await insideAsked(c);
    if (!read) throw new Refusal("not_found", "distribution.reading.none");
    return documentAnswer(c, minutesDocument(c.var.t, read), `anteckningar-${inside.meeting.slug}`, kindOf(c));
  })
  .get("/mote/:slug/las/handling/:paper", async (c) => {
    const { read } = await insideAsked(c);
    if (!read) throw new Refusal("not_found", "distribution.no_such_paper");
    return paperAnswer(c, read);
  });

async function insideAsked(c: Page) {
  const { db, actor, now } = c.var;
  const inside = await meetingInside(db, actor, c.req.param("slug") ?? "", dateIn(now()));
  return { inside, read: await readInside(db, inside) };
}

/** The same behind the link of somebody without an account. Opening it changes nothing, however often. */
export const mailedMinutesPages = pages("mailedLink")
  .form("/anteckningar/min/:token", {
    async draw(c, filled) {
      const { t, db, now } = c.var;
      const found = await readByLink(db, tokenOf(c), now());
      if (found.state === "unknown") return unknown(c);
      if (found.state === "expired") {
        c.status(410);
        return c.render(
          <FormPage
            t={t}
            filled={filled}
            heading={t("distribution.link.over")}
            lead={t("distribution.link.over_lead", { title: found.title })}
            press={t("distribution.link.ask")}
            back="/"
            backSays={t("distribution.link.home")}
          />,
          { title: t("distribution.link.over"), kind: "public", secret: true },
        );
      }
      const { read } = found;
      return c.render(<MinutesReading t={t} read={read} address={addressOf(c)} kicker={read.organiser} />, {
        title: `${t("distribution.notes")}: ${read.meeting.title}`,
        kind: "public",
        secret: true,
      });
    },
    async send(c) {
      const { db, actor, now, t, limits } = c.var;
      const found = await readByLink(db, tokenOf(c), now());
      if (found.state === "unknown") return unknown(c);
      await limits.count(askingForLinks, { address: networkAddress(c), target: found.receiverId });
      await askForReadingLink(db, actor, now, tokenOf(c));
      return c.render(
        <LinkPage
          heading={t("distribution.link.asked")}
          lead={t("distribution.link.asked_lead")}
          href="/"
          way={t("distribution.link.home")}
        />,
        { title: t("distribution.link.asked"), kind: "public", secret: true },
      );
    },
  })
  .get("/anteckningar/min/:token/:file{anteckningar\\.(?:docx|pdf)}", async (c) => {
    const read = await mustReadByLink(c.var.db, tokenOf(c), c.var.now());
    return documentAnswer(c, minutesDocument(c.var.t, read), `anteckningar-${read.meeting.slug}`, kindOf(c));
  })
  .get("/anteckningar/min/:token/handling/:paper", async (c) =>
    paperAnswer(c, await mustReadByLink(c.var.db, tokenOf(c), c.var.now())),
  );

function tokenOf(c: Page): string {
  return c.req.param("token") ?? "";
}

function addressOf(c: Page): string {
  return `/anteckningar/min/${encodeURIComponent(tokenOf(c))}`;
}

function unknown(c: Page) {
  const { t } = c.var;
  c.status(404);
  return c.render(
    <LinkPage
      heading={t("distribution.link.unknown")}
      lead={t("distribution.link.unknown_lead")}
      href="/"
      way={t("distribution.link.home")}
    />,
    { title: t("distribution.link.unknown"), kind: "public", secret: true },
  );
}
