import { expect, test } from "vitest";
import { newSecret, secretHash, withoutSecrets } from "#platform/tokens/secret-token.ts";

test("a secret holds 256 bits and can stand in an address", () => {
  const secret = newSecret();
  expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  expect(encodeURIComponent(secret)).toBe(secret);
  expect(newSecret()).not.toBe(secret);
});

test("what is kept of a secret is its SHA-256", () => {
  expect(secretHash("abc").toString("hex")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("a text loses its secrets and nothing else", () => {
  const id = "0192f0c1-7a2b-7c3d-8e4f-0123456789ab";
  const text = `Öppna https://cirklar.example.se/erbjudande/${newSecret()}?lang=en. Ärende ${id}.`;
  expect(withoutSecrets(text)).toBe(`Öppna https://cirklar.example.se/erbjudande/…?lang=en. Ärende ${id}.`);
});
