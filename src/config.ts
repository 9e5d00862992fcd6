import { resolve } from "node:path";
import { z } from "zod";
import { StartProblem } from "#platform/start-problem.ts";

const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const variables = {
  PORT: variable(z.coerce.number().int().min(1).max(65_535), "a whole number from 1 to 65535"),
  HOST: variable(z.string().regex(/^[\w.:-]+$/), "a host name or an address, such as 127.0.0.1 or 0.0.0.0"),
  BASE_URL: variable(
    z.string().refine(isOrigin),
    "an http or https address without a path, such as https://sammanvagt.example.se",
  ),
  BACKUP_KEY: variable(
    z.string().min(16),
    "a passphrase of at least 16 characters, or a key made by backup-key",
    "secret",
  ),
  DATA_DIR: variable(z.string().min(1), "the path of a folder"),
  DATABASE_URL: variable(
    z.string().refine(isPostgres),
    "a PostgreSQL address, such as postgresql://owner:password@host/database",
    "secret",
  ),
  DATABASE_WEB_URL: variable(
    z.string().refine(isPostgres),
    "a PostgreSQL address for the web's own role, to the same database as DATABASE_URL",
    "secret",
  ),
  SMTP_URL: variable(
    z.string().refine(isSmtp),
    "an SMTP address, such as smtp://user:password@host:587 or smtps://host",
    "secret",
  ),
  SESSION_SECRET: variable(z.string().min(32), "at least 32 characters", "secret"),
  DEMO: variable(z.enum(["0", "1"]), "0 or 1"),
  INNER_HOSTS: variable(
    z
      .string()
      .transform((text) => text.split(",").map((host) => host.trim().toLowerCase()))
      .pipe(z.array(z.string().regex(/^[a-z0-9.:-]+$/))),
    "host names separated by commas, such as adfs.kommunen.example.se",
  ),
  LOG_LEVEL: variable(z.enum(levels), levels.join(", ")),
  MAIL_FROM: variable(z.email(), "an e-mail address"),
  METRICS_TOKEN: variable(z.string().min(20), "at least 20 characters", "secret"),
  NETWORK_CEILING: variable(z.coerce.number().int().min(1), "a whole number"),
  OPERATOR_CONTACT: variable(z.email(), "an e-mail address"),
  TRUST_PROXY: variable(z.enum(["0", "1"]), "0 or 1"),
  TZ_DISPLAY: variable(z.string().refine(isTimeZone), "a time zone, such as Europe/Stockholm"),
};
type Name = keyof typeof variables;

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly baseUrl: string;
  readonly dataDir: string;
  /** What backups are locked with: a passphrase or a key; undefined = a key made once and kept in `dataDir`. */
  readonly backupKey: string | undefined;
  /** The owner's address of an outside database; undefined = the embedded one under `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** The web role's own address, where the owner may not create roles. */
  readonly databaseWebUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  /** The address that mail comes from. */
  readonly mailFrom: string;
  /** Undefined = made once and kept in `dataDir`. */
  readonly sessionSecret: string | undefined;
  /** Undefined = demo content on an empty embedded database only. */
  readonly demo: boolean | undefined;
  readonly logLevel: (typeof levels)[number];
  /** Whether a proxy in front of us tells whom a request comes from (X-Forwarded-For). */
  readonly trustProxy: boolean;
  readonly timeZone: string;
  /** Lets a watcher on another machine read /metrics. */
  readonly metricsToken: string | undefined;
  /** For load tests, which come from one network: how many tries a network may make in a limit's time. */
  readonly networkCeiling: number | undefined;
  /** Hosts of one's own network that sign-in may ask, where an organisation's directory is not on the internet. */
  readonly innerHosts: readonly string[];
  /** Where to report a fault or an obstacle; shown on the accessibility page. */
  readonly operatorContact: string | undefined;
};

/**
 * The environment, checked once. A wrong value stops the start with a sentence that names the variable, the value
 * and what is allowed; the value of a secret is never repeated. An empty variable counts as not set.
 */
export function configFrom(environment: NodeJS.ProcessEnv): Config {
  const read = <N extends Name>(name: N) => valueOf(environment, name);
  const host = read("HOST") ?? "127.0.0.1";
  const port = read("PORT") ?? 3000;
  const databaseUrl = read("DATABASE_URL");
  const databaseWebUrl = read("DATABASE_WEB_URL");
  if (databaseWebUrl && !databaseUrl) {
    throw new StartProblem("DATABASE_WEB_URL is set but DATABASE_URL is not: set both, or none of them.");
  }
  const demo = read("DEMO");
  const baseUrl = new URL(read("BASE_URL") ?? `http://${reachable(host)}:${port}`).origin;
  return {
    port,
    host,
    baseUrl,
    dataDir: resolve(read("DATA_DIR") ?? "data"),
    backupKey: read("BACKUP_KEY"),
    databaseUrl,
    databaseWebUrl,
    smtpUrl: read("SMTP_URL"),
    mailFrom: read("MAIL_FROM") ?? `sammanvagt@${mailHost(baseUrl)}`,
    sessionSecret: read("SESSION_SECRET"),
    demo: demo === undefined ? undefined : demo === "1",
    logLevel: read("LOG_LEVEL") ?? "info",
    trustProxy: read("TRUST_PROXY") === "1",
    metricsToken: read("METRICS_TOKEN"),
    networkCeiling: read("NETWORK_CEILING"),
    innerHosts: read("INNER_HOSTS") ?? [],
    operatorContact: read("OPERATOR_CONTACT"),
    timeZone: read("TZ_DISPLAY") ?? "Europe/Stockholm",
  };
}

type Variable<T> = { schema: z.ZodType<T>; allowed: string; secret: boolean };

function variable<T>(schema: z.ZodType<T>, allowed: string, secret?: "secret"): Variable<T> {
  return { schema, allowed, secret: secret === "secret" };
}

function valueOf<N extends Name>(environment: NodeJS.ProcessEnv, name: N) {
  type Value = (typeof variables)[N] extends Variable<infer T> ? T : never;
  const { schema, allowed, secret } = variables[name] as Variable<Value>;
  const given = environment[name]?.trim();
  if (!given) return undefined;
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const value = secret
    ? "a value that is not allowed (not shown, because it may hold a password)"
    : JSON.stringify(given);
  throw new StartProblem(`${name} is ${value}. Allowed: ${allowed}.`);
}

/** Where a browser on the same machine finds us: nobody can visit "every address". */
function reachable(host: string): string {
  if (host === "0.0.0.0" || host === "::" || host === "127.0.0.1" || host === "::1") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/** Where mail is said to come from when nothing is set: the site's own name, or an address that leads nowhere. */
function mailHost(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  return /[a-z]\.[a-z]{2,}$/i.test(hostname) ? hostname : "sammanvagt.example.se";
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash && !url.username
  );
}

function isPostgres(text: string): boolean {
  // An address of a socket has no host between the @ and the path.
  return /^postgres(ql)?:$/.test(URL.parse(text.replace("@/", "@socket/"))?.protocol ?? "");
}

function isSmtp(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== "";
}

function isTimeZone(text: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("sv", { timeZone: text }));
  } catch {
    return false;
  }
}
