import { z } from "zod";

/** An e-mail address as we keep it: lower case, as long as mail servers allow (RFC 5321). */
export const EmailAddress = z.string().trim().toLowerCase().max(254).pipe(z.email());
