import { pagesIn } from "./pages.ts";

pagesIn("ko");
