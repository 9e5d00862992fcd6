import { expect, test } from "vitest";
import { given } from "../../../../../test/given.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { testWeb } from "../../../../../test/web.ts";

const { app, db, signedIn } = await testWeb(noon("2027-03-18"));

const listFor = async (cookie: string, query = "") => {
  const answer = await app.request(`/personer${query}`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  return answer.text();
};

test("a list shown again shows what has changed meanwhile, and each reader only their own people, in their language", async () => {
  const [unit, neighbour] = [await given(db).organisation(), await given(db).organisation()];
  const leader = await given(db).someone("developmentLeader", { organisation: unit }, { name: "Maja Ek" });
  const other = await given(db).someone("developmentLeader", { organisation: neighbour }, { name: "Nils Ö" });
  const [maja, nils] = [await signedIn(leader.personId), await signedIn(other.personId)];
  const ada = await given(db).person({ name: "Ada Berg", email: "ada.berg@example.se" });
  await given(db).role(ada, "guest", { organisation: unit });

  expect(await listFor(maja)).toContain("Ada Berg");
  expect(await listFor(maja)).toContain("2 personer");
  expect(await listFor(nils)).not.toContain("Ada Berg");
  expect(await listFor(maja, "?lang=en")).toContain("2 people");

  await db.updateTable("person").set({ name: "Ada Ås" }).where("id", "=", ada).execute();
  expect(await listFor(maja)).toContain("Ada Ås");
  expect(await listFor(maja)).not.toContain("Ada Berg");

  await db.updateTable("role_assignment").set({ role: "unitManager" }).where("person_id", "=", ada).execute();
  expect(await listFor(maja)).toContain("Enhetschef, ");
});
