/** What a door answers: the page, a way to sign in, another page instead, or a "no" of one kind. */
export type Answer = "ok" | "sign-in" | "onward" | "403" | "404" | "409" | "422";

/** The answers to the five in their order, as `sign-in 404 404 ok ok`. */
export type Answers = string;

export const everyone: Answers = "ok ok ok ok ok";
export const anyoneSignedIn: Answers = "sign-in ok ok ok ok";
export const insiders: Answers = "sign-in ok 404 ok ok";
export const leaders: Answers = "sign-in 403 404 ok ok";
export const planners: Answers = "sign-in 404 404 ok ok";
export const administrators: Answers = "sign-in 403 403 403 ok";
