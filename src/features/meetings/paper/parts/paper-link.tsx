import type { Paper } from "#features/meetings/paper/queries.ts";

/** The way to a paper of a meeting. */
export function PaperLink({ slug, paper: { id, title, link } }: { slug: string; paper: Paper }) {
  return (
    <a href={link ?? `/mote/${slug}/handlingar/${id}/fil`} rel={link ? "noreferrer" : undefined}>
      {title}
    </a>
  );
}
