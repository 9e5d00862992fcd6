import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";

export const PasskeyId = idOf("sign_in_passkey");
export type PasskeyId = Id<"sign_in_passkey">;

/** Why a device gave no answer. */
export const PasskeyFailure = z.enum(["stale", "cancelled", "known", "unavailable"]);

const Text = z.string().max(20_000);

/** What a device answered, as the browser writes it. What it says is checked by its signature. */
function deviceAnswer<Response extends z.ZodType>(response: Response) {
  return Text.transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", params: { code: "sign_in.passkey.unavailable" } });
      return z.NEVER;
    }
  }).pipe(
    z.looseObject({
      id: Text,
      rawId: Text,
      type: z.literal("public-key"),
      clientExtensionResults: z.looseObject({}),
      response,
    }),
  );
}

const failure = PasskeyFailure.optional();

export const PasskeyName = z.strictObject({ name: FreeText(100).min(1) });

/** A passkey somebody adds, with what they call it. */
export const NewPasskey = z.strictObject({
  ...PasskeyName.shape,
  failure,
  response: deviceAnswer(z.looseObject({ clientDataJSON: Text, attestationObject: Text })).optional(),
});

/** Signing in with a passkey: the device says whose it is. */
export const PasskeySignIn = z.strictObject({
  failure,
  response: deviceAnswer(z.looseObject({ clientDataJSON: Text, authenticatorData: Text, signature: Text })).optional(),
  till: z.string().max(2_000).optional(),
});
