import { writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [out, ...files] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"],
});
const page = await browser.newPage({ viewport: { width: files.length * 370, height: 800 } });
writeFileSync(
  "/tmp/sheet.html",
  `<body style="margin:0;display:flex;gap:10px;align-items:flex-start;background:#888">${files.map((f) => `<img style="width:360px" src="file:///tmp/shots/${f}.png">`).join("")}`,
);
await page.goto("file:///tmp/sheet.html");
await page.waitForTimeout(300);
await page.screenshot({ path: out, fullPage: true });
await browser.close();
