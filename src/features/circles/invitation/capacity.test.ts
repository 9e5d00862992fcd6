import { expect, test } from "vitest";
import { capacityIn } from "./capacity.ts";
import { invitationText } from "./invitation-text.ts";

const read = (text: string) => capacityIn(invitationText(text)).capacity?.value;
const hard = (n: number) => ({ target: null, hard: n, approximate: false });
const about = (n: number) => ({ target: n, hard: null, approximate: true });

test.each([
  ["max 12 deltagare", hard(12)],
  ["Högst tolv deltagare.", hard(12)],
  ["Antalet platser är begränsat till 12.", hard(12)],
  ["Antal platser: 16", hard(16)],
  ["Antal deltagare\n20", hard(20)],
  ["Det finns 25 platser.", hard(25)],
  ["plats för tio personer", hard(10)],
  ["8–12 deltagare", hard(12)],
  ["minst 8 och högst 12 deltagare", hard(12)],
  ["mellan sex och åtta deltagare", hard(8)],
  ["max ca 12 platser", about(12)],
  ["cirka 12 platser", about(12)],
  ["ca 8-10 deltagare", about(10)],
  ["ett tjugotal deltagare", about(20)],
  ["ett dussin deltagare", hard(12)],
  ["Vi är ca 10 deltagare, högst 12 platser.", { target: 10, hard: 12, approximate: true }],
  ["vi har plats för sex team", hard(6)],
])("%s (R025, R118)", (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  "max 2 deltagare per kommun",
  "Varje team består av 3–6 personer.",
  "Arbetslaget ska ha minst tre och högst åtta deltagare",
  "Förra året deltog 14 personer.",
  "upp till 5 mars",
  "max 500 kr",
  "högst 300 ord",
  "begränsat antal platser",
  "minst 3 deltagare",
  "Under 2023 genomfördes en cirkel, som tolv socialsekreterare deltog i.",
])("%s is not the size of the circle", (text) => {
  expect(read(text)).toBeUndefined();
});
