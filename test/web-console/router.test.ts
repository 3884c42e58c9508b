import { describe, expect, it } from "vitest";
import { pageAt, paramsOf, route } from "../../web/src/platform/router.ts";

const routes = [
  route("/console/visits", () => "list"),
  route("/console/visits/new", () => "plan"),
  route("/console/visits/:visitId", ({ visitId }) => `visit ${visitId}`),
  route("/console/employers/:employerId/postings/:postingId", ({ employerId, postingId }) => `${employerId} ${postingId}`),
];

describe("an address", () => {
  it.each([
    ["/console/visits", "list"],
    ["/console/visits/", "list"],
    ["/console/visits/new", "plan"],
    ["/console/visits/vis_1", "visit vis_1"],
    ["/console/employers/emp_1/postings/pst_2", "emp_1 pst_2"],
  ])("%s opens its page", (path, page) => {
    expect(pageAt(routes, path)).toBe(page);
  });

  it.each(["/", "/console", "/console/visits/vis_1/more", "/console/visitsnew", "/staff/visits"])("%s opens none", (path) => {
    expect(pageAt(routes, path)).toBeUndefined();
  });

  it("gives its parts by name", () => {
    expect(paramsOf("/a/:b/c", "/a/1/c")).toEqual({ b: "1" });
    expect(paramsOf("/a/:b/c", "/a/1/d")).toBeUndefined();
  });
});
