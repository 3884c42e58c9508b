import { expect, test } from "vitest";
import { consoleLinks } from "../../functions/mail/mail-links.ts";
import { EmployerId } from "../../shared/domain/ids.ts";
import { employerRoutes, openRoutes } from "../../web/src/console/routes.tsx";
import { pageAt } from "../../web/src/platform/router.ts";
import { anId } from "../support/builders.ts";

const links = consoleLinks("https://jobstop.example.com", EmployerId.parse(anId("emp")));

test.each(Object.entries(links))("the link %s in an employer's mail leads to a page of the console", (_, link) => {
  const { pathname } = new URL(typeof link === "string" ? link : link(anId("vis") as never));
  expect(pageAt<unknown>(employerRoutes, pathname) ?? pageAt<unknown>(openRoutes, pathname), pathname).toBeDefined();
});
