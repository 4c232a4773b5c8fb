const WARSAW = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw', dateStyle: 'short' });

/** The day of the office's calendar at an instant, `YYYY-MM-DD`. */
export const dayInWarsaw = (instant = new Date()): string => WARSAW.format(instant);
