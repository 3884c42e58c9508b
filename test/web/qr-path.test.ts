import { create } from "qrcode";
import { expect, test } from "vitest";
import { qrPath, quietZone } from "../../web/src/ui/qr-path.ts";

const token = `JS1:${"A7".repeat(72)}`;

test("the drawing of a ticket has exactly the dark modules of the code, inside the quiet zone", () => {
  const { modules } = create(token, { version: 6, errorCorrectionLevel: "M" });
  const drawn = new Set<string>();
  for (const [, x = "", y = "", width = ""] of qrPath(modules).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let column = 0; column < Number(width); column++) drawn.add(`${Number(x) + column}/${y}`);
  const dark = new Set<string>();
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) dark.add(`${column + quietZone}/${row + quietZone}`);
  expect(modules.size).toBe(41);
  expect(drawn).toEqual(dark);
});
