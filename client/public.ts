import "./send-once.ts";
import "./find-problems.ts";
import "./keep-draft.ts";
import "./text-counter.ts";
import "./copy-text.ts";
import "./passkey-form.ts";
import "./workshop-room.ts";
import "./search-words.ts";
