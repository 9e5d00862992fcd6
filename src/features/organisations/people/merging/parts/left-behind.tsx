import type { Translate } from "#kernel/messages.ts";
import type { LeftAccount } from "#features/organisations/people/merging/person-merge.ts";
import { Notice } from "#ui/notice.tsx";

/** What could not be put back when a merge was undone, and why. */
export function LeftBehind({ t, name, account }: { t: Translate; name: string; account: LeftAccount }) {
  if (account.length === 0) return <p>{t("people.merge.left.none", { name })}</p>;
  return (
    <Notice t={t} tone="warn" heading={t("people.merge.left.title", { name })}>
      <ul>
        {account.map(({ kind, why, count }) => (
          <li>
            {t("people.merge.left.row", {
              what: t(`people.merge.left.${kind}`, { count }),
              why: t(`people.merge.left.why.${why}`),
            })}
          </li>
        ))}
      </ul>
      <p>{t("people.merge.left.after", { name })}</p>
    </Notice>
  );
}
