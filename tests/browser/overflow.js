// Returns what of `root` a narrow page spoils: what ends beyond its right edge and cannot be
// scrolled to, and labels that are broken over two lines (an answer to a prediction may be).
(root) => {
  const right = (node) => Math.round(node.getBoundingClientRect().right);
  const named = (node) => `${node.className || node.localName} "${node.textContent.slice(0, 30)}"`;
  const scrolls = (node) => ["auto", "scroll"].includes(getComputedStyle(node).overflowX);
  function isReachable(node) {
    for (let at = node.parentElement; at !== root; at = at.parentElement) if (scrolls(at)) return true;
    return false;
  }
  function lines(node) {
    const range = document.createRange();
    range.selectNodeContents(node);
    return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size;
  }
  const edge = Math.min(right(root.parentElement), window.innerWidth);
  const wide = [...root.querySelectorAll("*")].filter((node) => right(node) > right(root) && !isReachable(node));
  if (right(root) > edge) wide.unshift(root);
  const broken = [...root.querySelectorAll("button:not(.lz-choices *), .lz-state, [data-slot=position]")].filter((node) => lines(node) > 1);
  return [
    ...wide.map((node) => `${named(node)} ends at ${right(node)}, beyond ${Math.min(edge, right(root))}`),
    ...broken.map((node) => `${named(node)} is broken over ${lines(node)} lines`),
  ];
}
