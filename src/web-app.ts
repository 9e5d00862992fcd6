import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";
import { organisationImportsApi } from "#features/organisations/imports/api.ts";
import { organisationsApi } from "#features/organisations/api.ts";
import { importPages as organisationImportPages } from "#features/organisations/imports/pages/imports.tsx";
import { looksApi } from "#features/organisations/looks/api.ts";
import { lookPages, markPages } from "#features/organisations/looks/pages/looks.tsx";
import { organisationListPages } from "#features/organisations/pages/organisation-list.tsx";
import { organisationPages } from "#features/organisations/pages/organisation.tsx";
import { successionApi } from "#features/organisations/succession/api.ts";
import { successionPages } from "#features/organisations/succession/pages/succession.tsx";
import { peopleApi } from "#features/organisations/people/api.ts";
import { mergingApi } from "#features/organisations/people/merging/api.ts";
import { duplicatePages } from "#features/organisations/people/merging/pages/duplicates.tsx";
import { mergePages } from "#features/organisations/people/merging/pages/merge.tsx";
import { peoplePages } from "#features/organisations/people/pages/people.tsx";
import { personPages } from "#features/organisations/people/pages/person.tsx";
import { roleFormPages } from "#features/organisations/people/pages/role-forms.tsx";
import { calendarApi } from "#features/circles/calendar/api.ts";
import { calendarAddressPages, roundCalendarAddressPages } from "#features/circles/calendar/pages/addresses.tsx";
import { followedCalendarPages } from "#features/circles/calendar/pages/followed.tsx";
import { handoverApi } from "#features/circles/handover/api.ts";
import { handoverPages } from "#features/circles/handover/pages/handover.tsx";
import { reachingApi } from "#features/circles/reaching/api.ts";
import { invitationPages, publicInvitationPages } from "#features/circles/reaching/pages/invitation.tsx";
import { listPages } from "#features/circles/reaching/pages/lists.tsx";
import { messagePages } from "#features/circles/reaching/pages/messages.tsx";
import { joinLinksApi } from "#features/circles/round/join-links/api.ts";
import { joinLinkPages } from "#features/circles/round/join-links/pages/join-link.tsx";
import { roundFeedPages } from "#features/circles/public/pages/feed.tsx";
import { addApplicantPages } from "#features/circles/registration/pages/add-applicant.tsx";
import { correctApplicantPages } from "#features/circles/registration/pages/correct-applicant.tsx";
import { applicationImportPages } from "#features/circles/registration/pages/import.tsx";
import { lostLinkPages } from "#features/circles/registration/pages/lost-link.tsx";
import { applicationPages } from "#features/circles/registration/pages/application.tsx";
import { confirmationPages } from "#features/circles/registration/pages/confirmation.tsx";
import { mailPreviewPages } from "#features/circles/registration/pages/mails.tsx";
import { managerPages } from "#features/circles/registration/pages/manager-answer.tsx";
import { offerPages } from "#features/circles/registration/pages/offer.tsx";
import { rosterPages } from "#features/circles/registration/pages/roster.tsx";
import { rosterPersonPages } from "#features/circles/registration/pages/roster-person.tsx";
import { selectionPages } from "#features/circles/registration/pages/selection.tsx";
import { ownPages } from "#features/circles/registration/pages/own.tsx";
import { publicRoundPages } from "#features/circles/public/pages/round.tsx";
import { openRoundsPages } from "#features/circles/public/pages/rounds.tsx";
import { applicationsApi } from "#features/circles/registration/api.ts";
import { addedApi } from "#features/circles/registration/added/api.ts";
import { applicationImportApi } from "#features/circles/registration/imports/api.ts";
import { rosterApi } from "#features/circles/registration/eligibility/api.ts";
import { selectionApi } from "#features/circles/registration/selection/api.ts";
import { publicRoundsApi } from "#features/circles/public/api.ts";
import { roundsApi } from "#features/circles/round/api.ts";
import { roundSectionsApi } from "#features/circles/round/editor/api.ts";
import { plannedRoundsApi } from "#features/circles/round/overview/api.ts";
import { sessionsApi } from "#features/circles/round/sessions/api.ts";
import { knownLeadersApi } from "#features/circles/round/known-leaders/api.ts";
import { knownLeaderPages } from "#features/circles/round/pages/known-leaders.ts";
import { myRoundsPages } from "#features/circles/round/pages/my-rounds.tsx";
import { newRoundPages } from "#features/circles/round/pages/new-round.tsx";
import { overviewPages } from "#features/circles/round/pages/overview.tsx";
import { publishingPages } from "#features/circles/round/pages/publishing.tsx";
import { readingPages } from "#features/circles/round/pages/reading.tsx";
import { sectionPages } from "#features/circles/round/pages/sections.tsx";
import { seriesPages } from "#features/circles/round/pages/series.tsx";
import { sessionPages } from "#features/circles/round/pages/sessions.tsx";
import { sessionShortcutPages } from "#features/circles/round/pages/session-shortcuts.tsx";
import { tokensApi, waysInApi } from "#features/sign-in/api.ts";
import { passkeyPages } from "#features/sign-in/passkeys/pages/passkeys.tsx";
import { secondFactorPages } from "#features/sign-in/pages/second-factor.tsx";
import { keyPages } from "#features/sign-in/pages/keys.tsx";
import { providersApi } from "#features/sign-in/providers/api.ts";
import { approvalPages } from "#features/sign-in/providers/pages/approval.tsx";
import { providerPages } from "#features/sign-in/providers/pages/providers.tsx";
import { providerReturnPages } from "#features/sign-in/providers/pages/through.tsx";
import { mailedSignInPages, signInPages } from "#features/sign-in/pages/sign-in.tsx";
import { securityPages } from "#features/sign-in/pages/security.tsx";
import { operationsApi } from "#features/operations/api.ts";
import { chainPages } from "#features/operations/pages/chain.tsx";
import { outboxMailPages } from "#features/operations/pages/mail.tsx";
import { outboxPages } from "#features/operations/pages/outbox.tsx";
import { operationsPages } from "#features/operations/pages/overview.tsx";
import { trailPages } from "#features/operations/pages/trail.tsx";
import { workPages } from "#features/operations/pages/work.tsx";
import { privacyApi } from "#features/privacy/api.ts";
import { ownDataApi } from "#features/privacy/own-data/api.ts";
import { askForDataPages, mailedDataPages } from "#features/privacy/own-data/pages/mailed-data.tsx";
import { ownDataPages } from "#features/privacy/own-data/pages/own-data.tsx";
import { erasurePages } from "#features/privacy/pages/erasures.tsx";
import { privacyPages } from "#features/privacy/pages/privacy.tsx";
import { accessibilityApi } from "#features/site/accessibility/api.ts";
import { reportingPages } from "#features/site/accessibility/pages/reporting.tsx";
import { reportPages } from "#features/site/accessibility/pages/reports.tsx";
import { statementPages } from "#features/site/accessibility/pages/statement.tsx";
import { aboutPages } from "#features/site/pages/about.tsx";
import { apiDocumentPage } from "#features/site/pages/api-document.tsx";
import { todayPages } from "#features/today/pages/today.tsx";
import { brokenPage, refusedPage } from "#features/site/pages/refusals.tsx";
import { renderer } from "#page-renderer.tsx";
import { personParts } from "#person-parts.ts";
import { packageRoot } from "#platform/package-root.ts";
import { apiApplication, type ApiRoute } from "#platform/web/api.ts";
import type { PageAssets } from "#platform/web/assets.ts";
import type { Environment } from "#platform/web/environment.ts";
import { keeperOf, type Recognise } from "#platform/web/gate.ts";
import { healthOf } from "#platform/web/health.ts";
import { watchedBy } from "#platform/web/metrics.ts";
import { mount, type Pages } from "#platform/web/pages.ts";
import { openWeb, type WebParts } from "#platform/web/web.ts";

/** Every list of pages. */
const pageLists: readonly Pages[] = [
  todayPages,
  openRoundsPages,
  publicRoundPages,
  roundFeedPages,
  myRoundsPages,
  newRoundPages,
  seriesPages,
  overviewPages,
  readingPages,
  sectionPages,
  sessionShortcutPages,
  joinLinkPages,
  sessionPages,
  publishingPages,
  applicationPages,
  confirmationPages,
  lostLinkPages,
  ownPages,
  managerPages,
  offerPages,
  rosterPages,
  addApplicantPages,
  applicationImportPages,
  correctApplicantPages,
  rosterPersonPages,
  selectionPages,
  mailPreviewPages,
  messagePages,
  invitationPages,
  publicInvitationPages,
  listPages,
  handoverPages,
  followedCalendarPages,
  calendarAddressPages,
  roundCalendarAddressPages,
  aboutPages,
  statementPages,
  reportingPages,
  reportPages,
  privacyPages,
  askForDataPages,
  mailedDataPages,
  ownDataPages,
  erasurePages,
  signInPages,
  mailedSignInPages,
  providerReturnPages,
  providerPages,
  approvalPages,
  securityPages,
  passkeyPages,
  secondFactorPages,
  keyPages,
  operationsPages,
  outboxPages,
  outboxMailPages,
  workPages,
  trailPages,
  chainPages,
  organisationListPages,
  organisationImportPages,
  successionPages,
  lookPages,
  markPages,
  organisationPages,
  peoplePages,
  duplicatePages,
  knownLeaderPages,
  mergePages(personParts),
  roleFormPages,
  personPages,
];

/** Every operation of the API. */
const apiRoutes: readonly ApiRoute[] = [
  ...organisationsApi,
  ...organisationImportsApi,
  ...successionApi,
  ...looksApi,
  ...tokensApi,
  ...waysInApi,
  ...providersApi,
  ...operationsApi,
  ...accessibilityApi,
  ...privacyApi,
  ...ownDataApi,
  ...mergingApi(personParts),
  ...knownLeadersApi,
  ...peopleApi,
  ...publicRoundsApi,
  ...plannedRoundsApi,
  ...roundsApi,
  ...roundSectionsApi,
  ...sessionsApi,
  ...applicationsApi,
  ...rosterApi,
  ...addedApi,
  ...applicationImportApi,
  ...selectionApi,
  ...reachingApi,
  ...joinLinksApi,
  ...handoverApi,
  ...calendarApi,
];

export type WebAppParts = Omit<WebParts, "render" | "refused" | "broken"> & {
  readonly recognise: Recognise;
  readonly assets: PageAssets;
  readonly version: string;
  readonly jobsAreWell: () => boolean;
};

/** The whole web: every page and every operation of the API, each behind its gate. */
export function webApp(parts: WebAppParts): Hono<Environment> {
  const { recognise, assets, version, jobsAreWell, ...rest } = parts;
  const hono = openWeb({ ...rest, render: renderer(assets), refused: refusedPage, broken: brokenPage });
  const open = keeperOf("open", recognise);

  const files = serveStatic<Environment>({
    root: join(packageRoot, "dist/client"),
    precompressed: true,
    onFound: (path, c) => {
      // Names under assets/ hold a hash of the content: what they name never changes.
      const lasts = path.includes("/assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
      c.header("Cache-Control", lasts);
    },
  });
  for (const path of [
    "/assets/*",
    "/favicon.svg",
    "/favicon.ico",
    "/touch-icon.png",
    "/app.webmanifest",
    "/robots.txt",
  ]) {
    hono.get(path, open, files);
  }

  hono.get("/health", open, async (c) => {
    const health = await healthOf(c.var.db, version, jobsAreWell);
    return c.json(health, health.status === "ok" ? 200 : 503);
  });
  hono.get("/metrics", open, async (c) => {
    if (!watchedBy(c)) return c.notFound();
    return c.body(await parts.metrics.text(), 200, { "content-type": parts.metrics.contentType });
  });

  mount(hono, recognise, pageLists);

  const api = gathered(recognise);
  let document: ApiDocument | undefined;
  const described = () => (document ??= documentOf(api, version));
  hono.route("/api/v1", api);
  hono.get("/api/v1/openapi.json", open, (c) => c.json(described()));
  hono.get("/api/docs", open, (c) => apiDocumentPage(c, described()));
  return hono;
}

/** The API's description, without anybody to ask it. */
export function apiDocument(version: string): ApiDocument {
  return documentOf(gathered({ session: async () => undefined, token: async () => undefined }), version);
}

type Api = ReturnType<typeof apiApplication>;
type ApiDocument = ReturnType<Api["getOpenAPI31Document"]>;

function gathered(recognise: Recognise): Api {
  const api = apiApplication();
  for (const route of apiRoutes) route(recognise, api);
  api.openAPIRegistry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  return api;
}

function documentOf(api: Api, version: string): ApiDocument {
  return api.getOpenAPI31Document(openApiHead(version));
}

function openApiHead(version: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Sammanvägt",
      version,
      description: "Everything the pages can do, by the same commands. Errors are RFC 9457 problems.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: "/api/v1" }],
  };
}
