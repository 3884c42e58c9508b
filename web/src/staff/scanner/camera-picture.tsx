import { useEffect, useRef, useState } from "preact/hooks";
import { staffWords } from "../../../../shared/copy/pages-staff.ts";
import { useWords } from "../../platform/use-locale.ts";
import type { Camera, CameraTrouble } from "./camera.ts";
import { watchCodesInView } from "./codes-in-view.ts";
import { type FrameReader, openFrameReader } from "./frame-reader.ts";
import { openNativeReader } from "./native-reader.ts";
import { useCamera } from "./use-camera.ts";
import { watchVideo } from "./watch-video.ts";

type Props = { takesScans: () => boolean; onScan: (text: string) => void };

/** The camera's picture with its frame and switches, or why there is none and what to do. */
export const CameraPicture = ({ takesScans, onScan }: Props) => {
  const words = useWords(staffWords);
  const { view, switchCamera, reopen } = useCamera();
  const [readerFailed, setReaderFailed] = useState(false);
  const reopenAll = () => {
    setReaderFailed(false);
    reopen();
  };

  if (readerFailed) return <Trouble trouble="no-reader" onRetry={reopenAll} />;
  if (view.state === "trouble") return <Trouble trouble={view.trouble} onRetry={reopenAll} />;
  if (view.state !== "on")
    return (
      <div class="camera camera-waiting">
        <p role="status">{view.state === "paused" ? words.cameraPaused : words.cameraStarting}</p>
      </div>
    );
  return (
    <div class="camera">
      <Video
        key={view.camera.stream.id}
        camera={view.camera}
        label={words.cameraLabel}
        takesScans={takesScans}
        onScan={onScan}
        onFailure={() => setReaderFailed(true)}
      />
      <p class="camera-hint">{words.cameraHint}</p>
      <div class="camera-switches">
        {view.deviceIds.length > 1 && (
          <button type="button" class="camera-switch" onClick={switchCamera}>
            {words.switchCamera}
          </button>
        )}
        {view.camera.hasTorch && <Torch key={view.camera.stream.id} camera={view.camera} />}
      </div>
    </div>
  );
};

type VideoProps = { camera: Camera; label: string; takesScans: () => boolean; onScan: (text: string) => void; onFailure: () => void };

const Video = ({ camera, label, ...calls }: VideoProps) => {
  const video = useRef<HTMLVideoElement>(null);
  // The watch lives as long as the picture; it always asks the newest callbacks.
  const latest = useRef(calls);
  latest.current = calls;

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = camera.stream;
    // Refused only while the page is being left.
    element.play().catch(() => undefined);
    let stop = () => {};
    let gone = false;
    const watch = async () => {
      const reader = await openReader();
      if (gone) return reader.close();
      const stopWatching = watchVideo({
        video: element,
        reader,
        codes: watchCodesInView(),
        takesScans: () => latest.current.takesScans(),
        onScan: (text) => latest.current.onScan(text),
        onFailure: () => latest.current.onFailure(),
      });
      stop = () => {
        stopWatching();
        reader.close();
      };
    };
    watch().catch(() => !gone && latest.current.onFailure());
    return () => {
      gone = true;
      stop();
    };
  }, [camera]);

  return (
    <>
      <video ref={video} class="camera-video" playsInline muted aria-label={label} />
      <div class="camera-frame" aria-hidden="true" />
    </>
  );
};

const openReader = (): Promise<FrameReader> =>
  openFrameReader({
    openNative: openNativeReader,
    // Its own chunk with its own worker and wasm: fetched only by browsers without a detector.
    openDecoder: async () => (await import("./decoder-reader.ts")).openDecoderReader(),
  });

const Torch = ({ camera }: { camera: Camera }) => {
  const words = useWords(staffWords);
  const [on, setOn] = useState(false);
  const press = async () => {
    // Some phones promise a torch and refuse it: then it simply stays off.
    const done = await camera.setTorch(!on).then(
      () => true,
      () => false,
    );
    if (done) setOn(!on);
  };
  return (
    <button type="button" class="camera-switch" aria-pressed={on} onClick={press}>
      {on ? words.torchOff : words.torchOn}
    </button>
  );
};

const Trouble = ({ trouble, onRetry }: { trouble: CameraTrouble; onRetry: () => void }) => {
  const words = useWords(staffWords);
  const { title, detail } = words.cameraTrouble[trouble];
  return (
    <div class="camera camera-trouble" role="status">
      <h2>{title}</h2>
      <p>{detail}</p>
      {trouble !== "insecure" && (
        <button type="button" class="camera-switch" onClick={onRetry}>
          {words.openCamera}
        </button>
      )}
      <p>{words.typingWorks}</p>
    </div>
  );
};
