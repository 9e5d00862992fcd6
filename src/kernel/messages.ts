/**
 * The keys of every sentence a person can read. Each catalogue adds its own:
 *
 *     declare module "#kernel/messages.ts" { interface MessageKeys { circles: keyof typeof sv } }
 */
export interface MessageKeys {}

export type MessageKey = MessageKeys[keyof MessageKeys];

export const languages = ["sv", "en"] as const;
export type Language = (typeof languages)[number];

/** What a sentence may be filled with. Dates arrive as text: the feature decides how much of a date to show. */
export type MessageValues = Readonly<Record<string, string | number | boolean>>;

/** Gives the sentence behind a key in one language. */
export type Translate = ((key: MessageKey, values?: MessageValues) => string) & {
  readonly language: Language;
  /** Whether there is a sentence: for names that come out of the database and may be of another release. */
  readonly knows: (key: string) => key is MessageKey;
};

/** A catalogue: key → ICU message. */
export type Catalogue<Key extends string = string> = Readonly<Record<Key, string>>;
