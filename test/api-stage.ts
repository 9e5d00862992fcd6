import { grants } from "../src/kernel/actor.ts";
import { createToken } from "../src/platform/tokens/commands.ts";
import { given } from "./given.ts";
import { givenRegistrations, monday } from "./given-registrations.ts";
import { givenRounds } from "./given-rounds.ts";
import { lyingProvider } from "./lying-provider.ts";
import { testWeb } from "./web.ts";

/** What fills an operation's address and body so that it succeeds, on a stage set for this one call. */
export type RightCall = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

/** The web, somebody who may do everything with a token that carries it, and the sentences that set the stage. */
export async function apiStage() {
  let clock = monday;
  const web = await testWeb(() => clock());
  const { db, ownerDb } = web;
  const sentences = given(ownerDb);
  const rounds = givenRounds(ownerDb);
  const circle = givenRegistrations(db, ownerDb);
  const unit = await sentences.organisation({ name: "FoU Länet" });
  const person = await sentences.person({ name: "Alva Lind", email: "alva@example.se" });
  await sentences.role(person, "administrator");
  const actor = await sentences.actor(person);

  const token = async (scopes = [...grants]) => {
    const expiresAt = monday().add({ hours: 24 * 300 });
    return createToken(db, actor, { name: "test", scopes, expiresAt }, monday());
  };
  const standOn = (now: typeof monday) => void (clock = now);
  // It knows us, and complains of a code that it never made: so does one that can be turned on.
  const { issuer, lies } = await lyingProvider({});
  lies({ tokenAnswer: { status: 400, body: '{"error":"invalid_grant"}' } });
  return { ...web, ...sentences, rounds, circle, unit, actor, token, standOn, issuer };
}

export type ApiStage = Awaited<ReturnType<typeof apiStage>>;

/** A round that is open for applications, and its address as a call wants it. */
export async function publishedSlug({ rounds, unit }: ApiStage, over = {}) {
  const round = await rounds.published(unit, over);
  return { ...round, params: { slug: round.slug } };
}
