package vn.diemcau.campaign;

import java.time.Instant;

/**
 * A unit that lags behind in a campaign was reminded.
 *
 * @param path the unit's path then
 * @param by the name of who reminded, or empty when it was done by itself on the campaign's day
 */
record Reminder(String id, String campaign, String unit, String path, String by, Instant at, String text) {}
