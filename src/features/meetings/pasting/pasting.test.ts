import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";
import { organisationCalled } from "#features/organisations/queries.ts";
import { attendanceOf } from "#features/meetings/attendance/queries.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { originalOf } from "#features/meetings/pasting/original/queries.ts";
import { visitor } from "../../../../test/visitor.ts";
import { testWeb } from "../../../../test/web.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { actorWith, day, noon } from "../../../../test/given-rounds.ts";
import { given as sentences } from "../../../../test/given.ts";
import { formIn } from "../../../../test/forms-in.ts";

const theDay = noon("2027-03-18");
const { app, db, ownerDb, url, signedIn } = await testWeb(theDay);
