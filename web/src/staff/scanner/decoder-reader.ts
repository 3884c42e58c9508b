import type { DecodedFrame, FrameToDecode } from "./decoder.worker.ts";
import { decodedSize } from "./decoding.ts";
import type { FrameReader } from "./frame-reader.ts";

/** The decoder in its own thread, so that the page never stutters. Script and wasm load when this is first called. */
export async function openDecoderReader(): Promise<FrameReader> {
  const worker = new Worker(new URL("./decoder.worker.ts", import.meta.url), { type: "module", name: "qr-decoder" });
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("no 2d canvas to read pictures with");
  return {
    read: async (video) => {
      const [width, height] = decodedSize(video.videoWidth, video.videoHeight);
      if (width === 0 || height === 0) return undefined;
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
      pen.drawImage(video, 0, 0, width, height);
      return decode(worker, pen.getImageData(0, 0, width, height));
    },
    close: () => worker.terminate(),
  };
}

/** One picture at a time: the caller waits for the answer before it sends the next. */
function decode(worker: Worker, picture: ImageData): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<DecodedFrame>) =>
      data.failure === undefined ? resolve(data.text) : reject(new Error(data.failure));
    worker.onerror = (event) => reject(new Error(event.message || "the decoder did not start"));
    const frame: FrameToDecode = { pixels: picture.data, width: picture.width, height: picture.height };
    worker.postMessage(frame, [picture.data.buffer]);
  });
}
