import { render } from "preact";
import { applyTextSize } from "../ui/large-text.tsx";
import { StaffApp } from "./staff-app.tsx";
import "../ui/styles.css";
import "./staff.css";

applyTextSize();
const root = document.getElementById("app");
if (!root) throw new Error("the page has no #app");
render(<StaffApp />, root);
