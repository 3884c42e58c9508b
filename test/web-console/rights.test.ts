import { describe, expect, it } from "vitest";
import { consoleWords } from "../../shared/copy/pages-console.ts";
import type { EmployerId } from "../../shared/domain/ids.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import { startOf } from "../../web/src/console/console-app.tsx";
import { menuFor } from "../../web/src/console/menu.ts";
import { rightsOf } from "../../web/src/console/rights.ts";

const firm = { employerId: "emp_1" as EmployerId, nameKo: "한결요양센터", state: "verified" as const };
const account = (staffRoles: StaffRole[], employers: (typeof firm)[] = []) => rightsOf({ visitRoles: [], staffRoles, employers });
const addresses = (rights: ReturnType<typeof account>, path = "/console") =>
  menuFor(rights, path, consoleWords.ko).map((item) => item.href);

describe("the menu holds what somebody can use and nothing else", () => {
  it("for an employer", () => {
    expect(addresses(account([], [firm]))).toEqual([
      "/console/employers/emp_1/slot-requests",
      "/console/employers/emp_1/postings",
      "/console/employers/emp_1/talks",
      "/console/employers/emp_1",
    ]);
  });
  it("for a manager", () => {
    expect(addresses(account(["manager"]))).toEqual([
      "/console/visits",
      "/console/approvals",
      "/console/reports",
      "/console/places",
      "/console/members",
      "/console/partners",
      "/console/access-log",
      "/console/incidents",
      "/console/connections",
      "/console/leads",
      "/console/talks",
      "/console/inquiries",
      "/staff",
    ]);
  });
  it("for desk staff, for outreach, and for somebody new", () => {
    expect([addresses(account(["desk"])), addresses(account(["outreach"])), addresses(account([]))]).toEqual([
      ["/staff"],
      ["/console/leads", "/console/talks", "/console/inquiries"],
      [],
    ]);
  });
});

it("what waits for the manager is counted beside its entry, where there is any", () => {
  const labelFor = (waiting: number) => menuFor(account(["manager"]), "/console", consoleWords.ko, waiting)[1]?.label;
  expect([labelFor(0), labelFor(3)]).toEqual(["승인할 일", "승인할 일 3건"]);
});

it("the entry that one is below is marked, and only that one", () => {
  const marked = (path: string) =>
    menuFor(account([], [firm]), path, consoleWords.ko)
      .filter((item) => item.current)
      .map((item) => item.label);
  expect(marked("/console/employers/emp_1/postings/new")).toEqual([consoleWords.ko.postings]);
  expect(marked("/console/employers/emp_1/change")).toEqual([consoleWords.ko.firm]);
});

it("everybody begins where their work is", () => {
  expect([account(["manager"], [firm]), account([], [firm]), account(["desk"]), account(["outreach"]), account([])].map(startOf)).toEqual([
    "/console/visits",
    "/console/employers/emp_1",
    "/staff",
    "/console/leads",
    "/console/register",
  ]);
});
