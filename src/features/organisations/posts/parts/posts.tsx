import type { Translate } from "#kernel/messages.ts";
import type { PostsShown } from "#features/organisations/posts/queries.ts";
import { type Column, Table } from "#ui/table.tsx";

type Post = PostsShown["here"][number];

/** Roles at an organisation with who employs and how much, and what its own employees do for others. */
export function Posts({ t, posts }: { t: Translate; posts: PostsShown | undefined }) {
  if (!posts || (posts.here.length === 0 && posts.elsewhere.length === 0)) return null;
  const role: Column<Post> = {
    label: t("organisations.fields.role"),
    cell: (post) => (
      <>
        {t(`organisations.role.${post.role}`)}
        {post.sharing > 1 && post.shared !== null ? (
          <span class="note">{t("organisations.posts.shared", { people: post.sharing, posts: post.shared })}</span>
        ) : null}
      </>
    ),
  };
  const person: Column<Post> = {
    label: t("organisations.posts.person"),
    head: true,
    cell: (post) => <a href={`/personer/${post.personId}`}>{post.person}</a>,
  };
  const share: Column<Post> = {
    label: t("organisations.posts.share"),
    numeric: true,
    cell: ({ fte }) => (fte === null ? "–" : t("organisations.posts.number", { posts: fte })),
  };
  const place = (name: string | null, slug: string | null) =>
    name === null ? "–" : <a href={`/organisationer/${slug}`}>{name}</a>;
  return (
    <>
      {posts.here.length > 0 ? (
        <section>
          <h2>{t("organisations.posts.here")}</h2>
          <Table
            caption={t("organisations.posts.here")}
            captionHidden
            columns={[
              person,
              role,
              { label: t("organisations.posts.host"), cell: ({ host, hostSlug }) => place(host, hostSlug) },
              share,
            ]}
            rows={posts.here}
          />
        </section>
      ) : null}
      {posts.elsewhere.length > 0 ? (
        <section>
          <h2>{t("organisations.posts.elsewhere")}</h2>
          <Table
            caption={t("organisations.posts.elsewhere")}
            captionHidden
            columns={[
              person,
              role,
              { label: t("organisations.posts.place"), cell: (post) => place(post.place, post.placeSlug) },
              share,
            ]}
            rows={posts.elsewhere}
          />
        </section>
      ) : null}
    </>
  );
}
