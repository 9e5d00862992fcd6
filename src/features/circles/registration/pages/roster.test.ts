import { describe, expect, test } from "vitest";
import { statements } from "../../../../../test/database.ts";
import { monday } from "../../../../../test/given-registrations.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { registrationStage } from "../../../../../test/registration-stage.ts";

const stage = await registrationStage();
const { given, circle, organiser, few } = stage;
const leader = await stage.cookieOf("developmentLeader");
const readAs = (path: string, cookie = leader) => stage.read(path, cookie);
const pressAs = (path: string, values: Record<string, string> = {}, cookie = leader) =>
  stage.press(path, values, cookie);
const asking = () => given.published(organiser, { manager_consultation: "confirmed", ...few(2) });
const withManager = (over = {}) => ({ managerEmail: "bo.lind@example.se", ...over });

describe("the roster", () => {
  test("counts everyone and narrows down by state and by managers who have not answered", async () => {
    const round = await asking();
    for (const name of ["Ali Noor", "Berit Holm", "Cia Strand"])
      await circle.confirmed(round.id, withManager({ name }));
    await circle.applied(round.id, withManager({ name: "David Öberg" }));
    const path = `/planera/${round.slug}/anmalningar`;
    const { page } = await readAs(path);
    expect(page).toContain("2 av 2 platser är tagna. En väntar på plats.");
    expect(page).toContain("4 anmälningar");
    expect(page).toContain("3 chefer har inte svarat");

    const waiting = (await readAs(`${path}?lage=waitlisted`)).page;
    expect(waiting).toContain("Cia Strand");
    expect(waiting).not.toMatch(/Ali Noor|Berit Holm|David Öberg/);
    const silent = (await readAs(`${path}?chef=vantar`)).page;
    expect(silent).toContain("Ali Noor");
    expect(silent).not.toContain("David Öberg");
    expect((await readAs(`${path}?lage=nonsens&sida=-1`)).page).toContain("4 anmälningar");
  });

  test("costs the same number of statements however many have applied, and shows a hundred at a time", async () => {
    const round = await given.published(organiser, { hard_capacity: 500, target_capacity: 400 });
    const path = `/planera/${round.slug}/anmalningar`;
    const cost = async () => (await statements(() => readAs(path))).length;
    await circle.queue(round.id, 2);
    const few = await cost();
    await circle.queue(round.id, 101);
    expect(await cost()).toBe(few);
    const { page } = await readAs(path);
    expect(page.match(/<tr/g)).toHaveLength(101);
    expect(page).toContain("Visar 1–100 av 103");
    expect((await readAs(`${path}?sida=2`)).page).toContain("Visar 101–103 av 103");
  });

  test("reminds every manager who has not answered, by one press, once a day", async () => {
    const round = await asking();
    await circle.queue(round.id, 2, withManager());
    const path = `/planera/${round.slug}/anmalningar`;
    await circle.forgetMails();
    stage.goTo(noon("2027-06-08"));
    const { status, to } = await pressAs(`${path}/paminn`);
    expect({ status, to }).toEqual({ status: 303, to: `${path}?paminda=2` });
    expect((await readAs(to)).page).toContain("2 chefer är påminda");
    expect(await circle.mailsLeft(round.id)).toEqual(["reminder to 1", "reminder to 2"]);
    const again = await pressAs(`${path}/paminn`);
    stage.goTo(monday);
    expect(again.status).toBe(409);
    expect(again.page).toContain("Ingen chef behöver påminnas just nu");
  });

  test("an empty one says what will be here", async () => {
    const round = await given.published(organiser);
    expect((await readAs(`/planera/${round.slug}/anmalningar`)).page).toContain("Ingen har anmält sig än");
  });

  test("what applicants wrote is text, never markup", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id, {
      name: "<img src=x onerror=alert(1)>",
      motivation: "<script>alert(1)</script>",
    });
    for (const path of [`/planera/${round.slug}/anmalningar`, `/planera/${round.slug}/anmalningar/${id}`])
      expect((await readAs(path)).page).not.toMatch(/<img src=x|<script>alert/);
  });
});
