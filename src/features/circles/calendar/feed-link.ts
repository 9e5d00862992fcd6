/** Whose meetings a secret calendar address shows: all of one person's, those of bodies too, or those of one application. */
export const calendarPurposes = { person: "calendar.person", registration: "calendar.registration" } as const;

/** How long a calendar may be followed before its address is made anew: as long as somebody works with circles. */
export const yearsFollowed = 10;
