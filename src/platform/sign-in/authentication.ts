import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { magicLink, twoFactor } from "better-auth/plugins";
import type { Pool } from "pg";
import { z } from "zod";
import { newId } from "#kernel/ids.ts";
import { newSecret } from "#platform/tokens/secret-token.ts";

/** How long a mailed sign-in link opens, in seconds: long enough for a slow mail server and a coffee. */
export const linkLasts = 30 * 60;

export type SignInParts = {
  /** A pool of its own with node-postgres' usual types: better-auth wants `Date`, ours gives `Temporal`. */
  readonly pool: Pool;
  readonly baseUrl: string;
  readonly secret: string;
  /** Puts the mail with the sign-in link in the outbox. */
  readonly mailLink: (wish: LinkWished) => Promise<void>;
  /** Whether somebody may come in through their organisation only, and so in none of the ways here. */
  readonly isKeptToProvider: (personId: string) => Promise<boolean>;
  /** Whether an entry turned out to be somebody else, and so signs in in no way at all. */
  readonly isMerged: (personId: string) => Promise<boolean>;
};

/** A link to be mailed: for whose address, and to which of theirs they asked for it when it is another. */
export type LinkWished = {
  readonly email: string;
  readonly to: string;
  readonly token: string;
  readonly till: string | undefined;
};

/** The ways in that an organisation can close for its people. */
const closable: ReadonlySet<string> = new Set([
  "/sign-in/email",
  "/magic-link/verify",
  "/passkey/verify-authentication",
]);

/** Said instead of a session to somebody whose organisation has closed that way in. */
export const keptToProvider = "KEPT_TO_PROVIDER";

/**
 * Passwords, mailed links, two-factor and sessions, by better-auth. Its user is our person, and nobody becomes one
 * here: people are added by an invitation, an application or an administrator.
 *
 * Its own HTTP routes are not on the web. Our pages call it, so that opening a mailed link never spends it, every
 * answer is the same whether an address has an account or not, and our rate limits stand in front.
 */
export function openAuthentication({ pool, baseUrl, secret, mailLink, isKeptToProvider, isMerged }: SignInParts) {
  return betterAuth({
    database: pool,
    baseURL: baseUrl,
    secret,
    telemetry: { enabled: false },
    logger: { level: "error" },
    rateLimit: { enabled: false },
    advanced: {
      database: { generateId: () => newId() },
      ipAddress: { disableIpTracking: true },
      cookiePrefix: "sammanvagt",
      defaultCookieAttributes: { sameSite: "lax", httpOnly: true, path: "/" },
    },
    user: {
      modelName: "person",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
    },
    session: {
      modelName: "sign_in_session",
      expiresIn: 14 * 24 * 60 * 60,
      fields: {
        userId: "person_id",
        expiresAt: "expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
      },
    },
    account: {
      modelName: "sign_in_account",
      fields: {
        userId: "person_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    verification: {
      modelName: "sign_in_verification",
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }, context) => {
            if (await isMerged(userId)) throw new APIError("UNAUTHORIZED");
            if (context && closable.has(context.path) && (await isKeptToProvider(userId)))
              throw new APIError("FORBIDDEN", { code: keptToProvider });
          },
        },
      },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    plugins: [
      vouchedFor,
      passkey({
        rpID: new URL(baseUrl).hostname,
        rpName: "Sammanvägt",
        origin: baseUrl,
        advanced: { webAuthnChallengeCookie: "passkey" },
        // On the device itself and behind its lock: so it is something one has and something one is or knows.
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        registration: { afterVerification: ({ verification }) => mustBeUnlocked(verification.registrationInfo) },
        authentication: {
          afterVerification: ({ verification }) => mustBeUnlocked(verification.authenticationInfo),
        },
        schema: {
          passkey: {
            modelName: "sign_in_passkey",
            fields: {
              userId: "person_id",
              publicKey: "public_key",
              credentialID: "credential_id",
              deviceType: "device_type",
              backedUp: "backed_up",
              createdAt: "created_at",
            },
          },
        },
      }),
      magicLink({
        expiresIn: linkLasts,
        disableSignUp: true,
        storeToken: "hashed",
        generateToken: newSecret,
        sendMagicLink: ({ email, token, metadata }) => {
          const { till, to }: Record<string, unknown> = metadata ?? {};
          return mailLink({
            email,
            to: typeof to === "string" ? to : email,
            token,
            till: typeof till === "string" ? till : undefined,
          });
        },
      }),
      afterEveryWayIn({
        issuer: "Sammanvägt",
        schema: {
          user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
          twoFactor: {
            modelName: "sign_in_two_factor",
            fields: {
              userId: "person_id",
              backupCodes: "backup_codes",
              failedVerificationCount: "failed_verification_count",
              lockedUntil: "locked_until",
            },
          },
        },
      }),
    ],
  });
}

/** Signs in somebody whom a provider has vouched for: called by our page once it has found its answer to be true. */
const vouchedFor = {
  id: "vouched-for",
  endpoints: {
    signInVouchedFor: createAuthEndpoint(
      "/sign-in/vouched-for",
      { method: "POST", body: z.object({ personId: z.string() }), metadata: { SERVER_ONLY: true } },
      async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.personId);
        const session = user && (await internalAdapter.createSession(user.id));
        if (!user || !session) throw new APIError("UNAUTHORIZED");
        await setSessionCookie(context, { session, user });
        return context.json({});
      },
    ),
  },
} as const;

/** A passkey that was used without fingerprint, face or code is only something that somebody has. */
function mustBeUnlocked(info: { userVerified: boolean } | undefined): void {
  if (info?.userVerified !== true) throw new APIError("UNAUTHORIZED");
}

/**
 * The code of an app is asked for after a mailed link and after an organisation's provider as well as after a password:
 * whoever turned it on wants it to stand between a stranger in their mailbox and their account. The plugin itself asks
 * after a password only. A passkey is two factors by itself.
 */
function afterEveryWayIn(options: Parameters<typeof twoFactor>[0]) {
  const plugin = twoFactor(options);
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (context: Parameters<typeof hook.matcher>[0]) =>
      hook.matcher(context) || context.path === "/magic-link/verify" || context.path === "/sign-in/vouched-for",
  }));
  return { ...plugin, hooks: { ...plugin.hooks, after } };
}

export type Authentication = ReturnType<typeof openAuthentication>;
