/** Whether a text is a day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  // A thirtieth of February is taken for the second of March.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
