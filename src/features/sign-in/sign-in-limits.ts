import type { LimitedDeed } from "#platform/rate-limits/limits.ts";

const minutes = 60;

/** A mailbox is not filled by others. A town hall is one address, so that ceiling is far higher. */
export const linkWishes: LimitedDeed = {
  name: "sign_in.link",
  perAddress: { times: 40, seconds: 10 * minutes },
  perTarget: { times: 5, seconds: 15 * minutes },
};

/** Nobody tries passwords in bulk: neither many on one account, nor one on many. */
export const passwordTries: LimitedDeed = {
  name: "sign_in.password",
  perAddress: { times: 40, seconds: 10 * minutes },
  perTarget: { times: 10, seconds: 15 * minutes },
};

/** Six digits can be guessed, given time. An account is locked besides after ten wrong codes in a row. */
export const codeTries: LimitedDeed = {
  name: "sign_in.code",
  perAddress: { times: 40, seconds: 10 * minutes },
  perTarget: { times: 10, seconds: 15 * minutes },
};

/** Answers from providers. Each is of no use but to the browser that asked, so only the noise is limited. */
export const providerReturns: LimitedDeed = {
  name: "sign_in.provider_return",
  perAddress: { times: 60, seconds: 10 * minutes },
};

/** Trying a connection asks another's server. */
export const connectionTries: LimitedDeed = {
  name: "sign_in.connection",
  perTarget: { times: 20, seconds: 10 * minutes },
};

/** A device's answer cannot be guessed; what is limited is asking for something to sign, which is kept for a while. */
export const passkeyTries: LimitedDeed = {
  name: "sign_in.passkey",
  perAddress: { times: 80, seconds: 10 * minutes },
  perTarget: { times: 20, seconds: 15 * minutes },
};
