import type { Translate } from "#kernel/messages.ts";
import type { AnsweredSource } from "#features/knowledge/question/queries.ts";
import type { AnswerSource } from "#features/knowledge/question/question.ts";
import { Paragraphs } from "#ui/paragraphs.tsx";

const tones: Readonly<Record<AnswerSource, string>> = {
  research: "research",
  profession: "profession",
  serviceUsers: "user",
};

/** The three sources of an answer beside each other, equal in size. One is never seen without the other two. (R065) */
export function AnswerSources({ t, sources }: { t: Translate; sources: readonly AnsweredSource[] }) {
  return (
    <section class="all-sources" aria-labelledby="kallor">
      <h2 id="kallor">{t("ask.sources")}</h2>
      <ul>
        {sources.map(({ source, standing, says, soughtWhere }) => (
          <li class={`one-source ${tones[source]}`}>
            <h3>{t(`ask.source.${source}`)}</h3>
            {standing === "found" ? (
              <Paragraphs text={says ?? ""} />
            ) : (
              <p class="muted">{t(standing === "notSought" ? "ask.standing_none" : "ask.standing_found_none")}</p>
            )}
            {soughtWhere ? <p class="muted">{t("ask.sought_in", { where: soughtWhere })}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
