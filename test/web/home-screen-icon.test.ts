import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { iconFile, iconPng } from "../../web/build/icon.ts";

/** Rows of an RGB picture as PNG without filters, as browsers take it apart. */
const pixelsOf = (png: Buffer) => {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const length = png.readUInt32BE(33);
  const raw = inflateSync(png.subarray(41, 41 + length));
  return { width, height, at: (x: number, y: number) => [...raw.subarray(y * (1 + 3 * width) + 1 + 3 * x).subarray(0, 3)] };
};

test("the icon of the home screen is the mark on white, at the size that was asked for", () => {
  const { width, height, at } = pixelsOf(iconPng(64));
  expect([width, height]).toEqual([64, 64]);
  expect(at(0, 0)).toEqual([255, 255, 255]);
  expect(at(10, 20)).toEqual([15, 74, 148]);
  expect(at(32, 20)).toEqual([255, 255, 255]);
  expect(at(24, 34)).toEqual([255, 197, 49]);
  expect(at(32, 58)).toEqual([20, 35, 58]);
  // a corner is round, and smooth
  expect(at(6, 4)).toEqual([255, 255, 255]);
});

test("its name changes with its content alone", () => {
  expect(iconFile(32).path).toBe(iconFile(32).path);
  expect(iconFile(32).path).not.toBe(iconFile(64).path);
});
