import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isOver, measureFirstPage } from "../../web/build/budgets.ts";
import { htmlOf } from "../../web/build/document.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jobstop-budgets-"));
  mkdirSync(join(folder, "assets"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Bytes that gzip cannot make smaller. */
const noise = (bytes: number) => randomBytes(bytes);

function site({ script = 1_000, style = 1_000, soon = [] as string[] }) {
  writeFileSync(join(folder, "assets/main.js"), noise(script));
  writeFileSync(join(folder, "assets/main.css"), noise(style));
  for (const file of soon) writeFileSync(join(folder, file), noise(100));
  const html = htmlOf({
    locale: "ko",
    title: "방문 일정",
    scripts: ["assets/main.js"],
    styles: ["assets/main.css"],
    soon,
    data: "/api/public/visits",
    body: "",
  });
  writeFileSync(join(folder, "index.html"), html);
  return measureFirstPage("index.html", folder)
    .filter(isOver)
    .map(({ what }) => what.replace("index.html: ", ""));
}

describe("the budget of the first page", () => {
  test("is kept by a small page: HTML, style sheet, script and data are four requests", () => {
    expect(site({})).toEqual([]);
  });

  test("is broken by too much JavaScript", () => {
    expect(site({ script: 20_001 })).toEqual(["JavaScript"]);
  });

  test("is broken by too much HTML and CSS", () => {
    expect(site({ style: 10_000 })).toEqual(["HTML and CSS"]);
  });

  test("is broken by a fifth request, which a chunk fetched in advance is", () => {
    expect(site({ soon: ["assets/later.js"] })).toEqual(["requests"]);
  });
});
