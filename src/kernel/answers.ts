import { z } from "zod";
import { EmailAddress } from "#kernel/email-address.ts";
import { FreeText } from "#kernel/personal-number.ts";

// What people answer in a form, as every door takes it: the form's texts, a JSON body, a row of a table.

/**
 * A name of somebody or something: one line and no web address. It stands in mails that we are made to send, and
 * nobody shall be able to send advertisements through us.
 */
export function OneLine(most: number) {
  return FreeText(most)
    .min(1)
    .regex(/^[^\r\n]*$/u)
    .refine((text) => !/:\/\/|www\./iu.test(text), { params: { code: "kernel.link_in_name" } });
}

export function MaybeLine(most: number) {
  return z.preprocess(nothingWritten, OneLine(most).nullish()).transform(known);
}

/** A text somebody must write. */
export function Words(most: number) {
  return FreeText(most).min(1);
}

/** A text that may be left out: nothing written is not known, never an empty string. */
export function MaybeWords(most: number) {
  return FreeText(most)
    .nullish()
    .transform((text) => text || null);
}

/** Lines end in one way, however the browser sends them: else the same text would look like another. */
export function oneLineEnd(text: string): string {
  return text.replaceAll(/\r\n?/gu, "\n");
}

/** A whole number, sent as a number or as the digits somebody typed ("1 000"). */
export function Count(least: number, most: number) {
  return z.preprocess(digits, z.number().int().min(least).max(most));
}

export function MaybeCount(least: number, most: number) {
  return z.preprocess(digits, z.number().int().min(least).max(most).nullish().transform(known));
}

// What is no day or time is not compared with others: it is still a text then.
const last = { abort: true };

/** A day that exists, as `2027-03-18`. */
export const Day = z.iso.date(last).transform((text) => Temporal.PlainDate.from(text));

export const MaybeDay = z
  .preprocess(nothing, z.iso.date(last).nullish())
  .transform((text) => (text ? Temporal.PlainDate.from(text) : null));

/** A time of day to the minute, as `09:00`. A dot and a single digit are how it is said in Swedish ("9.00"). */
export const Time = z
  .preprocess(clockTime, z.iso.time({ precision: -1, ...last }))
  .transform((text) => Temporal.PlainTime.from(text));

export const MaybeTime = z
  .preprocess(clockTime, z.iso.time({ precision: -1, ...last }).nullish())
  .transform((text) => (text ? Temporal.PlainTime.from(text) : null));

/** A box: ticked or not. */
export const Ticked = z.preprocess(yesOrNo, z.boolean().nullish()).transform((ticked) => ticked ?? false);

/** A question with a third answer, not known yet. */
export const MaybeYes = z.preprocess(yesOrNo, z.boolean().nullish()).transform(known);

/** Something that is chosen or written, or not known yet: a form sends an empty field then. */
export function Maybe<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(nothing, schema.nullish()).transform((told) => (told ?? null) as z.output<Schema> | null);
}

/** One choice of several, or not known yet. */
export function MaybeOneOf<const Choices extends readonly [string, ...string[]]>(choices: Choices) {
  return Maybe(z.enum(choices));
}

/** Several of something. A form sends one ticked box as a text and none as nothing. */
export function Several<Schema extends z.ZodType>(schema: Schema, most: number, least = 0) {
  return z.preprocess(several, z.array(schema).min(least).max(most));
}

/** Any number of choices. */
export function AnyOf<const Choices extends readonly [string, ...string[]]>(choices: Choices) {
  return Several(z.enum(choices), choices.length);
}

export const MaybeEmail = z.preprocess(nothingWritten, EmailAddress.nullish()).transform(known);

/** A web address a reader can follow. */
export const MaybeAddress = z
  .preprocess(
    nothingWritten,
    z
      .url({ protocol: /^https?$/u })
      .max(500)
      .nullish(),
  )
  .transform(known);

function known<T>(value: T | null | undefined): T | null {
  return value ?? null;
}

function several(sent: unknown): unknown {
  return typeof sent === "string" ? [sent] : (sent ?? []);
}

function nothing(sent: unknown): unknown {
  return sent === "" ? null : sent;
}

function nothingWritten(sent: unknown): unknown {
  return typeof sent === "string" ? nothing(sent.trim()) : sent;
}

function digits(sent: unknown): unknown {
  if (typeof sent !== "string") return sent;
  const bare = sent.replaceAll(/[\s\u00A0]/gu, "");
  if (bare === "") return null;
  return /^-?\d{1,9}$/u.test(bare) ? Number(bare) : sent;
}

function clockTime(sent: unknown): unknown {
  if (typeof sent !== "string") return sent;
  const written = /^\s*(\d{1,2})(?:[.:](\d{2}))?\s*$/u.exec(sent);
  if (!written) return nothing(sent.trim());
  const [, hour = "", minute = "00"] = written;
  return `${hour.padStart(2, "0")}:${minute}`;
}

function yesOrNo(sent: unknown): unknown {
  if (sent === "yes" || sent === "on" || sent === "true") return true;
  if (sent === "no" || sent === "false") return false;
  return nothing(sent);
}
