import { extractText, getDocumentProxy } from "unpdf";

/** What a reader of PDF makes of a file: its text, its pages in millimetres, and what it says of itself. */
export const readPdf = async (bytes: Uint8Array) => {
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const [{ text }, { info }, page] = await Promise.all([
    extractText(document, { mergePages: true }),
    document.getMetadata(),
    document.getPage(1),
  ]);
  const [, , width = 0, height = 0] = page.view;
  const millimetres = (points: number) => Math.round((points / 72) * 25.4);
  return { text, info, pages: document.numPages, size: [millimetres(width), millimetres(height)] };
};
