import { render } from "preact";
import { applyTextSize } from "../ui/large-text.tsx";
import { StaffApp } from "./staff-app.tsx";
import { registerWorker } from "./worker/register-worker.ts";
import "../ui/styles.css";
import "../ui/card.css";
import "./staff.css";
import "./offline/offline.css";

applyTextSize();
const root = document.getElementById("app");
if (!root) throw new Error("the page has no #app");
render(<StaffApp />, root);
void registerWorker();
// What did not come whole without a network comes with one.
addEventListener("online", () => void registerWorker());
