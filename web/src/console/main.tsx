import { render } from "preact";
import { applyTextSize } from "../ui/large-text.tsx";
import { ConsoleApp } from "./console-app.tsx";
import "../ui/styles.css";
import "../ui/card.css";
import "./console.css";

applyTextSize();
const root = document.getElementById("app");
if (!root) throw new Error("the page has no #app");
render(<ConsoleApp />, root);
