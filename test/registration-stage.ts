import { withdraw } from "../src/features/circles/registration/commands.ts";
import type { RegistrationId } from "../src/features/circles/registration/registration.ts";
import type { RoundId } from "../src/features/circles/round/round.ts";
import { linkHolder } from "../src/kernel/actor.ts";
import type { Clock } from "../src/kernel/clock.ts";
import { newId } from "../src/kernel/ids.ts";
import { given as givenPeople } from "./given.ts";
import { givenRegistrations, monday } from "./given-registrations.ts";
import { day, givenRounds } from "./given-rounds.ts";
import { testWeb } from "./web.ts";

/**
 * The whole web with an organiser of circles, as the tests of the pages about registrations want it: pages are read
 * and buttons pressed, and the clock stands on a Monday until a test moves it.
 */
export async function registrationStage() {
  let now: Clock = monday;
  const web = await testWeb(() => now());
  const { app, db, ownerDb, url, signedIn } = web;
  const given = givenRounds(ownerDb);
  const people = givenPeople(ownerDb);
  const circle = givenRegistrations(db, ownerDb);
  const organiser = await given.organiser({ name: "FoU-enheten i länet" });

  const read = async (path: string, cookie = "") => {
    const answer = await app.request(path, { headers: { cookie } });
    const { status, headers } = answer;
    return { status, headers, to: headers.get("location") ?? "", page: await answer.text() };
  };
  const press = async (path: string, values: Record<string, string> = {}, cookie = "", from = url) => {
    const headers = { origin: from, cookie, ...(from === url ? {} : { "sec-fetch-site": "cross-site" }) };
    const answer = await app.request(path, { method: "POST", body: new URLSearchParams(values), headers });
    return { status: answer.status, to: answer.headers.get("location") ?? "", page: await answer.text() };
  };
  /** What is said at one field. */
  const saidAt = (page: string, field: string) =>
    new RegExp(`id="f-${field}-problem"[^>]*>(.*?)</div>`, "s").exec(page)?.[1]?.replaceAll(/<[^>]+>/g, "") ?? "";

  /** The cookie of somebody with a role in an organisation, the organiser's own unless another is named. */
  const cookieOf = async (role: "developmentLeader" | "registrar", organisation = organiser) =>
    signedIn((await people.someone(role, { organisation })).personId);

  /** Stands on another day from now on. */
  const goTo = (when: Clock) => {
    now = when;
  };

  /** Does something on another day. */
  const on = async <T>(when: Clock, work: () => Promise<T>): Promise<T> => {
    now = when;
    try {
      return await work();
    } finally {
      now = monday;
    }
  };

  /** The addresses in the mails about one registration. */
  const links = {
    confirm: async (id: RegistrationId) => `/anmalan/bekrafta/${await circle.link("registration.confirm", id)}`,
    own: async (id: RegistrationId) => `/anmalan/min/${await circle.link("registration.own", id)}`,
    manager: async (id: RegistrationId, version = "1") =>
      `/chef/${await circle.link("manager.answer", id, { version })}`,
    offer: async (id: RegistrationId) => `/erbjudande/${await circle.link("offer.answer", id)}`,
  };

  const rule = async (roundId: RoundId, strength: "required" | "recommended", text: string) => {
    const id = newId<"eligibility_rule">();
    const known = await ownerDb.selectFrom("eligibility_rule").where("round_id", "=", roundId).select("id").execute();
    const row = { id, round_id: roundId, position: known.length, text, strength };
    await ownerDb.insertInto("eligibility_rule").values(row).execute();
    return id;
  };

  const few = (seats: number) => ({ hard_capacity: seats, target_capacity: seats });

  /** One seat; the first has withdrawn, so the second has an offer until Thursday and the third waits. */
  const offered = async () => {
    const round = await given.published(organiser, few(1));
    const [first, second, third] = await circle.queue(round.id, 3);
    await withdraw(db, linkHolder, { ownToken: await circle.link("registration.own", first!) }, monday);
    return { round, first: first!, second: second!, third: third! };
  };

  /** Somebody whose manager is asked by a link, with the place kept meanwhile. */
  const asking = async () => {
    const round = await given.published(organiser, { manager_consultation: "confirmed" });
    const { id } = await circle.confirmed(round.id, {
      name: "Katarina Ödegård",
      managerEmail: "bo.lind@example.se",
      motivation: "Hemlig motivering",
    });
    return { round, id };
  };

  /** Two places to choose people for; everyone gets their answer on Monday 21 June. */
  const selecting = () =>
    given.published(organiser, { allocation: "selection", notice_date: day("2027-06-21"), ...few(2) });

  return {
    ...web,
    given,
    people,
    circle,
    organiser,
    read,
    press,
    saidAt,
    cookieOf,
    goTo,
    on,
    links,
    rule,
    few,
    offered,
    asking,
    selecting,
  };
}
