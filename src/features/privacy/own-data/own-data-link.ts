/** What the mailed link to one's own data is for. Its subject is the address it was mailed to. */
export const ownDataPurpose = "privacy.own_data";

/** How long the link opens: long enough for somebody who reads their mail once a day. */
export const hoursOpen = 24;
