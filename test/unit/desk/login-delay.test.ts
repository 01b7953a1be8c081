import { describe, expect, test } from "vitest";
import { delaySeconds, secondsToWait } from "../../../src-main/desk/session/login-delay.ts";

const AT = "2026-03-02T01:00:00.000Z";

describe("delay after wrong passwords", () => {
  test("three slips are free, then it doubles up to a quarter of an hour", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 11, 12, 500].map(delaySeconds)).toEqual([0, 0, 0, 2, 4, 8, 16, 512, 900, 900]);
  });

  test.each([
    ["2026-03-02T01:00:00.000Z", 8],
    ["2026-03-02T01:00:07.001Z", 1],
    ["2026-03-02T01:00:08.000Z", 0],
    // the machine's clock was set back: by a second, by a year
    ["2026-03-02T00:59:59.000Z", 7],
    ["2025-03-02T01:00:00.000Z", 0],
  ])("five failures, asked at %s: %i s", (now, seconds) => {
    expect(secondsToWait({ failedLogins: 5, lastFailedAt: AT }, now)).toBe(seconds);
  });

  test("nobody who never failed waits", () => {
    expect(secondsToWait({ failedLogins: 0, lastFailedAt: null }, AT)).toBe(0);
  });
});
