import type { Translate } from "#kernel/messages.ts";

type PagerProps = {
  t: Translate;
  previous?: string | undefined;
  next?: string | undefined;
  /** Which of how many are shown. */
  shown?: { readonly from: number; readonly to: number; readonly all: number } | undefined;
};

/** Ways through a long list. */
export function Pager({ t, previous, next, shown }: PagerProps) {
  return (
    <nav class="pager" aria-label={t("ui.pager")}>
      {shown ? <p>{t("ui.pager.shown", shown)}</p> : null}
      {previous ? (
        <a href={previous} rel="prev">
          {t("ui.pager.newer")}
        </a>
      ) : null}
      {next ? (
        <a href={next} rel="next">
          {t("ui.pager.older")}
        </a>
      ) : null}
    </nav>
  );
}
