import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "#kernel/refusal.ts";
import { type BackupKey, newKeyFile, readKey } from "#platform/backup/backup-key.ts";
import { decrypted, encrypted } from "#platform/backup/encryption.ts";

async function* cut(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

const close = (plain: Uint8Array, key: BackupKey) => joined(encrypted(cut(plain), key));
const open = (closed: Uint8Array, key: BackupKey) => joined(decrypted(cut(closed), key));

/** Why it does not open; undefined when it does. */
const whyClosed = (closed: Uint8Array, key: BackupKey) =>
  open(closed, key).then(
    () => undefined,
    (problem: unknown) => (problem instanceof Refusal ? problem.code : problem),
  );

function keyFrom(written: string): BackupKey {
  const key = readKey(written);
  if (!key) throw new Error(`${written} is no key`);
  return key;
}

// Closed when the format was compared with the files that age publishes to test others.
const keptFile = [
  "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBhN1FHY09kSnA0WG03R1VyQ2FxTEhSQnN5S0ovS2tOQkN2bVNZNjlvV1Fv",
  "CjRpMGU4Ryt1VGQxQjhPT1NITkZ0SWxkZmw5U2JMSnQvV3NCQ1Rrb0pDK2sKLS0tIHk2aXhFdjFteDExZVloVjlrVGwzL0pVd3Z5",
  "WFJUb0NRdzVvdjZaeVRqME0KlGbbr/fRCC1caTHkft0l7bsIiiGjS5t1YnKliHTmrtwZYn9hxXjanD2/KMM=",
].join("");

const made = await newKeyFile();
const secret = keyFrom(made.content);
const publicKey = keyFrom(made.publicKey);
const passphrase = keyFrom("fyra ord i rad och ett till");
const several = Buffer.from(Array.from({ length: 140_000 }, (_, at) => at % 251)); // three pieces

describe("what is closed", () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 140_000])("opens again to the byte: %i bytes", async (length) => {
    const plain = several.subarray(0, length);
    expect((await open(await close(plain, publicKey), secret)).equals(plain)).toBe(true);
  });

  test("opens with the passphrase that closed it, and with no other", async () => {
    const closed = await close(several, passphrase);
    expect((await open(closed, passphrase)).equals(several)).toBe(true);
    expect(await whyClosed(closed, keyFrom("fyra ord i rad och ett annat"))).toBe("backup.wrong_key");
    expect(await whyClosed(closed, secret)).toBe("backup.wrong_key");
  });

  test("opens with the secret half of the key alone", async () => {
    const closed = await close(several, secret);
    expect((await open(closed, secret)).equals(several)).toBe(true);
    for (const other of [publicKey, keyFrom((await newKeyFile()).content), passphrase])
      expect(await whyClosed(closed, other)).toBe("backup.wrong_key");
  });

  test("is never the same twice, and shows nothing of what is in it", async () => {
    const plain = Buffer.from("Noor Haddad ".repeat(20));
    const [one, other] = [await close(plain, publicKey), await close(plain, publicKey)];
    expect(one.equals(other)).toBe(false);
    expect(one.includes("Noor")).toBe(false);
  });

  test("was closed by an earlier release, and still opens", async () => {
    const kept = keyFrom("AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX");
    const closed = Buffer.from(keptFile, "base64");
    expect((await open(closed, kept)).toString()).toBe("Sammanvägt\n");
  });
});

describe("what was changed", () => {
  test("is found, whichever byte it was, and gives nothing", async () => {
    const plain = several.subarray(0, 70_000);
    const closed = await close(plain, publicKey);
    await fc.assert(
      fc.asyncProperty(fc.nat(closed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(closed);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(await whyClosed(changed, secret)).toMatch(/^backup\.(wrong_key|damaged)$/);
      }),
      { numRuns: 150 },
    );
    // Every byte of the beginning, where the key lies.
    for (let at = 0; at < 260; at += 1) {
      const changed = Buffer.from(closed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await whyClosed(changed, secret), `byte ${at}`).toBeDefined();
    }
  });

  test("is found when the end is missing, wherever it was cut off", async () => {
    const closed = await close(several, publicKey);
    const head = closed.length - several.length - 3 * 16;
    const borders = [0, 1, 2, 3].map((piece) => head + piece * 65_552).filter((at) => at < closed.length);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.nat(closed.length - 1), fc.constantFrom(...borders)), async (length) => {
        expect(await whyClosed(closed.subarray(0, length), secret)).toBe("backup.damaged");
      }),
      { numRuns: 100, examples: borders.map((at) => [at]) },
    );
  });

  test("is found when pieces change places, come twice, or something is added", async () => {
    const closed = await close(several, publicKey);
    const head = closed.length - several.length - 3 * 16;
    const piece = (no: number) => closed.subarray(head + no * 65_552, head + (no + 1) * 65_552);
    const beginning = closed.subarray(0, head);
    for (const pieces of [
      [piece(1), piece(0), piece(2)],
      [piece(0), piece(0), piece(1), piece(2)],
      [piece(0), piece(2)],
      [piece(0), piece(1), piece(2), Buffer.from("x")],
    ])
      expect(await whyClosed(Buffer.concat([beginning, ...pieces]), secret)).toBe("backup.damaged");
    expect(await whyClosed(Buffer.concat([beginning, piece(0), piece(1), piece(2)]), secret)).toBeUndefined();
  });
});

describe("a key", () => {
  test("is read from its file with its remarks, or alone", () => {
    const alone = made.content.split("\n")[1] ?? "";
    expect(keyFrom(alone)).toEqual(secret);
    expect(keyFrom(`# made on a Sunday\r\n${alone}\r\n`)).toEqual(secret);
    expect(publicKey.kind).toBe("public");
  });

  test("that was mistyped is none, rather than another", () => {
    const alone = made.content.split("\n")[1] ?? "";
    for (const written of [alone, made.publicKey]) {
      for (let at = written.length - 20; at < written.length; at += 1) {
        const other = written[at] === "q" || written[at] === "Q" ? "p" : "q";
        const mistyped = `${written.slice(0, at)}${written === alone ? other.toUpperCase() : other}${written.slice(at + 1)}`;
        expect(readKey(mistyped), mistyped).toBeUndefined();
      }
      expect(readKey(written.slice(0, -1))).toBeUndefined();
    }
    expect(readKey("")).toBeUndefined();
    expect(readKey("# only a remark\n")).toBeUndefined();
  });
});
