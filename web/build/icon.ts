import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";

/** A rectangle with round corners, in units of a square of 32; a circle is one whose corners meet. */
type Shape = { x: number; y: number; width: number; height: number; radius: number; fill: string };

const side = 32;
const circle = (x: number, y: number, radius: number, fill: string): Shape => ({
  ...{ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius, radius, fill },
});

/** The mark: a bus that is the sign of its own stop. One definition for browsers, which take SVG, and for home screens, some of which take PNG only. */
const mark: readonly Shape[] = [
  { x: 15, y: 20, width: 2, height: 11, radius: 0, fill: "#14233a" },
  { x: 3, y: 2, width: 26, height: 20, radius: 6, fill: "#0f4a94" },
  { x: 8, y: 7, width: 16, height: 10, radius: 1.5, fill: "#ffffff" },
  circle(12, 17, 2, "#ffc531"),
  circle(20, 17, 2, "#ffc531"),
];

const svg = (): string => {
  const shapes = mark.map(
    ({ x, y, width, height, radius, fill }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">${shapes.join("")}</svg>`;
};

/** The mark as an address: no request, and no file to keep in step. */
export const icon = `data:image/svg+xml,${encodeURIComponent(svg())}`;

const isInside = ({ x, y, width, height, radius }: Shape, px: number, py: number): boolean => {
  if (px < x || py < y || px > x + width || py > y + height) return false;
  const dx = Math.max(x + radius - px, px - (x + width - radius), 0);
  const dy = Math.max(y + radius - py, py - (y + height - radius), 0);
  return dx * dx + dy * dy <= radius * radius || dx === 0 || dy === 0;
};

const white = [255, 255, 255] as const;
const channels = (fill: string): number[] => [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));
/** Looks a pixel takes in each direction: edges come out smooth. */
const looks = 4;

/** Colour at a place of the square, on white: a home screen would set a see-through icon on black. */
const colourAt = (px: number, py: number): readonly number[] => {
  const shape = mark.findLast((one) => isInside(one, px, py));
  return shape ? channels(shape.fill) : white;
};

const pixelAt = (column: number, row: number, pixels: number): number[] => {
  const sum = [0, 0, 0];
  for (let i = 0; i < looks * looks; i += 1) {
    const px = ((column + ((i % looks) + 0.5) / looks) * side) / pixels;
    const py = ((row + (Math.floor(i / looks) + 0.5) / looks) * side) / pixels;
    for (const [n, value] of colourAt(px, py).entries()) sum[n] = (sum[n] ?? 0) + value;
  }
  return sum.map((value) => Math.round(value / (looks * looks)));
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** The mark as PNG (8-bit RGB), so many pixels wide and high. */
export const iconPng = (pixels: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: pixels }, (_, row) => [
    // No filter: there is little to win with so few colours.
    0,
    ...Array.from({ length: pixels }, (_, column) => pixelAt(column, row, pixels)).flat(),
  ]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from(rows.flat()), { level: 9 });
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
};

/** Where the mark of a size lies in the site: its name changes with its content, like that of every file beside it. */
export const iconFile = (pixels: number): { path: string; content: Buffer } => {
  const content = iconPng(pixels);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  return { path: `/assets/staff/icon-${pixels}-${hash}.png`, content };
};
