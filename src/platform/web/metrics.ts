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
  const broken = new Counter({ name: "sammanvagt_errors_total", help: "Requests that ended in a bug", registers: [registry] });
  return {
    answered: (method: string, status: number, seconds: number) =>
      requests.observe({ method, status: `${Math.floor(status / 100)}xx` }, seconds),
    broken: () => broken.inc(),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

export type Metrics = ReturnType<typeof openMetrics>;
