import { spawn } from "node:child_process";
import { join } from "node:path";

const account = { email: "matning@example.se", password: "ett langt losenord for matning" };

/** An administrator who has signed in: the cookie that says so. */
export async function administratorIn(dataDir: string, url: string): Promise<string> {
  await accountFor(dataDir);
  return signedIn(url);
}

/** An administrator's account, made as an operator makes one. */
function accountFor(dataDir: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const words = [
    "user",
    "create",
    "--email",
    account.email,
    "--name",
    "Mätning",
    "--password",
    account.password,
    "--role",
    "administrator",
  ];
  const child = spawn(process.execPath, [join(import.meta.dirname, "../bin/sammanvagt.js"), ...words], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DATA_DIR: dataDir, DEMO: "0" },
  });
  child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`user create ended with ${code}`))));
  return promise;
}

async function signedIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/logga-in/losenord`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url },
    body: new URLSearchParams(account),
  });
  const cookie = answer.headers.getSetCookie().find((one) => one.includes("session_token"));
  if (!cookie) throw new Error(`Signing in answered ${answer.status}`);
  return cookie.split(";")[0] ?? "";
}
