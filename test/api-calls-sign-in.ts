import { randomUUID } from "node:crypto";
import { registerDomain } from "../src/features/organisations/commands.ts";
import { registerProvider } from "../src/features/sign-in/providers/commands.ts";
import { dateIn } from "../src/kernel/clock.ts";
import { newId } from "../src/kernel/ids.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";
import { monday } from "./given-registrations.ts";

async function aPasskey({ ownerDb, actor }: ApiStage) {
  const id = newId<"sign_in_passkey">();
  const key = { public_key: "x", credential_id: id, counter: 0, device_type: "x", backed_up: false };
  await ownerDb
    .insertInto("sign_in_passkey")
    .values({ ...key, id, person_id: actor.personId! })
    .execute();
  return id;
}

const providerSettings = (domain: string, issuer: string) => ({
  issuer,
  clientId: "sammanvagt",
  clientSecret: "hemlig",
  domains: [domain],
  addressClaim: "email" as const,
  admitsNew: false,
  onlyWay: false,
});

async function aDomain(stage: ApiStage) {
  const organisationId = await stage.organisation({ name: `Kommunen ${randomUUID()}` });
  const domain = `${randomUUID()}.example.se`;
  await registerDomain(stage.db, stage.actor, organisationId, { domain });
  return { organisationId, domain };
}

async function aProvider(stage: ApiStage) {
  const { organisationId, domain } = await aDomain(stage);
  const { secret: key } = await stage.authentication.$context;
  const by = { key, today: dateIn(monday()) };
  const settings = providerSettings(domain, stage.issuer);
  const { id } = await registerProvider(stage.db, stage.actor, organisationId, settings, by);
  return { organisationId, domain, providerId: id };
}

/** How people come in: one call that succeeds for every operation. */
export const signInCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  listPasskeys: async () => ({}),
  renamePasskey: async (stage) => ({ params: { passkeyId: await aPasskey(stage) }, body: { name: "Telefonen" } }),
  removePasskey: async (stage) => ({ params: { passkeyId: await aPasskey(stage) } }),
  turnOffSecondFactor: async ({ person }) => ({
    params: { personId: await person({ name: "Bo", two_factor_enabled: true }) },
  }),
  listSignInProviders: async (stage) => ({ params: { organisationId: (await aProvider(stage)).organisationId } }),
  registerSignInProvider: async (stage) => {
    const { organisationId, domain } = await aDomain(stage);
    return { params: { organisationId }, body: providerSettings(domain, stage.issuer) };
  },
  changeSignInProvider: async (stage) => {
    const { providerId, domain } = await aProvider(stage);
    return { params: { providerId }, body: { ...providerSettings(domain, stage.issuer), onlyWay: true } };
  },
  testSignInProvider: async (stage) => ({ params: { providerId: (await aProvider(stage)).providerId } }),
  turnOnSignInProvider: async (stage) => ({
    params: { providerId: (await aProvider(stage)).providerId },
  }),
  turnOffSignInProvider: async (stage) => ({ params: { providerId: (await aProvider(stage)).providerId } }),
  endSignInProvider: async (stage) => ({
    params: { providerId: (await aProvider(stage)).providerId },
    body: { lastDay: "2027-12-31" },
  }),
  releaseSignInIdentity: async (stage) => {
    const { providerId } = await aProvider(stage);
    const email = `${randomUUID()}@example.se`;
    const account = { id: newId<"sign_in_account">(), person_id: await stage.person({ email }) };
    await stage.ownerDb
      .insertInto("sign_in_account")
      .values({ ...account, provider_id: providerId, account_id: randomUUID(), updated_at: monday() })
      .execute();
    return { params: { providerId }, body: { email } };
  },
  listWaitingSignInDomains: async () => ({}),
  approveSignInDomain: async (stage) => {
    const { providerId, domain } = await aProvider(stage);
    await stage.ownerDb
      .updateTable("sign_in_provider_domain")
      .set({ approved_at: null })
      .where("domain", "=", domain)
      .execute();
    return { params: { providerId, domain } };
  },
};
