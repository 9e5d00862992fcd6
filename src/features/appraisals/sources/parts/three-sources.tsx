import type { Translate } from "#kernel/messages.ts";
import type { Source } from "#features/appraisals/appraisal/appraisal.ts";
import { Meter } from "#features/appraisals/sources/parts/source-drawing.tsx";
import {
  agreementWords,
  gapWords,
  headlineOf,
  outcomeSentence,
  soughtWords,
  sourceAddress,
  sourceTone,
  voiceOf,
} from "#features/appraisals/sources/parts/source-sayings.ts";
import type { AllSources, AnySource } from "#features/appraisals/sources/sources.ts";
import { agreementOf, gapsOf } from "#features/appraisals/sources/strength.ts";
import { Notice } from "#ui/notice.tsx";

type ThreeSourcesProps = {
  t: Translate;
  /** All of them: a type with fewer is refused. */
  sources: AllSources;
  /** The address of the appraisal, when each source is to lead to its own page. */
  address?: string | undefined;
  /** Whether the reader may write there, so that the way says so. */
  mayWrite?: boolean | undefined;
  /** The source whose page this is. */
  current?: Source | undefined;
};

/**
 * The three sources beside each other, equal in size and in what is said of them, and whether they say the same. There is
 * no other way to show a source of an appraisal: one is never seen without the other two. (R014, R065)
 */
export function ThreeSources({ t, sources, address, mayWrite, current }: ThreeSourcesProps) {
  const agreement = agreementOf(sources);
  const words = agreementWords(t, sources);
  return (
    <div class="all-sources">
      <ul>
        {sources.map((source) => (
          <li class={`one-source ${sourceTone[source.source]}`} data-source={source.source}>
            <OneSource t={t} source={source} isCurrent={source.source === current} />
            {address && source.source !== current ? (
              <p class="way">
                <a
                  href={`${address}/kallor/${sourceAddress[source.source]}`}
                  aria-label={t(mayWrite ? "source.open_named" : "source.read_named", {
                    source: t(`source.${source.source}`),
                  })}
                >
                  {t(mayWrite ? "source.open" : "source.read")}
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {agreement === "disagree" || agreement === "partly" ? (
        <Notice t={t} tone="warn" heading={words.heading}>
          {words.text}
        </Notice>
      ) : (
        <p class="muted">
          {words.heading}. {words.text}
        </p>
      )}
    </div>
  );
}

function OneSource({ t, source, isCurrent }: { t: Translate; source: AnySource; isCurrent: boolean }) {
  const gaps = gapsOf(source);
  const sought = soughtWords(t, source);
  const sentences = source.source === "research" ? source.outcomes.map((each) => outcomeSentence(t, each)) : [];
  return (
    <>
      <h3>{t(`source.${source.source}`)}</h3>
      <Meter source={source} />
      <p class="headline">{headlineOf(t, source)}</p>
      {source.summary ? <p>{source.summary}</p> : null}
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {source.standing === "found" ? <p>{voiceOf(t, source)}.</p> : sought ? <p>{sought}</p> : null}
      {gaps.length > 0 && source.standing === "found" ? (
        <div class="gaps">
          <p>{t("source.gaps_count", { count: gaps.length })}:</p>
          <ul>
            {gaps.map((gap) => (
              <li>{gapWords(t, gap)}</li>
            ))}
          </ul>
        </div>
      ) : (
        gaps.filter(({ what }) => what === "missing").map((gap) => <p class="muted">{gapWords(t, gap)}</p>)
      )}
      {source.references.length > 0 ? (
        <p class="muted">{t("source.references_count", { count: source.references.length })}</p>
      ) : null}
      {isCurrent ? <p class="muted way">{t("source.here")}</p> : null}
    </>
  );
}
