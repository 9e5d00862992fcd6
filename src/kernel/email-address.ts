import { z } from "zod";

/** An e-mail address as we keep it: in lower case, so that the same address is the same everywhere (RFC 5321: 254). */
export const EmailAddress = z.string().trim().toLowerCase().max(254, { abort: true }).check(z.email());
