/**
 * Reads the text of a QR code off the running picture of a camera. Two of them: the browser's own detector, and the ZXing decoder in a worker
 * for browsers without one (all of iOS, desktop Linux and Windows).
 */
export interface FrameReader {
  /** The text of one QR code in the picture as it is now, or undefined when there is none. Rejects when this reader cannot read at all. */
  read(video: HTMLVideoElement): Promise<string | undefined>;
  close(): void;
}

/** What the browser offers; a parameter, so that a test can take the detector away or break it. */
export interface ReaderSources {
  openNative(): Promise<FrameReader | undefined>;
  openDecoder(): Promise<FrameReader>;
}

/**
 * The browser's detector where it can read QR codes, otherwise the decoder. A detector may exist and still fail at its first picture (Android
 * without the vision module it leans on): then the decoder takes over for good.
 */
export async function openFrameReader(sources: ReaderSources): Promise<FrameReader> {
  const native = await sources.openNative();
  if (!native) return sources.openDecoder();
  let current = native;
  return {
    read: async (video) => {
      try {
        return await current.read(video);
      } catch (error) {
        if (current !== native) throw error;
        native.close();
        current = await sources.openDecoder();
        return current.read(video);
      }
    },
    close: () => current.close(),
  };
}
