import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";

type NoticeProps = {
  t: Translate;
  /** `done`: what just happened. `info`: good to know. `warn`: still open, needs a thought. */
  tone?: "done" | "info" | "warn";
  heading?: Child;
  children?: Child;
  /** Something to do about it. */
  action?: Child;
};

/** A sentence that stands out from the page. What was just done is read out when the page opens. */
export function Notice({ t, tone = "info", heading, children, action }: NoticeProps) {
  return (
    <div class={`notice ${tone}`} role={tone === "done" ? "status" : undefined}>
      <p class="notice-heading">{heading ?? t(`ui.notice.${tone}`)}</p>
      {children ? <div class="notice-text">{children}</div> : null}
      {action ? <div class="buttons">{action}</div> : null}
    </div>
  );
}
