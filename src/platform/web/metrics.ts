import { timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import type { Environment } from "#platform/web/environment.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";

/** What an operator's monitoring reads. Few labels, none of them about a person. */
export function openMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "sammanvagt_http_request_seconds",
    help: "Time to answer a request, by method and kind of answer",
    labelNames: ["method", "status"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  const broken = new Counter({
    name: "sammanvagt_errors_total",
    help: "Requests that ended in a bug",
    registers: [registry],
  });
  return {
    answered: (method: string, status: number, seconds: number) =>
      requests.observe({ method, status: `${Math.floor(status / 100)}xx` }, seconds),
    broken: () => broken.inc(),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

export type Metrics = ReturnType<typeof openMetrics>;

/** Whether somebody may read the metrics: whoever is on this machine, or carries the operator's token. */
export function watchedBy(c: Context<Environment>): boolean {
  const token = c.var.config.metricsToken;
  const given = c.req.header("authorization")?.replace(/^Bearer /, "");
  if (token && given && given.length === token.length) return timingSafeEqual(Buffer.from(given), Buffer.from(token));
  const isBehindProxy = c.req.header("x-forwarded-for") !== undefined || c.req.header("forwarded") !== undefined;
  return !isBehindProxy && /^(127\.|::1$|::ffff:127\.)/.test(networkAddress(c));
}
