import { z } from "zod";

/** The signs of a code: none that is taken for another when it is read from the back of a room. */
export const codeSigns = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

export const codeLength = 6;

/** A code of numbers drawn by somebody else. */
export function codeOf(draw: (below: number) => number): string {
  return Array.from({ length: codeLength }, () => codeSigns[draw(codeSigns.length)] ?? "A").join("");
}

/** A code as people write it: small letters, spaces and hyphens are forgiven. */
export const JoinCode = z
  .string()
  .max(40)
  .transform((typed) => typed.replaceAll(/[\s-]/gu, "").toUpperCase())
  .refine((code) => /^[A-HJ-NP-Z2-9]{6}$/u.test(code), { params: { code: "workshop.code_form" } });

/** A code as it is shown and said: in two halves. */
export function spokenCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
