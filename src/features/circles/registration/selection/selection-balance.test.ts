import fc from "fast-check";
import { expect, test } from "vitest";
import {
  balanceOf,
  type Candidate,
  dimensions,
  outcomes,
} from "#features/circles/registration/selection/selection-balance.ts";

const candidate = (municipality: string, profession: string, outcome?: Candidate["outcome"]): Candidate => ({
  municipality,
  sector: "socialServices",
  profession,
  outcome,
  seats: 1,
});

test("shows how the choice spreads while choosing (R026, R102)", () => {
  const balance = balanceOf(
    [
      candidate("Ekbacka", "socialsekreterare", "place"),
      candidate("Ekbacka", "kurator", "wait"),
      candidate("Granby", "Socialsekreterare ", undefined),
    ],
    2,
  );
  expect(balance).toMatchObject({ applied: 3, placed: 1, undecided: 1, seats: 2 });
  expect(balance.shares.municipality).toEqual([
    { value: "Ekbacka", applied: 2, placed: 1 },
    { value: "Granby", applied: 1, placed: 0 },
  ]);
  expect(balance.shares.profession).toEqual([
    { value: "socialsekreterare", applied: 2, placed: 1 },
    { value: "kurator", applied: 1, placed: 0 },
  ]);
});

test("every view of a choice counts everyone once", () => {
  const words = fc.constantFrom("Ekbacka", "ekbacka", "Granby", " Åby", "Öby ");
  const drawn = fc.array(
    fc.record({
      municipality: words,
      sector: words,
      profession: words,
      outcome: fc.constantFrom(...outcomes, undefined),
      seats: fc.constant(1),
    }),
  );
  fc.assert(
    fc.property(drawn, (candidates) => {
      const balance = balanceOf(candidates, 12);
      for (const dimension of dimensions) {
        const sum = (of: "applied" | "placed") =>
          balance.shares[dimension].reduce((total, share) => total + share[of], 0);
        expect(sum("applied")).toBe(candidates.length);
        expect(sum("placed")).toBe(balance.placed);
      }
    }),
  );
});
