import pino, { type DestinationStream, type Logger } from "pino";

export type Log = Logger;

/** The process's log: one line of JSON an event. Never a name, an address, a form's content or a mailed link. */
export function openLog(level: string, to?: DestinationStream): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
}

/** Addresses whose last part is a secret; it is left out of every log line. */
const secretAddress =
  /^(\/(?:anmalan\/(?:bekrafta|min)|chef|erbjudande|forslag|sluta-folja|mote\/svar|logga-in\/lank|kalender\/(?:min|grupp)|inbjudan|personuppgifter\/mina|anteckningar\/min|flode\/grupp))\/[^/]+/;

/** A request's path as it may be written down. */
export function loggedPath(path: string): string {
  return path.replace(secretAddress, "$1/…");
}
