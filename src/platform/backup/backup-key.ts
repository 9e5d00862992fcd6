import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from "age-encryption";

/**
 * What locks a backup, and what opens it, as age writes its keys. The secret half opens what its public half has
 * locked; whoever makes backups with the public half cannot read them.
 */
export type BackupKey = { readonly kind: "passphrase" | "secret" | "public"; readonly text: string };

/**
 * Reads a key: a public one (`age1…`), a secret one (`AGE-SECRET-KEY-…`, alone or in a file with remarks), or a
 * passphrase, which is anything else. Undefined when it looks like a key and is mistyped, or is empty.
 */
export function readKey(written: string): BackupKey | undefined {
  const lines = written.split("\n").map((line) => line.trim());
  const said = lines.filter((line) => line !== "" && !line.startsWith("#"));
  const [text = ""] = said;
  if (said.length === 0) return undefined;
  if (said.length === 1 && /^age-secret-key-/i.test(text)) return known({ kind: "secret", text });
  if (said.length === 1 && text.startsWith("age1")) return known({ kind: "public", text });
  return { kind: "passphrase", text: written.trim() };
}

/** The last signs of a key are a sum over the others. */
function known(key: BackupKey): BackupKey | undefined {
  try {
    if (key.kind === "secret") new Decrypter().addIdentity(key.text);
    else new Encrypter().addRecipient(key.text);
    return key;
  } catch {
    return undefined;
  }
}

/** A new secret key as it stands in its file, with its public half in a remark. */
export async function newKeyFile(): Promise<{ content: string; publicKey: string }> {
  const secret = await generateIdentity();
  const publicKey = await identityToRecipient(secret);
  return { content: `# public key: ${publicKey}\n${secret}\n`, publicKey };
}
