import { newId } from "../src/kernel/ids.ts";
import { registerProvider, turnOnProvider } from "../src/features/sign-in/providers/commands.ts";
import { NewProvider } from "../src/features/sign-in/providers/provider.ts";
import { given } from "./given.ts";
import { clientId, clientSecret } from "./openid-provider.ts";
import { visitor } from "./visitor.ts";
import type { testWeb } from "./web.ts";

/** Organisations that sign in their people themselves, and people on their way through. */
export async function givenProviders(web: Awaited<ReturnType<typeof testWeb>>) {
  const { app, db, ownerDb, url, authentication } = web;
  const { organisation, someone } = given(ownerDb);
  const today = Temporal.Now.plainDateISO("Europe/Stockholm");
  const { secret: key } = await authentication.$context;
  const administrator = await someone("administrator");

  /** An organisation with a provider that is on, for a domain of its own. */
  async function unitWith(issuer: string, over: Partial<NewProvider> = {}) {
    const unit = await organisation({ name: `Kommunen ${newId().slice(-6)}` });
    const domain = `k${newId().slice(-8)}.example.se`;
    await ownerDb.insertInto("organisation_domain").values({ domain, organisation_id: unit }).execute();
    const wish = NewProvider.parse({ issuer, clientId, clientSecret, domains: [domain] });
    const { id } = await registerProvider(db, administrator, unit, { ...wish, ...over }, { key, today });
    await turnOnProvider(db, administrator, id, { problem: undefined, today });
    return { unit, domain, id };
  }

  /** Writes an address on the sign-in page and gives the way out that the page shows, if it shows one. */
  async function wayOutFor(email: string) {
    const browser = visitor(app, url);
    const answer = await browser.send("/logga-in", { email, till: "/planera" });
    const page = await answer.text();
    const [, address = ""] = /href="(http:\/\/localhost:\d+\/auth[^"]*)"/.exec(page) ?? [];
    return { ...browser, page, status: answer.status, address: address.replaceAll("&amp;", "&") };
  }

  return { unitWith, wayOutFor, administrator, key, today };
}
