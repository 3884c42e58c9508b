import { describe, expect, test } from "vitest";
import { addressOf } from "../../web/src/platform/address.ts";

describe("the address of an operation", () => {
  test("has each name of its path filled in", () => {
    expect(addressOf("PUT /api/me/visits/{visitId}/bookings/{bookingId}", { params: { visitId: "vis_1", bookingId: "bkg_2" } })).toEqual({
      method: "PUT",
      url: "/api/me/visits/vis_1/bookings/bkg_2",
    });
  });

  test("cannot be led astray by what an id contains", () => {
    expect(addressOf("GET /api/public/visits/{visitId}", { params: { visitId: "../me?x#y" } }).url).toBe(
      "/api/public/visits/..%2Fme%3Fx%23y",
    );
  });

  test("leaves out what the query does not say", () => {
    expect(addressOf("GET /api/public/visits", { query: { zone: "seonam", from: undefined } }).url).toBe("/api/public/visits?zone=seonam");
    expect(addressOf("GET /api/public/visits", { query: {} }).url).toBe("/api/public/visits");
  });

  test.each([{}, { visitId: "" }])("is refused when a name has no value: %j", (params) => {
    expect(() => addressOf("GET /api/public/visits/{visitId}", { params })).toThrow("needs visitId");
  });
});
