import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configFrom } from "#config.ts";
import { packageRoot } from "#platform/package-root.ts";
import { StartProblem } from "#platform/start-problem.ts";

test("an empty environment is a whole configuration", () => {
  expect(configFrom({ PORT: "", BASE_URL: "  " })).toEqual({
    port: 3000,
    host: "127.0.0.1",
    baseUrl: "http://localhost:3000",
    dataDir: join(process.cwd(), "data"),
    backupKey: undefined,
    databaseUrl: undefined,
    databaseWebUrl: undefined,
    smtpUrl: undefined,
    mailFrom: "sammanvagt@sammanvagt.example.se",
    metricsToken: undefined,
    innerHosts: [],
    operatorContact: undefined,
    trustProxy: false,
    sessionSecret: undefined,
    demo: undefined,
    logLevel: "info",
    timeZone: "Europe/Stockholm",
  });
});

test("links lead where a browser can go, whatever the server listens to", () => {
  expect(configFrom({ HOST: "0.0.0.0", PORT: "8080" }).baseUrl).toBe("http://localhost:8080");
  expect(configFrom({ HOST: "fe80::1" }).baseUrl).toBe("http://[fe80::1]:3000");
  expect(configFrom({ BASE_URL: "https://sammanvagt.example.se/" }).baseUrl).toBe("https://sammanvagt.example.se");
});

test("an address of a socket is an address of PostgreSQL", () => {
  const databaseUrl = "postgresql://owner:secret@/sammanvagt?host=/run/postgresql";
  expect(configFrom({ DATABASE_URL: databaseUrl }).databaseUrl).toBe(databaseUrl);
});

test.each([
  { name: "PORT", value: "65536", allowed: "a whole number from 1 to 65535" },
  { name: "PORT", value: "3000.5", allowed: "a whole number from 1 to 65535" },
  { name: "HOST", value: "http://localhost", allowed: "a host name or an address, such as 127.0.0.1 or 0.0.0.0" },
  {
    name: "BASE_URL",
    value: "sammanvagt.example.se",
    allowed: "an http or https address without a path, such as https://sammanvagt.example.se",
  },
  {
    name: "BASE_URL",
    value: "https://example.se/sammanvagt",
    allowed: "an http or https address without a path, such as https://sammanvagt.example.se",
  },
  { name: "DEMO", value: "yes", allowed: "0 or 1" },
  { name: "LOG_LEVEL", value: "loud", allowed: "trace, debug, info, warn, error, fatal, silent" },
  { name: "TZ_DISPLAY", value: "Europe/Kalmar", allowed: "a time zone, such as Europe/Stockholm" },
])("$name=$value stops the start with a sentence that says what is allowed", ({ name, value, allowed }) => {
  expect(() => configFrom({ [name]: value })).toThrow(new StartProblem(`${name} is "${value}". Allowed: ${allowed}.`));
});

test.each(["BACKUP_KEY", "DATABASE_URL", "DATABASE_WEB_URL", "SMTP_URL", "SESSION_SECRET"])(
  "a wrong %s is named, and its value not repeated",
  (name) => {
    expect(() => configFrom({ [name]: "mysql:hunter2" })).toThrow(`${name} is a value that is not allowed`);
    expect(() => configFrom({ [name]: "mysql:hunter2" })).not.toThrow(/hunter2/);
  },
);

test("a role for the web alone, without the database it belongs to, is refused", () => {
  expect(() => configFrom({ DATABASE_WEB_URL: "postgresql://web@db/sammanvagt" })).toThrow("DATABASE_URL is not");
});

test(".env.example names every variable, and its values are allowed", () => {
  const lines = readFileSync(join(packageRoot, ".env.example"), "utf8")
    .split("\n")
    .filter((line) => /^[A-Z]/.test(line));
  const example = Object.fromEntries(lines.map((line) => line.split("=", 2) as [string, string]));
  const source = readFileSync(join(packageRoot, "src/config.ts"), "utf8");

  expect(Object.keys(example)).toEqual([...source.matchAll(/^ {2}([A-Z_]+): variable/gm)].map(([, name]) => name));
  expect(() => configFrom(example)).not.toThrow();
});
