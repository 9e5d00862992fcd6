import type { Translate } from "#kernel/messages.ts";
import type { DocumentPart, WrittenDocument } from "#platform/documents/document.ts";
import { paragraphsOf } from "#platform/documents/document.ts";
import { agreementWords, headlineOf, scaleOf, voiceOf } from "#features/appraisals/sources/parts/source-sayings.ts";
import { gapsOf } from "#features/appraisals/sources/strength.ts";
import {
  decisionFacts,
  riskWords,
  sourceInShort,
  summaryFacts,
  weighingFacts,
} from "#features/appraisals/summary/parts/summary-sayings.ts";
import type { Summary } from "#features/appraisals/summary/queries.ts";

/**
 * An appraisal on one page for a board: the question, the three sources beside each other in a table, how they were
 * weighed, what is open, and the decision with what is expected of it. Nothing is left out because it is empty.
 */
export function summaryDocument(t: Translate, summary: Summary): WrittenDocument {
  const { inside, sources, risks, waiting, decision } = summary;
  const { appraisal } = inside;
  const agreement = agreementWords(t, sources);
  const weighing = weighingFacts(t, summary);
  return {
    language: t.language,
    title: t("summary.title", { title: appraisal.title }),
    author: appraisal.organisation,
    kicker: t("summary.kicker", { organisation: appraisal.organisation }),
    isClose: true,
    parts: [
      facts(summaryFacts(t, summary)),
      heading(t("summary.question")),
      ...(appraisal.question ? paragraphsOf(appraisal.question) : [said(t("summary.question_none"))]),
      ...(appraisal.isInUse ? [said(t("summary.in_use"))] : []),
      heading(t("source.all")),
      {
        kind: "table",
        columns: [t("source.name"), t("source.standing"), t("source.scale"), t("source.voice"), t("source.gaps")].map(
          (label) => ({ label }),
        ),
        rows: sources.map((source) => [
          t(`source.${source.source}`),
          headlineOf(t, source),
          scaleOf(t, source),
          voiceOf(t, source),
          t("source.gaps_count", { count: gapsOf(source).length }),
        ]),
      },
      facts(sources.map((source) => ({ term: t(`source.${source.source}`), value: sourceInShort(t, source) }))),
      said(`${agreement.heading}. ${agreement.text}`),
      ...(weighing.length > 0 ? [facts(weighing)] : []),
      heading(t("summary.risks")),
      ...(risks.length > 0
        ? [{ kind: "list" as const, ordered: false, items: risks.map((risk) => [riskWords(t, risk)]) }]
        : [said(t("summary.risks_none"))]),
      said(t("summary.waiting", { count: waiting })),
      heading(t("summary.decision")),
      ...(decision ? [facts(decisionFacts(t, decision))] : [said(t("summary.decision_none"))]),
      ...(decision?.isSoleAuthor ? [said(t("summary.sole_author"))] : []),
    ],
  };
}

function facts(items: readonly { readonly term: string; readonly value: string }[]): DocumentPart {
  return { kind: "facts", items: items.map(({ term, value }) => ({ term, value: [value] })) };
}

function heading(text: string): DocumentPart {
  return { kind: "heading", level: 2, text };
}

function said(text: string): DocumentPart {
  return { kind: "paragraph", line: [text] };
}
