import ICAL from "ical.js";
import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";
import { jobHandlers } from "../../src/job-handlers.ts";
import { dateIn } from "../../src/kernel/clock.ts";
import { given } from "../given.ts";
import { runJobs, runRecurring } from "../jobs.ts";
import { testWeb } from "../web.ts";

/** The web on a clock that the journey moves, with everything that the installation does by itself. */
export async function journeyGround(start: string) {
  let moment = at(start);
  const now = () => moment;
  const web = await testWeb(now);
  const { db, ownerDb, url, translate } = web;
  const { organisation, person, role } = given(ownerDb);

  const wish = () => ({ now, translate });
  const work = () => runJobs(db, jobHandlers, wish());

  /** Time goes, and what should happen by itself has happened. */
  async function itIs(when: string): Promise<void> {
    moment = at(when);
    for (const name of ["circles.let_time_run_out", "circles.remind_managers"]) {
      const handler = jobHandlers.find(({ kind }) => kind.name === name);
      if (!handler) throw new Error(`Nothing does ${name}`);
      await runRecurring(db, handler, wish());
    }
    await work();
  }

  /** A morning, and what the installation does by itself on it. */
  async function morning(day: string): Promise<void> {
    moment = at(`${day}T08:45`);
    for (const handler of jobHandlers.filter(
      ({ kind, cron }) => cron && /^(?:appraisals|circles|knowledge|privacy)\./u.test(kind.name),
    ))
      await runRecurring(db, handler, wish());
    await work();
  }

  /** Lives on until a day: week by week, and the last fortnight morning by morning. */
  async function live(until: string): Promise<void> {
    const last = Temporal.PlainDate.from(until);
    for (let day = dateIn(now()).add({ days: 1 }); Temporal.PlainDate.compare(day, last) <= 0;) {
      await morning(day.toString());
      day = day.add({ days: day.until(last).days > 21 ? 7 : 1 });
    }
  }

  /** The newest mail somebody has got, once all that is to be sent has been written. */
  async function mailTo(address: string) {
    await work();
    const mail = await ownerDb
      .selectFrom("mail")
      .where("to_address", "=", address)
      .orderBy("created_at", "desc")
      .orderBy("id", "desc")
      .selectAll()
      .executeTakeFirst();
    if (!mail) throw new Error(`No mail has come to ${address}`);
    const link = /https?:\/\/\S+/u.exec(mail.body_text ?? "")?.[0];
    return {
      subject: mail.subject,
      text: mail.body_text ?? "",
      replyTo: mail.reply_to_address,
      method: mail.calendar_method,
      calendar: mail.calendar_file,
      /** Where the first link of the mail leads, in this web. */
      path: link ? new URL(link).pathname : undefined,
    };
  }

  /** The link in the newest mail; mail scanners have opened it five times before the person does. */
  async function linkTo(address: string): Promise<string> {
    const { path, subject } = await mailTo(address);
    if (!path) throw new Error(`The mail "${subject}" has no link`);
    const before = await everythingAbout();
    for (let time = 0; time < 5; time += 1) expect((await web.app.request(path)).status, path).toBe(200);
    expect(await everythingAbout(), "opening a link changes nothing").toEqual(before);
    return path;
  }

  async function everythingAbout() {
    const registrations = await ownerDb.selectFrom("registration").orderBy("id").selectAll().execute();
    const managers = await ownerDb.selectFrom("manager_consultation").orderBy("registration_id").selectAll().execute();
    const offers = await ownerDb.selectFrom("waitlist_offer").orderBy("id").selectAll().execute();
    const links = await ownerDb.selectFrom("mailed_link").orderBy("token_hash").selectAll().execute();
    return JSON.stringify({ registrations, managers, offers, links });
  }

  /** An R&D unit and somebody who plans its circles; the employer of those who apply has a mail domain of its own. */
  async function staffed() {
    const unit = await organisation({ name: "FoU Länet" });
    const leader = await person({ name: "Maja Ek", email: "maja.ek@example.se" });
    await role(leader, "developmentLeader", { organisation: unit });
    const employer = await organisation({ name: "Mölndals stad", kinds: ["municipality"], municipality_code: "1481" });
    await ownerDb
      .insertInto("organisation_domain")
      .values({ organisation_id: employer, domain: "molndal.example.se" })
      .execute();
    return { unit, leader };
  }

  /** What a browser keeps of somebody who has signed in. */
  async function cookiesOf(personId: string): Promise<Parameters<BrowserContext["addCookies"]>[0]> {
    const [name = "", value = ""] = (await web.signedIn(personId)).split("=");
    return [{ name, value: decodeURIComponent(value), url }];
  }

  return { ...web, now, itIs, morning, live, work, mailTo, linkTo, staffed, cookiesOf };
}

function at(text: string): Temporal.Instant {
  return Temporal.ZonedDateTime.from(`${text}[Europe/Stockholm]`).toInstant();
}

/** What a calendar makes of a file: read by a library that did not write it. */
export function calendarIn(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return {
    method: calendar.getFirstPropertyValue("method"),
    events: calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        sequence: event.sequence,
        summary: event.summary,
        starts: event.startDate.toString(),
        /** When it begins in the world's time, with the rules for summer time that the file itself carries. */
        moment: event.startDate.toUnixTime()
          ? Temporal.Instant.fromEpochMilliseconds(event.startDate.toUnixTime() * 1000).toString()
          : undefined,
        status: component.getFirstPropertyValue("status"),
      };
    }),
  };
}
