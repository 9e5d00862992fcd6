import type { Translate } from "#kernel/messages.ts";
import {
  type DocumentPart,
  type Line,
  paragraphsOf,
  type Run,
  type WrittenDocument,
} from "#platform/documents/document.ts";
import { roundInFacts } from "#features/circles/public/parts/round-in-facts.ts";
import { kindName } from "#features/circles/public/parts/round-story.tsx";
import { termOf } from "#features/circles/public/parts/session-timeline.tsx";
import { stepsToTake } from "#features/circles/public/parts/what-happens.tsx";
import type { PublicRound } from "#features/circles/public/queries.ts";
import { isReachable } from "#features/circles/round/publish-readiness.ts";
import { knowledgeSources, type Session } from "#features/circles/round/round.ts";
import { sayDate, sayTimes } from "#ui/swedish-dates.ts";

/**
 * The invitation to a round as a document, from what is written down about it: the same whether it is read in a mail,
 * in Word or as a PDF. What nobody knows yet is left out, or said to be told later, as on the public page.
 */
export function invitationDocument(
  t: Translate,
  seen: PublicRound,
  { today, address }: { readonly today: Temporal.PlainDate; readonly address: string },
): WrittenDocument {
  const { round, organiser } = seen;
  return {
    language: t.language,
    title: round.title,
    author: organiser.name,
    kicker: `${kindName(t, seen)} · ${organiser.name}`,
    lead: round.lead ?? undefined,
    parts: [
      ...told(t("public.goal"), round.goal),
      ...told(t("public.purpose"), round.purpose),
      ...told(t("public.problem"), round.practiceProblem),
      ...told(t("public.background"), round.background),
      ...questionsIn(t, seen),
      ...sessionsIn(t, seen, today),
      ...audienceIn(t, seen),
      ...leadersIn(t, seen),
      heading(t("public.facts")),
      { kind: "facts", items: factsIn(t, seen, today) },
      ...applyingIn(t, seen, today, address),
      ...contactsIn(t, seen),
    ],
  };
}

function heading(text: string, level: 2 | 3 = 2): DocumentPart {
  return { kind: "heading", level, text };
}

function list(items: readonly Line[], ordered = false): DocumentPart {
  return { kind: "list", ordered, items };
}

function told(name: string, text: string | null): DocumentPart[] {
  return text ? [heading(name), ...paragraphsOf(text)] : [];
}

function questionsIn(t: Translate, { round }: PublicRound): DocumentPart[] {
  if (round.questions.length === 0) return [];
  return [
    heading(t("public.questions")),
    ...knowledgeSources.flatMap((source) => {
      const own = round.questions.filter((question) => question.source === source);
      return own.length === 0
        ? []
        : [heading(t(`public.source.${source}`), 3), list(own.map(({ text }): Line => [text]))];
    }),
  ];
}

function sessionsIn(t: Translate, { round }: PublicRound, today: Temporal.PlainDate): DocumentPart[] {
  const held = round.sessions.filter(({ calledOff }) => !calledOff);
  if (held.length === 0) return [heading(t("public.sessions")), ...paragraphsOf(termOf(t, round.plannedTerm))];
  const items = held.map((session) => ({
    term: session.date ? sayDate(t.language, session.date, { today }) : t("public.session.date_unknown"),
    value: [sessionWords(t, session)],
  }));
  return [heading(t("public.sessions")), { kind: "facts", items }];
}

function sessionWords(t: Translate, session: Session): string {
  const { date, starts, ends, theme, kind, mode, venue, provisional, catering, audience } = session;
  const time = starts ? sayTimes(t.language, starts, ends) : date ? t("public.session.time_unknown") : undefined;
  const place = venue ?? (mode === "digital" ? undefined : t("public.session.venue_unknown"));
  const words = [
    theme ?? undefined,
    kind === "regular" ? undefined : t(`public.session.${kind}`),
    mode ? t(`public.mode.${mode}`) : undefined,
    place,
    catering ? t("public.session.lunch") : undefined,
    audience ? t("public.session.audience", { audience }) : undefined,
    provisional ? t("public.session.provisional") : undefined,
  ].filter((word) => word !== undefined);
  return (time ? [time, ...words] : words).join(" · ");
}

function audienceIn(t: Translate, { round }: PublicRound): DocumentPart[] {
  if (!round.audience && round.rules.length === 0) return [];
  const rulesOf = (strength: "required" | "recommended"): DocumentPart[] => {
    const own = round.rules.filter((rule) => rule.strength === strength);
    return own.length === 0
      ? []
      : [...paragraphsOf(t(`public.rule.${strength}`)), list(own.map(({ text }): Line => [text]))];
  };
  return [
    heading(t("public.who")),
    ...paragraphsOf(round.audience ?? ""),
    ...rulesOf("required"),
    ...rulesOf("recommended"),
  ];
}

function leadersIn(t: Translate, { round }: PublicRound): DocumentPart[] {
  const named = ({ name, title }: { name: string; title: string | null }): Line => [title ? `${name}, ${title}` : name];
  const leaders = round.leaders.filter(({ part }) => part === "leader");
  const facilitators = round.leaders.filter(({ part }) => part === "facilitator");
  return [
    ...(leaders.length > 0 ? [heading(t("public.leaders")), list(leaders.map(named))] : []),
    ...(facilitators.length > 0 ? [...paragraphsOf(t("public.facilitators")), list(facilitators.map(named))] : []),
  ];
}

function factsIn(t: Translate, seen: PublicRound, today: Temporal.PlainDate) {
  const { places } = seen.availability;
  const number = t(seen.round.capacityApproximate ? "public.places_about" : "public.places_number", { count: places });
  return [
    { term: t("reaching.invitation.places"), value: [number] },
    ...roundInFacts(t, seen, today).map(({ term, value, note }) => ({
      term,
      value: [[value ?? t("public.to_be_told"), note].filter(Boolean).join(", ")],
    })),
  ];
}

function applyingIn(t: Translate, seen: PublicRound, today: Temporal.PlainDate, address: string): DocumentPart[] {
  const steps = stepsToTake(t, seen, today, t("reaching.invitation.apply_step"));
  const where: Run = { text: address, href: address };
  return [
    heading(t("reaching.invitation.apply")),
    { kind: "paragraph", line: [`${t("reaching.invitation.apply_at")} `, where] },
    ...(steps.length > 0
      ? [
          list(
            steps.map((step): Line => [step]),
            true,
          ),
        ]
      : []),
  ];
}

function contactsIn(t: Translate, { round }: PublicRound): DocumentPart[] {
  const contacts = round.contacts.filter(isReachable);
  if (contacts.length === 0) return [];
  const items = contacts.map(({ name, title, email, phone }): Line => {
    const ways: Run[] = [
      ...(email ? [", ", { text: email, href: `mailto:${email}` }] : []),
      ...(phone ? [", ", { text: phone, href: `tel:${phone.replaceAll(/[^+\d]/gu, "")}` }] : []),
    ];
    return [title ? `${name}, ${title}` : name, ...ways];
  });
  return [heading(t("public.contact")), list(items)];
}
