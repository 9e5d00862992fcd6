import { openPace } from "#platform/rate-limits/pace.ts";

/** A code is one of a billion; a room full of people who misread it is one network. */
export const codesTried = { name: "workshop.code", perNetwork: { times: 600, seconds: 60 } } as const;

/** Five hundred come in within seconds, from one network. Nobody needs ten thousand devices. */
export const comingsIn = {
  name: "workshop.join",
  perTarget: { times: 5_000, seconds: 3_600 },
  perNetwork: { times: 5_000, seconds: 600 },
} as const;

/**
 * Nobody answers twenty times in ten seconds by hand. Counted for each device and in this process, before anything is
 * read or asked of the database: a flood costs next to nothing, and the room beside it does not notice.
 */
export const withinPace = openPace({ times: 20, seconds: 10 });
