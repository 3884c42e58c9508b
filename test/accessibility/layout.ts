import type { Page } from "playwright-core";

/** Height that everything one can press has at least, CSS pixels. Links within a sentence are excepted (WCAG 2.2, 2.5.8). */
const leastTargetPx = 48;

/** What is wider than the window, or too low to be pressed, at the window's size of now. */
export const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const called = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}"> ${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}`;
    const faults: string[] = [];

    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) {
      const wide = [...document.body.querySelectorAll("*")].find((element) => element.getBoundingClientRect().right > clientWidth + 1);
      faults.push(`scrolls sideways by ${scrollWidth - clientWidth} px${wide ? `, because of ${called(wide)}` : ""}`);
    }

    // What follows from a verdict is pressed without looking for it, however long its words are.
    for (const button of document.querySelectorAll(".verdict-acts :is(button, a), .verdict-why-acts button")) {
      const { top, bottom } = button.getBoundingClientRect();
      const isSeen = top >= 0 && bottom <= window.innerHeight + 1;
      if (button.checkVisibility() && !isSeen && !button.closest(".verdict-choices:has(h3)"))
        faults.push(`out of sight: ${called(button)}`);
    }

    const modal = document.querySelector("dialog:modal");
    const targets = (modal ?? document).querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]',
    );
    for (const target of targets) {
      if (!target.checkVisibility({ visibilityProperty: true })) continue;
      // a link may be stretched over the whole of its card
      const card = getComputedStyle(target, "::after").position === "absolute" ? target.offsetParent : null;
      const parts = [target, ...((target as HTMLInputElement).labels ?? []), ...(card ? [card] : [])].map((part) =>
        part.getBoundingClientRect(),
      );
      const [top, bottom] = [Math.min(...parts.map((part) => part.top)), Math.max(...parts.map((part) => part.bottom))];
      // the skip link waits above the page until it has the focus
      if (bottom <= 0 && target.matches(".skip-link")) continue;
      const inSentence =
        getComputedStyle(target).display === "inline" &&
        (target.parentElement?.textContent ?? "").trim() !== (target.textContent ?? "").trim();
      if (!inSentence && bottom - top < least - 0.5) faults.push(`${Math.round(bottom - top)} px high: ${called(target)}`);
    }
    return faults;
  }, leastTargetPx);

/** Text that is squeezed to a letter or two a line, words that break within, and a field for codes that does not show the whole of one. */
export const squeezedFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const texts = document.createTreeWalker(document.querySelector("dialog:modal") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = (node.textContent ?? "").trim();
      if (text.length < 3 || !node.parentElement?.checkVisibility() || node.parentElement.closest(".unseen, svg")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      if (lines > 2 && text.length / lines < 2.5) faults.push(`${lines} lines: "${text}"`);
      for (const { 0: word, index } of (node.textContent ?? "").matchAll(/(?<!\S)\p{L}{4,24}(?=[.,:;?!]?(?!\S))/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) faults.push(`breaks within: "${word}"`);
      }
    }
    for (const field of document.querySelectorAll<HTMLInputElement>(".code-input, .input-code")) {
      const { value } = field;
      field.value = field.inputMode === "numeric" ? "888888" : "7K3M 9QXA";
      if (field.scrollWidth > field.clientWidth + 1) faults.push(`${field.id} hides part of a code`);
      field.value = value;
    }
    return faults;
  });
