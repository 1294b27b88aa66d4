// Returns the text inside `root` that is too faint against what is painted behind it, the worst of each kind.
(root) => {
  const NORMAL = 4.5; // WCAG 2 AA
  const DISABLED = 3; // WCAG asks nothing of a control that is off; here it still has to be read

  function parse(css) {
    const isUnit = css.startsWith("color(srgb ");
    if (!isUnit && !css.startsWith("rgb")) throw new Error(`this test cannot read the colour ${css}`);
    const [red, green, blue, alpha = 1] = css.match(/[\d.]+(e-?\d+)?/g).map(Number);
    return { rgb: [red, green, blue].map((x) => (isUnit ? x : x / 255)), alpha };
  }
  const over = (top, under, alpha) => top.map((x, i) => alpha * x + (1 - alpha) * under[i]);
  const painted = (css, under) => {
    const { rgb, alpha } = parse(css);
    return over(rgb, under, alpha);
  };
  function chain(node) {
    const nodes = [];
    for (let at = node; at; at = at.parentElement) nodes.unshift(at);
    return nodes;
  }
  // an element's opacity fades its text and its background together, towards what is behind both
  function colours([first, ...rest], behind, colour) {
    const style = getComputedStyle(first);
    const paper = painted(style.backgroundColor, behind);
    const inner = rest.length ? colours(rest, paper, colour) : { text: painted(colour, paper), paper };
    const opacity = Number(style.opacity);
    return { text: over(inner.text, behind, opacity), paper: over(inner.paper, behind, opacity) };
  }
  function luminance(rgb) {
    const [r, g, b] = rgb.map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  function contrast(node, colour) {
    const { text, paper } = colours(chain(node), [1, 1, 1], colour);
    const [low, high] = [luminance(text), luminance(paper)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  const seen = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode.parentElement;
    const words = texts.currentNode.textContent.trim();
    if (words && node.checkVisibility()) seen.push([node, words, getComputedStyle(node).color]);
  }
  for (const box of root.querySelectorAll("input")) {
    const style = getComputedStyle(box, box.value ? undefined : "::placeholder");
    seen.push([box, box.value || box.placeholder, style.color]);
  }
  const worst = new Map(); // one example for each kind of place
  for (const [node, words, colour] of seen) {
    const needed = node.closest("[aria-disabled=true]") ? DISABLED : NORMAL;
    const ratio = contrast(node, colour);
    const place = chain(node).slice(chain(root).length).map((x) => x.className.trim() || x.localName).join(" > ");
    if (ratio < needed && !(worst.get(place)?.ratio < ratio)) worst.set(place, { ratio, needed, words });
  }
  return [...worst].map(([place, { ratio, needed, words }]) => `${ratio.toFixed(2)} < ${needed}: "${words}" in ${place}`);
}
