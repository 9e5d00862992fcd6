import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { Invitation, OwnDetails } from "#features/organisations/people/person.ts";

test.each([
  { why: "a personal identity number in a name", over: { name: "Anna 19121212-1212" }, path: "name" },
  { why: "no name", over: { name: "  " }, path: "name" },
  { why: "a name of 10,000 letters", over: { name: "a".repeat(10_000) }, path: "name" },
  { why: "an address that is none", over: { email: "anna@" }, path: "email" },
  { why: "a role that is none", over: { role: "owner" }, path: "role" },
  { why: "more than full time", over: { fte: "1,5" }, path: "fte" },
  { why: "a day that does not exist", over: { validFrom: "2027-02-30" }, path: "validFrom" },
])("an invitation is refused at the field: $why", ({ over, path }) => {
  const result = Invitation.safeParse({
    name: "Anna Ek",
    email: "anna@example.se",
    role: "guest",
    organisationId: newId(),
    ...over,
  });
  expect(result.error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
});

test("a share of full time is written with a comma or a point, and unknown fields are refused", () => {
  const form = { name: "Anna Ek", email: "anna@example.se", role: "guest", fte: "0,35" };
  expect(Invitation.parse(form).fte).toBe(0.35);
  expect(Invitation.safeParse({ ...form, rights: "all" }).success).toBe(false);
});

test.each(["0500-12 34 56", "+46 (0)70 123 45 67", undefined])(
  "a telephone number may be written %s (R034)",
  (phone) => {
    expect(OwnDetails.safeParse({ name: "Anna Ek", phone, language: "sv" }).success).toBe(true);
  },
);

test.each(["ring mig", "12", "191212121212"])("%s is no telephone number", (phone) => {
  expect(OwnDetails.safeParse({ name: "Anna Ek", phone, language: "sv" }).success).toBe(false);
});
