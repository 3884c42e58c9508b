import { describe, expect, test } from "vitest";
import type { RegistrationId } from "../../shared/domain/ids.ts";
import { placeOf, stepOf } from "../../web/src/seeker/booking/step-of.ts";

const registration = { registrationId: "reg_1" as RegistrationId };
const newcomer = { account: { state: "out" }, registration: undefined, confirms: true, done: false } as const;
const signedIn = { ...newcomer, account: { state: "in" } } as const;

describe("booking an interview", () => {
  test("asks a newcomer to sign in, register and agree, one after the other", () => {
    expect(stepOf(newcomer)).toBe("sign-in");
    expect(stepOf(signedIn)).toBe("register");
    expect(stepOf({ ...signedIn, registration })).toBe("confirm");
    expect(stepOf({ ...signedIn, registration, done: true })).toBe("done");
  });

  test("leads back to the form for whoever wants to correct it", () => {
    expect(stepOf({ ...signedIn, registration, correcting: true })).toBe("register");
  });

  test("takes four screens", () => {
    expect(placeOf("sign-in", true)).toEqual({ now: 1, all: 4 });
    expect(placeOf("done", true)).toEqual({ now: 4, all: 4 });
  });

  test("shows no screen before it knows who is there", () => {
    expect(stepOf({ ...newcomer, account: { state: "asking" } })).toBe("waiting");
    expect(stepOf({ ...newcomer, account: { state: "failed" } })).toBe("waiting");
  });

  test("stays done when the session ends on the last screen", () => {
    expect(stepOf({ ...newcomer, done: true })).toBe("done");
  });
});

describe("registering to come", () => {
  test("asks for no consent and ends with the registration", () => {
    expect(stepOf({ ...signedIn, confirms: false })).toBe("register");
    expect(stepOf({ ...signedIn, confirms: false, registration })).toBe("done");
    expect(placeOf("done", false)).toEqual({ now: 3, all: 3 });
  });
});
