import type { Translate } from "#kernel/messages.ts";
import type { PostsShown } from "#features/organisations/posts/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { type Column, Table } from "#ui/table.tsx";

type Post = PostsShown["here"][number];

type PostsProps = {
  t: Translate;
  posts: PostsShown | undefined;
  /** Where those who look after the organisation invite somebody to it. */
  inviteAt: string | undefined;
};

/** Roles at an organisation with who employs and how much, and what its own employees do for others. */
export function Posts({ t, posts, inviteAt }: PostsProps) {
  const { here, elsewhere } = posts ?? { here: [], elsewhere: [] };
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
    cell: ({ fte }) => (fte === null ? null : t("organisations.posts.number", { posts: fte })),
  };
  const place = (name: string | null, slug: string | null) =>
    name === null ? null : <a href={`/organisationer/${slug}`}>{name}</a>;
  return (
    <>
      {here.length > 0 || inviteAt ? (
        <section>
          <h2>{t("organisations.posts.here")}</h2>
          {here.length > 0 ? (
            <Table
              caption={t("organisations.posts.here")}
              captionHidden
              columns={[
                person,
                role,
                { label: t("organisations.posts.host"), cell: ({ host, hostSlug }) => place(host, hostSlug) },
                share,
              ]}
              rows={here}
            />
          ) : (
            <p>{t("organisations.posts.none")}</p>
          )}
          {inviteAt ? (
            <p>
              <LinkButton quiet href={inviteAt}>
                {t("organisations.page.invite")}
              </LinkButton>
            </p>
          ) : null}
        </section>
      ) : null}
      {elsewhere.length > 0 ? (
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
            rows={elsewhere}
          />
        </section>
      ) : null}
    </>
  );
}
