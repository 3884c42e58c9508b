import { useCallback, useEffect, useState } from "preact/hooks";
import { type Camera, type CameraTrouble, listCameras, nextCamera, openCamera } from "./camera.ts";
import { keptCamera } from "./device.ts";

export type CameraView =
  | { state: "starting" }
  /** The page is hidden: the camera is let go, because iOS hands back a black picture otherwise, and for the battery. */
  | { state: "paused" }
  | { state: "trouble"; trouble: CameraTrouble }
  | { state: "on"; camera: Camera; deviceIds: readonly string[] };

/** The camera while this component is shown and the page is in front. */
export function useCamera(): { view: CameraView; switchCamera: () => void; reopen: () => void } {
  const [view, setView] = useState<CameraView>({ state: "starting" });
  // A new object each time the camera is to be opened anew, be it the same one.
  const [wanted, setWanted] = useState(() => ({ deviceId: keptCamera.read() }));
  const visible = useVisible();
  const reopen = useCallback(() => setWanted((before) => ({ ...before })), []);

  useEffect(() => {
    if (!visible) {
      setView({ state: "paused" });
      return;
    }
    let gone = false;
    let camera: Camera | undefined;
    const open = async () => {
      setView({ state: "starting" });
      const opened = await openCamera(wanted.deviceId);
      if (!opened.ok) {
        if (!gone) setView({ state: "trouble", trouble: opened.trouble });
        return;
      }
      camera = opened.camera;
      if (gone) return camera.close();
      camera.onEnded(reopen);
      const deviceIds = await listCameras();
      if (!gone) setView({ state: "on", camera, deviceIds });
    };
    void open();
    return () => {
      gone = true;
      camera?.close();
    };
  }, [wanted, visible, reopen]);

  const switchCamera = () => {
    if (view.state !== "on") return;
    const next = nextCamera(view.deviceIds, view.camera.deviceId);
    if (next === undefined) return;
    keptCamera.write(next);
    setWanted({ deviceId: next });
  };
  return { view, switchCamera, reopen };
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(document.visibilityState === "visible");
  useEffect(() => {
    const follow = () => setVisible(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", follow);
    return () => document.removeEventListener("visibilitychange", follow);
  }, []);
  return visible;
}
