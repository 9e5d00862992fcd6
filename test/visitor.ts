import type { Hono } from "hono";
import type { Environment } from "../src/platform/web/environment.ts";

/** Somebody with a browser that keeps cookies: `const siv = visitor(app, url); await siv.send("/logga-in", { email })`. */
export function visitor(app: Hono<Environment>, url: string, cookie?: string) {
  const cookies = new Map<string, string>();
  if (cookie) keep(cookie);

  function keep(line: string): void {
    const [pair = "", ...attributes] = line.split("; ");
    const at = pair.indexOf("=");
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    const isOver = value === "" || attributes.some((attribute) => /^max-age=0$/i.test(attribute));
    if (isOver) cookies.delete(name);
    else cookies.set(name, value);
  }

  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("origin", url);
    headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const answer = await app.request(path, { ...init, headers });
    answer.headers.getSetCookie().forEach(keep);
    return answer;
  }

  return {
    open: (path: string) => ask(path),
    send: (path: string, values: Readonly<Record<string, string>> = {}) =>
      ask(path, { method: "POST", body: new URLSearchParams(values) }),
    cookies,
    isSignedIn: () => cookies.has("sammanvagt.session_token"),
  };
}
