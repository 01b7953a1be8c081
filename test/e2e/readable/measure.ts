/** What an eye would find wrong with a screen, measured in the page: text that is cut, squeezed or covered, controls out of reach. */

export interface Flaw {
  readonly what: string;
  /** Where, by what is written there. */
  readonly at: string;
}

declare global {
  interface Window {
    findFlaws(): Flaw[];
  }
}

/** Runs in every page, before anything else; it stands for itself, as the page has nothing of this module. */
export function giveEyes(): void {
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, [role=option], [role=menuitem], [role=tab]";
  const LABELS = "label, button, th, dt, legend, h1, h2, h3, h4, a";
  /** Rounding of the layout. */
  const SLACK = 1.5;
  const SMALLEST_FONT = 12;
  const RULE_ID = /\b[A-Z]{2}-\d{2}\b/;

  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  interface Line {
    readonly box: Box;
    readonly element: Element;
    readonly text: string;
  }

  const says = (element: Element): string => {
    const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return `${element.tagName.toLowerCase()} “${words.trim().replaceAll(/\s+/g, " ").slice(0, 40)}”`;
  };
  // a DOMRect has nothing of its own that could be copied
  const boxOf = (element: Element): Box => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const isCut = (overflow: string): boolean => overflow === "hidden" || overflow === "clip";
  const isScrolled = (overflow: string): boolean => overflow === "auto" || overflow === "scroll";
  const isEmpty = ({ left, top, right, bottom }: Box): boolean => right - left < SLACK || bottom - top < SLACK;
  const common = (one: Box, other: Box): Box => ({
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  });
  const isHidden = (element: Element): boolean =>
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
    element.closest("[aria-hidden=true], [inert]") !== null;
  /** What is asked again and again of the same element, for one look. */
  const remembered: Map<Element, unknown>[] = [];
  function remember<Value>(find: (element: Element) => Value): (element: Element) => Value {
    const known = new Map<Element, Value>();
    remembered.push(known);
    return (element) => {
      if (!known.has(element)) known.set(element, find(element));
      return known.get(element)!;
    };
  }

  /** For screen readers alone. */
  const isForEars = remember((element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1.5 && height <= 1.5 && getComputedStyle(element).position === "absolute") return true;
    return element.parentElement !== null && isForEars(element.parentElement);
  });
  const toldInFull = (element: Element): boolean => element.closest("[title], [aria-label]") !== null;

  interface Frame {
    readonly element: Element;
    readonly box: Box;
    readonly cutX: boolean;
    readonly cutY: boolean;
    readonly scrolls: boolean;
  }
  /** What cuts or scrolls the element's text, from within. */
  const framesOf = remember((element: Element): readonly Frame[] => {
    if (element === document.documentElement || element === document.body) return [];
    const { overflowX, overflowY, position } = getComputedStyle(element);
    const around = position === "fixed" || element.parentElement === null ? [] : framesOf(element.parentElement);
    const scrolls = isScrolled(overflowX) || isScrolled(overflowY);
    if (!scrolls && !isCut(overflowX) && !isCut(overflowY)) return around;
    return [{ element, box: boxOf(element), cutX: isCut(overflowX), cutY: isCut(overflowY), scrolls }, ...around];
  });

  /** What of the box is seen, and what cuts it off for good; a scrolling ancestor shows all of it in turn. */
  function seen(box: Box, from: Element): { readonly box: Box; readonly cutBy: Element | null } {
    let rest = box;
    let cutBy: Element | null = null;
    let scrolled = false;
    for (const { element, box: around, cutX, cutY, scrolls } of framesOf(from)) {
      const wide = cutX && (box.right > around.right + SLACK || box.left < around.left - SLACK);
      const high = cutY && (box.bottom > around.bottom + SLACK || box.top < around.top - SLACK);
      if ((wide || high) && !scrolled) cutBy ??= element;
      scrolled ||= scrolls;
      rest = common(rest, around);
    }
    return { box: rest, cutBy };
  }

  function linesOf(root: Element): Line[] {
    const lines: Line[] = [];
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      const text = (node.textContent ?? "").trim();
      const element = node.parentElement;
      if (
        text === "" ||
        element === null ||
        element.closest("script, style, noscript, option, #recharts_measurement_span") !== null
      )
        continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || isForEars(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, top, right, bottom } of range.getClientRects())
        lines.push({ box: { left, top, right, bottom }, element, text });
    }
    return lines;
  }

  function textFlaws(lines: readonly Line[], flaws: Flaw[], scale: number): Line[] {
    const visible: Line[] = [];
    const told = new Set<Element>();
    for (const line of lines) {
      const { box, cutBy } = seen(line.box, line.element);
      if (!isEmpty(box)) visible.push({ ...line, box });
      if (told.has(line.element)) continue;
      const style = getComputedStyle(line.element);
      if (Number.parseFloat(style.fontSize) < SMALLEST_FONT * scale - 0.1) {
        told.add(line.element);
        flaws.push({ what: `letters of ${style.fontSize}`, at: says(line.element) });
      }
      if (cutBy !== null && !toldInFull(line.element)) {
        told.add(line.element);
        flaws.push({ what: "text is cut off", at: says(line.element) });
      }
    }
    return visible;
  }

  function coveredText(lines: readonly Line[], flaws: Flaw[]): void {
    const sorted = lines.toSorted((one, other) => one.box.top - other.box.top);
    for (const [index, one] of sorted.entries()) {
      for (let next = index + 1; next < sorted.length; next++) {
        const other = sorted[next]!;
        if (other.box.top > one.box.bottom) break;
        if (one.element === other.element || isFloating(one.element) !== isFloating(other.element)) continue;
        const both = common(one.box, other.box);
        const height = Math.min(one.box.bottom - one.box.top, other.box.bottom - other.box.top);
        if (both.right - both.left > 2 && both.bottom - both.top > height * 0.4) {
          flaws.push({ what: "text lies on text", at: `${says(one.element)} / ${says(other.element)}` });
        }
      }
    }
  }
  const isFloating = remember((element: Element): boolean => {
    if (["sticky", "fixed"].includes(getComputedStyle(element).position)) return true;
    return element.parentElement !== null && isFloating(element.parentElement);
  });

  /** Of each element with words of its own: how they are broken into lines. */
  function brokenText(lines: readonly Line[], flaws: Flaw[]): void {
    const byElement = Map.groupBy(lines, ({ element }) => element);
    for (const [element, own] of byElement) {
      const em = Number.parseFloat(getComputedStyle(element).fontSize);
      const rows = [...Map.groupBy(own, ({ box }) => Math.round(box.top / 4)).values()];
      const widths = rows.map(
        (row) => Math.max(...row.map(({ box }) => box.right)) - Math.min(...row.map(({ box }) => box.left)),
      );
      if (rows.length >= 3 && Math.max(...widths) < 3.5 * em) flaws.push({ what: "text is squeezed", at: says(element) });
      if (element.matches(LABELS) && rows.length > 1 && widths.at(-1)! < 1.5 * em)
        flaws.push({ what: "one character stands alone on a line", at: says(element) });
    }
  }

  function controlFlaws(root: Element, flaws: Flaw[]): void {
    const viewport: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    const shown: { readonly element: Element; readonly box: Box }[] = [];
    for (const element of root.querySelectorAll(CONTROLS)) {
      if (isHidden(element) || isForEars(element)) continue;
      const box = boxOf(element);
      if (isEmpty(box)) continue;
      const { box: rest } = seen(box, element);
      if (!isReachable(box, element, viewport)) flaws.push({ what: "a control is out of reach", at: says(element) });
      if (!isEmpty(rest)) shown.push({ element, box: rest });
    }
    for (const [index, one] of shown.entries()) {
      for (const other of shown.slice(index + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        if (isFloating(one.element) !== isFloating(other.element)) continue;
        const both = common(one.box, other.box);
        // words of a line that is broken have a box around both lines
        if (getComputedStyle(one.element).display === "inline" || getComputedStyle(other.element).display === "inline") continue;
        // what stands within an input is its own part: the eye of a password, the sign of a calendar
        const field = [one, other].find(({ element }) => element.matches("input, select, textarea"));
        const isPart =
          field !== undefined &&
          field.element.parentElement?.parentElement?.contains(field === one ? other.element : one.element);
        if (isPart !== true && both.right - both.left > 3 && both.bottom - both.top > 3)
          flaws.push({ what: "a control lies on another", at: `${says(one.element)} / ${says(other.element)}` });
      }
    }
    for (const field of root.querySelectorAll("input[placeholder]")) {
      if (!(field instanceof HTMLInputElement) || field.value !== "" || isHidden(field)) continue;
      const style = getComputedStyle(field);
      const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      pen.font = `${style.fontSize} ${style.fontFamily}`;
      if (pen.measureText(field.placeholder).width > room + SLACK)
        flaws.push({ what: "a placeholder is cut off", at: `“${field.placeholder}”` });
    }
    for (const field of root.querySelectorAll("select")) {
      if (isHidden(field) || field.title !== "") continue;
      const style = getComputedStyle(field);
      const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      pen.font = `${style.fontSize} ${style.fontFamily}`;
      const words = field.selectedOptions[0]?.text ?? "";
      if (pen.measureText(words).width > room + SLACK) flaws.push({ what: "a choice is cut off", at: `“${words}”` });
    }
  }
  const pen = document.createElement("canvas").getContext("2d")!;

  /** By scrolling what can be scrolled, as far as it shows itself. */
  function isReachable(box: Box, element: Element, viewport: Box): boolean {
    let { left, top, right, bottom } = box;
    for (
      let around = element.parentElement;
      around !== null && around !== document.documentElement;
      around = around.parentElement
    ) {
      const style = getComputedStyle(around);
      const frame = boxOf(around);
      if (isScrolled(style.overflowY) && around.scrollHeight > around.clientHeight + 1) ({ top, bottom } = frame);
      if (isScrolled(style.overflowX) && around.scrollWidth > around.clientWidth + 1) ({ left, right } = frame);
      if (style.position === "fixed") break;
    }
    const at: Box = { left, top, right, bottom };
    const rest = common(at, viewport);
    // a whole line of it, at least
    return (
      rest.right - rest.left > Math.min(20, at.right - at.left - SLACK) &&
      rest.bottom - rest.top > Math.min(16, at.bottom - at.top - SLACK)
    );
  }

  function pageFlaws(flaws: Flaw[]): void {
    const { scrollWidth, scrollHeight } = document.documentElement;
    if (scrollWidth > innerWidth + 1) flaws.push({ what: `the page is ${scrollWidth - innerWidth} px too wide`, at: "html" });
    if (scrollHeight > innerHeight + 1) flaws.push({ what: `the page is ${scrollHeight - innerHeight} px too high`, at: "html" });
    for (const element of document.querySelectorAll("main, main *, [role=dialog], [role=dialog] *")) {
      if (element.scrollWidth <= element.clientWidth + 1 || !isScrolled(getComputedStyle(element).overflowX)) continue;
      // a table of many columns is scrolled by itself, not with the page
      if (isHidden(element) || element.clientWidth === 0 || element.matches("textarea, input, [data-wide], [data-wide] > *"))
        continue;
      flaws.push({ what: `${element.scrollWidth - element.clientWidth} px have to be scrolled sideways`, at: says(element) });
    }
  }

  window.findFlaws = () => {
    for (const known of remembered) known.clear();
    const scale = Number(getComputedStyle(document.documentElement).getPropertyValue("--mantine-scale") || "1");
    const covers = [...document.querySelectorAll(".cover, [role=dialog], [role=menu], [data-floating]")].filter(
      (one) => !isHidden(one),
    );
    const root = covers.at(-1) ?? document.body;
    const flaws: Flaw[] = [];
    const lines = linesOf(root);
    const visible = textFlaws(lines, flaws, scale);
    coveredText(visible, flaws);
    brokenText(lines, flaws);
    controlFlaws(root, flaws);
    pageFlaws(flaws);
    const text = root instanceof HTMLElement ? root.innerText : "";
    for (const word of [RULE_ID.exec(text)?.[0], /⌘/.exec(text)?.[0]])
      if (word !== undefined) flaws.push({ what: "words of the inside", at: word });
    return flaws;
  };
}
