import { writeFileSync } from "node:fs";
import type { Page } from "playwright-core";

const width = 640;
const height = 480;
const framesPerSecond = 5;
/** In view for 2 s, then away for 3 s, over and over: longer than the scanner takes for one look. */
const framesInView = 10;
const framesAway = 15;
/** Side of the picture in front of the camera, pixels. */
const side = 420;
const grey = 110;

/** Luminance of a PNG, drawn to `side` × `side` pixels on white by the browser. */
const luminanceOf = async (page: Page, png: Buffer): Promise<Buffer> =>
  Buffer.from(
    await page.evaluate(
      async ({ base64, side }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const canvas = new OffscreenCanvas(side, side).getContext("2d");
        if (!canvas) throw new Error("no canvas");
        canvas.fillStyle = "#fff";
        canvas.fillRect(0, 0, side, side);
        canvas.drawImage(bitmap, 0, 0, side, side);
        const { data } = canvas.getImageData(0, 0, side, side);
        return Array.from({ length: side * side }, (_, i) =>
          Math.round(((data[i * 4] ?? 0) + (data[i * 4 + 1] ?? 0) + (data[i * 4 + 2] ?? 0)) / 3),
        );
      },
      { base64: png.toString("base64"), side },
    ),
  );

/** One frame: the picture sways a little on a grey desk, as in somebody's hand, under the dull light of a rainy day. */
const frameOf = (picture: Buffer | undefined, turn: number): Buffer => {
  const luminance = Buffer.alloc(width * height, grey);
  if (!picture) return luminance;
  const left = Math.round((width - side) / 2 + 12 * Math.sin(turn));
  const top = Math.round((height - side) / 2 + 8 * Math.cos(turn));
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) luminance[(top + y) * width + left + x] = 40 + (picture.readUInt8(y * side + x) * 175) / 255;
  return luminance;
};

/** Writes a Y4M clip (I420) that shows a picture again and again: what Chromium's fake camera plays in a loop. The page only draws. */
export const writeCameraClip = async (file: string, png: Buffer, page: Page): Promise<void> => {
  const picture = await luminanceOf(page, png);
  const colour = Buffer.alloc((width * height) / 2, 128);
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`)];
  for (let frame = 0; frame < framesInView + framesAway; frame++) {
    const inView = frame < framesInView;
    parts.push(Buffer.from("FRAME\n"), frameOf(inView ? picture : undefined, (frame / framesInView) * 2 * Math.PI), colour);
  }
  writeFileSync(file, Buffer.concat(parts));
};
