import type { Translate } from "#kernel/messages.ts";
import { sayDecided } from "#features/privacy/decisions/parts/retention-view.tsx";
import { publicDecisions } from "#features/privacy/decisions/queries.ts";
import { sayPromise } from "#features/privacy/parts/kept.tsx";
import { retention, type RetentionKind, retentionKinds } from "#features/privacy/retention.ts";
import type { Retention } from "#features/privacy/retention-words.ts";
import { pages } from "#platform/web/pages.ts";
import { LinkButton } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Table } from "#ui/table.tsx";
import { Facts } from "#ui/facts.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

/** What is kept about people, why, for how long and who sees it: read from the same list as the jobs that erase. */
export const privacyPages = pages("open").get("/personuppgifter", async (c) => {
  const { t, config, db } = c.var;
  const decisions = await publicDecisions(db);
  return c.render(
    <>
      <PageHeading heading={t("privacy.title")} lead={t("privacy.lead")} />
      <section class="stack">
        <h2>{t("privacy.controller")}</h2>
        <p>{t("privacy.controller_text")}</p>
        {config.operatorContact ? (
          <p>
            {t("privacy.controller_contact")} <a href={`mailto:${config.operatorContact}`}>{config.operatorContact}</a>
          </p>
        ) : null}
      </section>
      <section class="stack">
        <h2>{t("privacy.rights")}</h2>
        <p>{t("privacy.rights_text")}</p>
        <p>
          <LinkButton href="/personuppgifter/mina">{t("privacy.rights_go")}</LinkButton>
        </p>
      </section>
      <section class="stack">
        <h2>{t("privacy.kinds")}</h2>
        <p>{t("privacy.kinds_text")}</p>
        {retentionKinds.map((kind) => (
          <Kind t={t} kind={kind} />
        ))}
      </section>
      {decisions.length > 0 ? <Decided t={t} decisions={decisions} /> : null}
      <section class="stack">
        <h2>{t("privacy.cookies")}</h2>
        <p>{t("privacy.cookies_text")}</p>
      </section>
    </>,
    { title: t("privacy.title"), kind: "public", description: t("privacy.lead") },
  );
});

/** What organisations have decided about what they hold. */
function Decided({ t, decisions }: { t: Translate; decisions: Awaited<ReturnType<typeof publicDecisions>> }) {
  return (
    <section class="stack">
      <h2>{t("retention.public.title")}</h2>
      <Table
        caption={t("retention.public.caption")}
        captionHidden
        rows={decisions}
        columns={[
          { label: t("retention.public.organisation"), head: true, cell: ({ name }) => name },
          { label: t("retention.kind"), cell: ({ kind }) => t(`privacy.kind.${kind}`) },
          { label: t("retention.decision"), cell: (decision) => sayDecided(t, decision) },
          { label: t("retention.decision.number"), cell: ({ number }) => number },
        ]}
      />
    </section>
  );
}

function Kind({ t, kind }: { t: Translate; kind: RetentionKind }) {
  const kept: Retention = retention[kind];
  return (
    <section id={kind}>
      <h3>{t(`privacy.kind.${kind}`)}</h3>
      <Facts
        wide
        items={[
          { term: t("privacy.term.what"), value: t(`privacy.kind.${kind}.what`) },
          { term: t("privacy.term.how_long"), value: sayPromise(t, kept) },
        ]}
      />
      <Details summary={t("privacy.term.more")}>
        <Facts
          wide
          items={[
            { term: t("privacy.term.why"), value: t(`privacy.kind.${kind}.why`) },
            { term: t("privacy.term.basis"), value: t(`privacy.basis.${kept.basis}`) },
            { term: t("privacy.term.after"), value: t(`privacy.leaves.${kept.leaves}`) },
            { term: t("privacy.term.who"), value: sayViewers(t, kept) },
          ]}
        />
      </Details>
    </section>
  );
}

function sayViewers(t: Translate, { seenBy }: Retention): string {
  if (seenBy.every((viewer) => viewer === "nobody")) return t("privacy.viewers_nobody");
  const viewers = seenBy.map((viewer) => t(`privacy.viewer.${viewer}`));
  return t("privacy.viewers", { viewers: new Intl.ListFormat(t.language).format(viewers) });
}
