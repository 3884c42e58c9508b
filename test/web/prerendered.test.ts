import { describe, expect, test } from "vitest";
import { htmlOf } from "../../web/build/document.ts";
import { renderPages } from "../../web/src/seeker/prerendered.tsx";
import { pageNames } from "../../web/src/seeker/site.ts";

const pages = renderPages();

describe("the prerendered pages", () => {
  test("are there in both languages, and one for addresses that do not exist", () => {
    expect(pages.map(({ file }) => file).sort()).toEqual(
      [
        "404.html",
        ...["", "en/"].flatMap((root) =>
          [
            "index.html",
            "visits/visit/index.html",
            "my/index.html",
            "my/ticket/index.html",
            "my/data/index.html",
            "board/index.html",
            "calendar/index.html",
            "verify/index.html",
            "number/index.html",
            "table/index.html",
            "kiosk/index.html",
            "sign-in/index.html",
            "help/index.html",
            "privacy/index.html",
          ].map((file) => root + file),
        ),
      ].sort(),
    );
    expect(new Set(pages.map(({ page }) => page))).toEqual(new Set(pageNames));
  });

  test.each(pages)("$file has one title and nothing inline, which the browser would refuse", (page) => {
    const html = htmlOf({ ...page, scripts: ["main.js"], styles: ["main.css"] });
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/ style=| on[a-z]+=|<style|javascript:/);
    expect(html.replace(/<script type="module" src="\/main\.js"><\/script>/, "")).not.toContain("<script");
    expect(html).toMatch(/<a class="tel-link" href="tel:/);
  });

  test.each(pages.filter(({ locale }) => locale === "en"))(
    "$file speaks English only, but for the name of the other language",
    ({ body, title, description }) => {
      const korean = /[\uAC00-\uD7A3]/;
      expect(body.replace(/<(\w+)[^>]* lang="ko"[^>]*>.*?<\/\1>/g, "")).not.toMatch(korean);
      expect(title + description).not.toMatch(korean);
    },
  );

  test.each(pages.filter(({ page }) => page === "visits"))("$file asks for its data before its script does", (page) => {
    expect(htmlOf({ ...page, scripts: [], styles: [] })).toContain('<link rel="preload" as="fetch" href="/api/public/visits" crossorigin>');
  });
});
