import type { Translate } from "#kernel/messages.ts";
import type { Paper } from "#features/meetings/paper/queries.ts";
import { Tag } from "#ui/tag.tsx";

type PaperLinkProps = { t: Translate; slug: string; paper: Paper };

/** The way to a paper of a meeting, and whether it is the one in plain language. */
export function PaperLink({ t, slug, paper: { id, title, link, isPlain } }: PaperLinkProps) {
  return (
    <>
      <a href={link ?? `/mote/${slug}/handlingar/${id}/fil`} rel={link ? "noreferrer" : undefined}>
        {title}
      </a>
      {isPlain ? (
        <>
          {" "}
          <Tag>{t("paper.plain")}</Tag>
        </>
      ) : null}
    </>
  );
}
