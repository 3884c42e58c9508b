import { createHash } from "node:crypto";
import QRCode from "qrcode";
import { toBase32 } from "../../shared/domain/base32.ts";
import { chancesFrom } from "./picks.ts";

/** What a camera of the app sees: 1280 × 720, grey. */
export const frameWidth = 1280;
export const frameHeight = 720;

export type Frame = { text: string; luminance: Float32Array };
export type FrameKind = "screen" | "print";

/** In the form of a ticket's token, another for each frame. */
const tokenOf = (seed: number): string => {
  const bytes = Buffer.concat([0, 1, 2].map((part) => createHash("sha256").update(`frame ${seed} ${part}`).digest())).subarray(0, 90);
  return `JS1:${toBase32(Uint8Array.from(bytes), "rfc4648")}`;
};

const quiet = 4;

/** Luminance, 0 to 1, of what is held up, by its place: modules from the upper left corner of the code. Around the quiet zone is the rest of screen or sheet. */
const pictureOf = (text: string): { size: number; at: (x: number, y: number) => number } => {
  const { modules } = QRCode.create([{ data: text, mode: "alphanumeric" }], { version: 6, errorCorrectionLevel: "M" });
  const { size, data } = modules;
  return {
    size,
    at: (x, y) => {
      if (x >= 0 && y >= 0 && x < size && y < size) return data[Math.floor(y) * size + Math.floor(x)] ? 0 : 1;
      const outside = Math.max(-x, -y, x - size, y - size);
      // beyond the quiet zone and a margin: words, a table, a sleeve
      return outside < quiet + 3 ? 1 : 0.45 + 0.25 * Math.sin(x * 0.9) * Math.cos(y * 1.3);
    },
  };
};

/**
 * A frame as a hand in a hurry makes it: turned, seen at an angle, out of focus, noisy, in bad light. A screen adds reflections, stripes of its own grid against
 * the camera's, and little contrast; a print adds folds and a bend. The same seed gives the same frame.
 */
export const hardFrame = (kind: FrameKind, seed: number): Frame => {
  const chance = chancesFrom(seed * 7919 + (kind === "screen" ? 1 : 2));
  const between = (low: number, high: number): number => low + (high - low) * chance();
  const text = tokenOf(seed);
  const picture = pictureOf(text);
  const isScreen = kind === "screen";

  const turn = between(-0.6, 0.6);
  /** Pixels a module, in the middle. */
  const scale = between(isScreen ? 4.2 : 5, 9);
  const [tiltX, tiltY] = [between(-1, 1), between(-1, 1)].map((tilt) => tilt * (isScreen ? 0.0009 : 0.0016)) as [number, number];
  const squeeze = between(isScreen ? 0.8 : 0.6, 1);
  const [centreX, centreY] = [frameWidth / 2 + between(-180, 180), frameHeight / 2 + between(-90, 90)];
  const bend = isScreen ? 0 : between(0, 1.6);
  const [bendLength, bendAt, foldAt, foldDepth] = [between(14, 40), between(0, 6), between(5, 36), isScreen ? 0 : between(0, 0.3)];
  const contrast = between(isScreen ? 0.25 : 0.35, 0.85);
  const base = between(0.08, 0.9 - contrast);
  const [shadeX, shadeY] = [between(-0.3, 0.3) / frameWidth, between(-0.3, 0.3) / frameHeight];
  const glare = isScreen ? between(0, 0.8) : 0;
  const [glareX, glareY, glareSize] = [centreX + between(-160, 160), centreY + between(-160, 160), between(40, 110)];
  const stripes = isScreen ? between(0, 0.22) : 0;
  const [stripeX, stripeY] = [between(0.2, 1.4), between(0.2, 1.4)];
  const blur = between(0, isScreen ? 2.6 : 2);
  const motion = between(0, isScreen ? 5 : 3.5);
  const noise = between(0.01, 0.09);

  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  // what lies around it is one grey, and costs nothing
  const reach = Math.ceil((picture.size / 2 + quiet + 6) * scale * 1.15);
  const [left, top, side] = [Math.round(centreX) - reach, Math.round(centreY) - reach, 2 * reach];
  const sharp = new Float32Array(side * side);
  for (let i = 0; i < sharp.length; i++) {
    const [px, py] = [left + (i % side), top + Math.floor(i / side)];
    const [dx, dy] = [px - centreX, py - centreY];
    const depth = 1 + tiltX * dx + tiltY * dy;
    const [u, v] = [(dx * cos + dy * sin) / depth / scale, (dy * cos - dx * sin) / depth / (scale * squeeze)];
    const x = u + picture.size / 2 + bend * Math.sin(v / bendLength + bendAt) ** 2;
    const y = v + picture.size / 2 + bend * 0.6 * Math.cos(u / bendLength + bendAt);
    const fold = 1 - foldDepth * Math.exp(-(((x + y * 0.4 - foldAt) / 2.5) ** 2));
    const stripe = 1 + stripes * Math.sin(px * stripeX + py * 0.35) * Math.sin(py * stripeY);
    const shine = glare * Math.exp(-(((px - glareX) / glareSize) ** 2 + ((py - glareY) / glareSize) ** 2));
    const light = 1 + shadeX * dx + shadeY * dy;
    sharp[i] = (base + contrast * picture.at(x, y)) * fold * stripe * light + shine;
  }
  const seen = blurred(blurred(sharp, 1, blur + motion), side, blur);
  const luminance = new Float32Array(frameWidth * frameHeight).fill(base + contrast / 2);
  for (let i = 0; i < seen.length; i++) {
    const [px, py] = [left + (i % side), top + Math.floor(i / side)];
    if (px < 0 || py < 0 || px >= frameWidth || py >= frameHeight) continue;
    // the sum of three is near enough to what a sensor does
    const grain = noise * (chance() + chance() + chance() - 1.5);
    luminance[py * frameWidth + px] = Math.min(1, Math.max(0, (seen[i] ?? 0) + grain));
  }
  return { text, luminance };
};

/** Blurs along one direction: `step` 1 along the rows, the width down the columns. Two boxes make a tent, as a lens out of focus and a hand that moves do. */
const blurred = (from: Float32Array, step: number, radius: number): Float32Array => box(box(from, step, radius / 2), step, radius / 2);

const box = (from: Float32Array, step: number, radius: number): Float32Array => {
  const reach = Math.ceil(radius);
  if (reach === 0) return from;
  const edge = radius - (reach - 1);
  const weight = 1 / (2 * radius + 1);
  const to = new Float32Array(from.length);
  for (let i = 0; i < from.length; i++) {
    let sum = from[i] ?? 0;
    for (let r = 1; r <= reach; r++) {
      const share = r === reach ? edge : 1;
      sum += share * ((from[i - r * step] ?? from[i] ?? 0) + (from[i + r * step] ?? from[i] ?? 0));
    }
    to[i] = sum * weight;
  }
  return to;
};

/** A picture in another size, as a canvas draws it: between the four pixels around. Answers RGBA. */
export const pixelsOf = (luminance: Float32Array, width: number, height: number) => {
  const data = new Uint8ClampedArray(width * height * 4);
  const [scaleX, scaleY] = [frameWidth / width, frameHeight / height];
  const at = (x: number, y: number): number => luminance[Math.min(frameHeight - 1, y) * frameWidth + Math.min(frameWidth - 1, x)] ?? 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [fx, fy] = [(x + 0.5) * scaleX - 0.5, (y + 0.5) * scaleY - 0.5];
      const [x0, y0] = [Math.max(0, Math.floor(fx)), Math.max(0, Math.floor(fy))];
      const [wx, wy] = [Math.max(0, fx - x0), Math.max(0, fy - y0)];
      const value = (at(x0, y0) * (1 - wx) + at(x0 + 1, y0) * wx) * (1 - wy) + (at(x0, y0 + 1) * (1 - wx) + at(x0 + 1, y0 + 1) * wx) * wy;
      const i = (y * width + x) * 4;
      data[i] = data[i + 1] = data[i + 2] = value * 255;
      data[i + 3] = 255;
    }
  return { data, width, height, colorSpace: "srgb" as const };
};
