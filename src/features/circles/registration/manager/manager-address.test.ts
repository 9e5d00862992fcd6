import { expect, test } from "vitest";
import { isManagerAddressKnown } from "#features/circles/registration/manager/manager-address.ts";

const applicant = "alva.ek@ekbacka.example.se";

test.each([
  { why: "a colleague's address at the employer", manager: "bo.lind@ekbacka.example.se", inDomain: true, known: true },
  {
    why: "the applicant's own address, however written",
    manager: "Alva.Ek@Ekbacka.example.se",
    inDomain: true,
    known: false,
  },
  { why: "an address anywhere else", manager: "bo@example.com", inDomain: false, known: false },
])("$why: $known (R115)", ({ manager, inDomain, known }) => {
  expect(isManagerAddressKnown({ manager, applicant }, inDomain)).toBe(known);
});
