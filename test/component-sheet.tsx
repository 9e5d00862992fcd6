import { ApplicationSheet, FormSheet } from "./sheets/application.tsx";
import { HomeSheet } from "./sheets/home.tsx";
import { InvitationSheet } from "./sheets/invitation.tsx";
import { LinkSheet } from "./sheets/link.tsx";
import { TodaySheet } from "./sheets/today.tsx";
import { WorkSheet } from "./sheets/work.tsx";

/** Pages of every kind, which together draw every component. Looked at by people, and by everything that checks pages. */
export const sheets = {
  home: HomeSheet,
  invitation: InvitationSheet,
  today: TodaySheet,
  form: FormSheet,
  application: ApplicationSheet,
  work: WorkSheet,
  link: LinkSheet,
} as const;
