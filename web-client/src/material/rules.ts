/** Roles that a material may be kept for, beside being summoned. */
export const readerRoles = ['unit_admin', 'trainer', 'cell_secretary'] as const;
export type ReaderRole = (typeof readerRoles)[number];

const hours = 7;

/** An instant as a field of day and time shows it, in Vietnam's time wherever the device is. */
export function toField(instant: string): string {
  return new Date(new Date(instant).getTime() + hours * 3_600_000).toISOString().slice(0, 16);
}

/** What a field of day and time says, as an instant. */
export function fromField(field: string): string {
  return new Date(`${field}:00+07:00`).toISOString();
}
