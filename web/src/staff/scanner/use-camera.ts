import { useEffect, useState } from "preact/hooks";
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
  const [deviceId, setDeviceId] = useState(keptCamera.read);
  const [opening, setOpening] = useState(0);
  const visible = useVisible();
  const reopen = () => setOpening((count) => count + 1);

  useEffect(() => {
    if (!visible) {
      setView({ state: "paused" });
      return;
    }
    let gone = false;
    let camera: Camera | undefined;
    const open = async () => {
      setView({ state: "starting" });
      const opened = await openCamera(deviceId);
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
  }, [deviceId, opening, visible]);

  const switchCamera = () => {
    if (view.state !== "on") return;
    const next = nextCamera(view.deviceIds, view.camera.deviceId);
    if (next === undefined) return;
    keptCamera.write(next);
    setDeviceId(next);
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
