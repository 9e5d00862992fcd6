import { Application, DecidedMatter } from "../src/features/meetings/matter/matter-words.ts";
import { decideMatter } from "../src/features/meetings/matter/decision/commands.ts";
import { parkMatter } from "../src/features/meetings/matter/commands.ts";
import { writeApplication } from "../src/features/meetings/matter/facts/commands.ts";
import { commissionInMatter } from "../src/features/meetings/commission/commands.ts";
import { NewCommission, ReceivedCommission } from "../src/features/meetings/commission/commission-words.ts";
import { answerIntake, receiveCommission } from "../src/features/meetings/overview/intake/commands.ts";
import { givenMeetings } from "./given-meetings.ts";
import { monday } from "./given-registrations.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";

/** A matter of a body that the caller keeps. */
async function matter({ ownerDb, unit }: ApiStage) {
  const meetings = givenMeetings(ownerDb);
  const bodyId = await meetings.body(unit);
  const { id, slug } = await meetings.matter(bodyId);
  return { id, bodyId, slug, params: { slug }, meetings };
}

async function parked(stage: ApiStage) {
  const found = await matter(stage);
  const words = { parkedUntil: null, parkedEvent: "Propositionen kommer", reason: "Väntar" };
  await parkMatter(stage.db, stage.actor, monday, found.slug, words);
  return found;
}

/** A commission in a matter of the caller's body, with a part to report. */
async function given(stage: ApiStage) {
  const { slug } = await matter(stage);
  const words = NewCommission.parse({ title: "Förslag", ownerName: "Kansliet" });
  const { id } = await commissionInMatter(stage.db, stage.actor, monday, slug, words);
  const part = await stage.ownerDb
    .selectFrom("deliverable")
    .where("commission_id", "=", id)
    .select("id")
    .executeTakeFirstOrThrow();
  return { params: { commissionId: id }, part };
}

const asked = { title: "Pröva", requester: "Länet", origin: "regional", fte: 0.2 };

async function received(stage: ApiStage) {
  const words = ReceivedCommission.parse({ ...asked, organisation: stage.unit });
  const { id } = await receiveCommission(stage.db, stage.actor, monday, words);
  return { params: { commissionId: id } };
}

const yes = {
  answer: "accept",
  reason: null,
  size: null,
  fte: 0.2,
  priority: null,
  dueOn: null,
  ownerPerson: null,
  ownerName: null,
} as const;

/** One call that succeeds for every operation about matters and commissions. */
export const matterCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listMatters: async (stage) => ({ params: { slug: `n-${(await matter(stage)).bodyId}` } }),
  raiseMatter: async (stage) => {
    const { bodyId } = await matter(stage);
    return { params: { slug: `n-${bodyId}` }, body: { title: "Ny fråga" } };
  },
  getMatter: async (stage) => ({ params: (await matter(stage)).params }),
  changeMatter: async (stage) => ({ params: (await matter(stage)).params, body: { title: "Ny", version: 1 } }),
  parkMatter: async (stage) => ({
    params: (await matter(stage)).params,
    body: { until: "open", reason: "Väntar" },
  }),
  sayEventCame: async (stage) => ({ params: (await parked(stage)).params, body: {} }),
  referMatter: async (stage) => {
    const { params, meetings } = await matter(stage);
    return { params, body: { to: await meetings.body(stage.unit) } };
  },
  takeUpMatter: async (stage) => ({ params: (await parked(stage)).params, body: { text: "Nu" } }),
  decideMatter: async (stage) => ({
    params: (await matter(stage)).params,
    body: { outcome: "Vi gör så", decidedByName: "Nämnden", decidedDay: "3 mars" },
  }),
  reviewMatter: async (stage) => {
    const { slug, params } = await matter(stage);
    const words = DecidedMatter.parse({ outcome: "Vi gör så", reviewOn: "2028-01-01" });
    await decideMatter(stage.db, stage.actor, monday, slug, words);
    return { params, body: { verdict: "keep", text: "Det gick bra" } };
  },
  dropMatter: async (stage) => ({ params: (await matter(stage)).params, body: { reason: "Ingen tid" } }),
  sayCommitment: async (stage) => {
    const { params, bodyId, meetings } = await matter(stage);
    const known = await stage.ownerDb
      .selectFrom("organisation")
      .where("municipality_code", "=", "1480")
      .select("id")
      .executeTakeFirst();
    const named = { name: "Göteborgs kommun", short_name: "Göteborg", kinds: ["municipality"] };
    const municipality = known?.id ?? (await stage.organisation({ ...named, municipality_code: "1480" }));
    await meetings.member(bodyId, municipality);
    return { params, body: { answer: "in" } };
  },
  writeApplication: async (stage) => ({
    params: (await matter(stage)).params,
    body: { funder: "Fonden", state: "planned" },
  }),
  changeApplication: async (stage) => {
    const { slug, params } = await matter(stage);
    const words = Application.parse({ funder: "Fonden", state: "planned" });
    const { id } = await writeApplication(stage.db, stage.actor, monday, slug, words);
    return { params: { ...params, applicationId: id }, body: { funder: "Fonden", state: "granted" } };
  },
  giveCommission: async (stage) => ({ params: (await matter(stage)).params, body: { title: "Förslag" } }),
  followMatter: async (stage) => ({ params: (await matter(stage)).params, body: { follows: true } }),
  listOpenCommissions: async (stage) => {
    await given(stage);
    return {};
  },
  listOpenMatters: async (stage) => {
    await matter(stage);
    return {};
  },
  getCommissionLoad: async (stage) => {
    await received(stage);
    return {};
  },
  getCommission: async (stage) => ({ params: (await given(stage)).params }),
  receiveCommission: async ({ unit }) => ({ body: { ...asked, organisation: unit } }),
  answerCommission: async (stage) => ({
    params: (await received(stage)).params,
    body: { answer: "decline", reason: "Ingen tid" },
  }),
  setCommissionDays: async (stage) => ({ params: (await given(stage)).params, body: { dueOn: "2027-12-01" } }),
  askForMore: async (stage) => ({ params: (await given(stage)).params, body: { text: "En budget" } }),
  handOnCommission: async (stage) => ({ params: (await given(stage)).params, body: { ownerName: "Kansliet" } }),
  closeCommission: async (stage) => ({ params: (await given(stage)).params, body: { text: "Behövs inte" } }),
  beginCommission: async (stage) => {
    const { params } = await received(stage);
    await answerIntake(stage.db, stage.actor, monday, params.commissionId, yes);
    return { params, body: {} };
  },
  reportPart: async (stage) => {
    const { params, part } = await given(stage);
    return { params: { ...params, partId: part.id }, body: { text: "Klart" } };
  },
};
