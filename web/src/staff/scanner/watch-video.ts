import type { CodesInView } from "./codes-in-view.ts";
import type { FrameReader } from "./frame-reader.ts";

/** Pause between two pictures: ten a second find a code as fast as a hand holds it still, and the phone stays cool. */
const betweenPicturesMs = 100;

type Watch = {
  video: HTMLVideoElement;
  reader: FrameReader;
  codes: CodesInView;
  /** False while a verdict is being read. */
  takesScans: () => boolean;
  onScan: (text: string) => void;
  onFailure: (error: unknown) => void;
};

/** Looks at the picture again and again until it is stopped. */
export function watchVideo({ video, reader, codes, takesScans, onScan, onFailure }: Watch): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout>;
  const look = async () => {
    try {
      const text = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await reader.read(video) : undefined;
      if (stopped) return;
      const scan = codes.see(text, performance.now(), takesScans());
      if (scan !== undefined) onScan(scan);
    } catch (error) {
      if (!stopped) onFailure(error);
      return;
    }
    timer = setTimeout(look, betweenPicturesMs);
  };
  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
