import { expect, test } from "vitest";
import { isManagerAddressKnown, possibleDomains } from "#features/circles/registration/manager/manager-address.ts";

const municipality = "ekbacka";
const administration = "ekbacka-socialtjanst";
const domains = [
  { domain: "ekbacka.example.se", organisationId: municipality },
  { domain: "granby.example.se", organisationId: "granby" },
];
const employer = new Set([administration, municipality]);
const applicant = "alva.ek@ekbacka.example.se";

test.each([
  { why: "a colleague's address at the employer", manager: "bo.lind@ekbacka.example.se", at: employer, known: true },
  { why: "written in capitals", manager: "Bo.Lind@EKBACKA.example.se", at: employer, known: true },
  { why: "an address under the employer's domain", manager: "bo@vard.ekbacka.example.se", at: employer, known: true },
  { why: "the applicant's own address", manager: "Alva.Ek@ekbacka.example.se", at: employer, known: false },
  { why: "another municipality's domain", manager: "bo@granby.example.se", at: employer, known: false },
  { why: "a domain that only ends alike", manager: "bo@falskekbacka.example.se", at: employer, known: false },
  { why: "a private address", manager: "bo@example.com", at: employer, known: false },
  { why: "an employer we do not know", manager: "bo@ekbacka.example.se", at: new Set<string>(), known: false },
])("$why: $known (R115)", ({ manager, at, known }) => {
  expect(isManagerAddressKnown({ manager, applicant }, at, domains)).toBe(known);
});

test("an address may be registered under any domain above it, never a bare top domain", () => {
  expect(possibleDomains("bo@vard.ekbacka.example.se")).toEqual(["vard.ekbacka.example.se", "ekbacka.example.se", "example.se"]);
});
