import { describe, expect, test } from "vitest";
import { noon } from "../../../../../test/given-rounds.ts";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const { circle, links, read, press, on, offered } = await registrationStage();

describe("the page of an offer", () => {
  test("no passes the place on, and the page says so ever after", async () => {
    const { round, second } = await offered();
    const path = await links.offer(second);
    expect((await read(path)).page).toContain("Svara senast tors 10 juni");
    expect(await press(path, { answer: "no" })).toMatchObject({ status: 303, to: path });
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 withdrawn", "3 offered"]);
    expect((await read(path)).page).toContain("Du har tackat nej");
    const again = await press(path, { answer: "yes" });
    expect(again.status).toBe(409);
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 withdrawn", "3 offered"]);
  });

  test("yes takes it", async () => {
    const { second } = await offered();
    const path = await links.offer(second);
    await press(path, { answer: "yes" });
    expect((await read(path)).page).toContain("Platsen är din");
  });

  test("too late says that the place has gone on", async () => {
    const { second } = await offered();
    const path = await links.offer(second);
    await on(noon("2027-06-11"), async () => {
      expect((await read(path)).page).toContain("Platsen har gått vidare");
      expect((await press(path, { answer: "yes" })).page).toContain("Platsen har gått vidare");
    });
  });
});
