import type { MessageKey, Translate } from "#kernel/messages.ts";
import { type Marked, markedStates, type Report, type ReportedMeeting } from "#features/circles/report/report.ts";
import { sayFigure } from "#features/circles/report/parts/figure-words.ts";
import type { Territory } from "#features/circles/report/territory/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";

/** A figure, words, or what nobody knows. */
export type Cell = string | number | null;

/** One table of a report. The page, the Word file, the PDF, the spreadsheet and the CSV file are all drawn from it. */
export type ReportTable = {
  readonly name: string;
  readonly caption: string;
  readonly note?: string | undefined;
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
  /** Drawn as bars on the page: the first figure is all, a second is some of them. */
  readonly bars?: boolean;
  /** Where each row leads on the page. */
  readonly links?: readonly string[];
};

type Shown = {
  readonly report: Report;
  readonly territory: Territory["basis"];
};

/** A report as tables, in the order they are read. What there is nothing to say about is left out. */
export function reportTables(t: Translate, { report, territory }: Shown): ReportTable[] {
  const several = report.rounds.length !== 1;
  return [
    inShort(t, report),
    ...(several ? [roundsTable(t, report)] : []),
    ...(report.sessions.held > 0 ? attendanceTables(t, report, several) : []),
    peopleTable(t, report),
    ...homeTables(t, report, territory),
    {
      ...counted(t, "sectors", "report.sector", "report.participants"),
      rows: report.sectors.map(({ sector, places }) => [t(`registration.page.sector.${sector}`), places]),
      bars: true,
    },
    hoursTable(t, report),
    ...proposalTables(t, report),
    reachTable(t, report),
    ...costTables(t, report),
  ];
}

function inShort(t: Translate, { sessions, people, municipalities, hours, proposals, reach, costs }: Report) {
  return listed(t, "in_short", "report.what", [
    [t("report.short.held"), sessions.held],
    [t("report.short.planned"), sessions.planned],
    ...(sessions.calledOff > 0 ? [[t("report.short.calledOff"), sessions.calledOff]] : []),
    [t("report.short.digital"), sessions.digital],
    [t("report.short.places"), people.places],
    [t("report.short.municipalities"), municipalities],
    [t("report.short.hours"), inHours(hours.attended.minutes)],
    [t("report.short.proposals"), proposals.count],
    [t("report.short.colleagues"), reach.colleagues],
    [t("report.short.cost"), costs.total],
  ]);
}

function roundsTable(t: Translate, { rounds }: Report): ReportTable {
  const labels: readonly MessageKey[] = [
    "report.short.held",
    "report.short.planned",
    "report.participants",
    "report.short.municipalities",
    "report.short.proposals",
    "report.colleagues",
    "report.short.cost",
  ];
  return {
    name: "rounds",
    caption: t("report.rounds"),
    columns: [
      { label: t("report.round") },
      { label: t("report.state") },
      ...labels.map((label) => ({ label: t(label), numeric: true })),
    ],
    rows: rounds.map(({ title, state, held, planned, places, municipalities, proposals, colleagues, cost }) => [
      title,
      t(`round.state.${state}`),
      held,
      planned,
      places,
      municipalities,
      proposals,
      colleagues,
      cost,
    ]),
    links: rounds.map(({ slug }) => `/cirkel/${slug}/rapport`),
  };
}

/** How many were at the meetings that have been held; each of them where it is one round's. */
function attendanceTables(t: Translate, report: Report, several: boolean): ReportTable[] {
  const rows = marksRows(t, report.attendance);
  return [
    ...(several ? [] : [meetingsTable(t, report)]),
    { ...listed(t, "attendance", "report.what", rows, "report.attendance_note"), bars: true },
  ];
}

function meetingsTable(t: Translate, { meetings }: Report): ReportTable {
  return {
    name: "meetings",
    caption: t("report.meetings"),
    columns: [
      { label: t("report.meeting") },
      { label: t("report.expected"), numeric: true },
      { label: t("report.came"), numeric: true },
    ],
    rows: meetings
      .filter(({ wasHeld }) => wasHeld)
      .map((meeting) => {
        const { marks } = meeting;
        const all = markedStates.reduce((sum, state) => sum + marks[state], 0);
        return [meetingName(t, meeting), all, marks.present + marks.digital + marks.substitute];
      }),
    bars: true,
  };
}

function meetingName(t: Translate, { date, kind }: ReportedMeeting): string {
  const day = date ? sayDate(t.language, date) : t("report.meeting.no_date");
  return kind === "followUp" ? `${day}, ${t("report.meeting.followUp")}` : day;
}

function marksRows(t: Translate, marks: Readonly<Record<Marked, number>>): Cell[][] {
  return markedStates.map((state) => [t(`report.mark.${state}`), marks[state]]);
}

function peopleTable(t: Translate, { people }: Report): ReportTable {
  const rows = [
    "applied",
    "places",
    "persons",
    "completed",
    "neverCame",
    "withdrawn",
    "leaders",
    "facilitators",
    "guests",
  ] as const;
  return listed(
    t,
    "people",
    "report.what",
    rows.map((name) => [t(`report.people.${name}`), people[name] ?? null]),
  );
}

function homeTables(t: Translate, { homes, notReached, territory: count }: Report, basis: Territory["basis"]) {
  const everyone = basis !== "unknown" && notReached.length === 0;
  const tables: ReportTable[] = [
    {
      ...counted(t, "homes", "report.home", "report.participants"),
      note: t("report.homes_note"),
      rows: homes.map(({ name, places }) => [name, places]),
      bars: true,
    },
    {
      name: "not_reached",
      caption: t("report.not_reached"),
      note: everyone ? t("report.not_reached_none", { count }) : t(`report.not_reached_note.${basis}`, { count }),
      columns: [{ label: t("report.municipality") }, { label: t("report.why") }],
      rows: notReached.map(({ name, why }) => [name, t(`report.why.${why}`)]),
    },
  ];
  return tables;
}

function hoursTable(t: Translate, { hours: { planned, attended, between, commitment } }: Report): ReportTable {
  const table = listed(t, "hours", "report.what", [
    [t("report.hours.planned"), inHours(planned.minutes)],
    [t("report.hours.between"), inHours(between.minutes)],
    [t("report.hours.attended"), inHours(attended.minutes)],
    [t("report.hours.commitment"), commitment ?? null],
    ...(planned.unknown > 0 ? [[t("report.hours.unknown"), planned.unknown]] : []),
    ...(between.unknown > 0 ? [[t("report.hours.between_unknown"), between.unknown]] : []),
  ]);
  return planned.unknown + between.unknown > 0 ? { ...table, note: t("report.hours_note") } : table;
}

function proposalTables(t: Translate, { proposals, people, rounds }: Report): ReportTable[] {
  const { count, participants: made, byState, published } = proposals;
  const slugOf = new Map(rounds.map(({ id, slug }) => [id, slug]));
  return [
    {
      ...counted(t, "proposals", "report.state", "report.count"),
      note: t("report.proposals_note", { count, made, places: people.places }),
      rows: byState.map((each) => [t(`proposal.state.${each.state}`), each.count]),
      bars: true,
    },
    ...(published.length === 0
      ? []
      : [
          {
            name: "published",
            caption: t("report.published"),
            note: t("report.published_note"),
            columns: [{ label: t("report.proposal") }, { label: t("report.owner") }, { label: t("report.state") }],
            rows: published.map(({ title, owner, state }) => [title, owner, t(`proposal.state.${state}`)]),
            links: published.map(({ id, roundId }) => `/cirklar/${slugOf.get(roundId)}/forslag/${id}`),
          },
        ]),
  ];
}

function reachTable(t: Translate, { reach: { colleagues, perParticipant, target, byEmployer } }: Report): ReportTable {
  const each = perParticipant === undefined ? t("report.unknown") : sayFigure(t, perParticipant);
  return {
    ...counted(t, "reach", "report.home", "report.colleagues"),
    note: t("report.reach_note", { colleagues, each, target }),
    rows: byEmployer.map(({ name, colleagues: reached }) => [name, reached]),
    bars: true,
  };
}

function costTables(t: Translate, { costs: { rows, sources, total, perPlace } }: Report): ReportTable[] {
  const table = counted(t, "costs", "report.funder", "report.amount");
  if (total === null) return [{ ...table, note: t("report.costs_none"), rows: [] }];
  const each = perPlace === undefined ? t("report.unknown") : sayFigure(t, Math.round(perPlace));
  return [
    {
      ...table,
      note: t("report.costs_note", { total: sayFigure(t, total), each }),
      rows: sources.map(({ funder, amount }) => [funder, amount]),
      bars: true,
    },
    {
      name: "cost_rows",
      caption: t("report.cost_rows"),
      columns: [
        { label: t("report.purpose") },
        { label: t("report.funder") },
        { label: t("report.amount"), numeric: true },
      ],
      rows: rows.map(({ purpose, funder, amount }) => [purpose, funder, amount]),
    },
  ];
}

type Named = "in_short" | "attendance" | "people" | "homes" | "sectors" | "hours" | "proposals" | "reach" | "costs";

function counted(t: Translate, name: Named, what: MessageKey, figure: MessageKey): Omit<ReportTable, "rows"> {
  return { name, caption: t(`report.${name}`), columns: [{ label: t(what) }, { label: t(figure), numeric: true }] };
}

function listed(t: Translate, name: Named, what: MessageKey, rows: readonly Cell[][], note?: MessageKey): ReportTable {
  return { ...counted(t, name, what, "report.count"), rows, note: note && t(note) };
}

/** Minutes as hours, to the tenth. */
function inHours(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}
