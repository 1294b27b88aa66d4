// Builds the controls once, shows the HTML that Python rendered, sends clicks back.
//
// model "fixed": what never changes: kind, label, head (HTML above the controls, or nothing), bar
//   (groups of controls), body (HTML with data-slot elements), signs (of marked lines), drives
//   (controls that run the learner's code), enter (the control that Enter in the textbox presses),
//   wait (seconds).
// model "shown": what a click changes: data, say, off (controls that do nothing now, and why),
//   notes (words beside a control), parts, marks, ack. Python sends only the entries that changed,
//   as a message {changed}; `initialize` merges them in.

const SLOW = 1500; // ms until a click that is still out is spoken of
const GONE = "The kernel behind this pane is gone. Run this cell again.";
const SLOW_WORDS = "Still waiting: your code has not come back, or the kernel is busy with a cell.";

function initialize({ model }) {
  model.on("msg:custom", ({ changed }) => {
    if (!changed) return;
    const shown = model.get("shown");
    model.set("shown", { ...shown, ...changed, parts: { ...shown.parts, ...changed.parts } });
  });
}

function render({ model, el }) {
  const pane = new Pane(model);
  el.append(pane.root);
  const paint = () => pane.paint(model.get("shown"));
  const checkKernel = () => {
    if (el.closest(".jupyter-widgets-disconnected")) pane.loseKernel();
  };
  const forgetKernel = watchKernel(model, () => pane.loseKernel());
  model.on("change:shown", paint);
  model.on("comm_live_update", () => setTimeout(checkKernel));
  paint();
  setTimeout(checkKernel); // a saved notebook brings its panes back without a kernel
  return () => {
    forgetKernel();
    pane.quiet();
  };
}

function watchKernel(model, lost) {
  // JupyterLab only: after a restart it keeps the models and tells them nothing
  const kernel = model.widget_manager?.kernel;
  const heard = (_, status) => {
    if (/restarting|dead|terminating/.test(status)) lost();
  };
  kernel?.statusChanged?.connect(heard);
  return () => kernel?.statusChanged?.disconnect(heard);
}

function element(name, css, attributes = {}) {
  const node = document.createElement(name);
  if (css) node.className = css;
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

class Pane {
  constructor(model) {
    this.model = model;
    this.fixed = model.get("fixed");
    this.painted = { parts: {}, data: {} };
    this.out = new Map(); // clicks without an answer: id to timer
    this.clicks = 0;
    this.id = Math.random().toString(36).slice(2, 10);
    this.build();
  }

  build() {
    const { kind, label, head, bar, body } = this.fixed;
    this.root = element("div", `lazylab lazylab-${kind}`, { role: "group", "aria-label": label });
    this.controls = {};
    if (head) {
      const question = element("div", "lz-head");
      question.innerHTML = head;
      this.root.append(question);
    }
    const top = element("div", "lz-bar");
    for (const group of bar) {
      const box = element("div", `lz-group ${group.css ?? ""}`);
      for (const control of group.controls) box.append(this.control(control));
      top.append(box);
    }
    const middle = element("div", "lz-body");
    middle.innerHTML = body;
    this.say = element("div", "lz-say", { role: "status", "aria-live": "polite" });
    this.root.append(top, middle, this.say);
    // JupyterLab's own keys stay away: in command mode `d d` would delete the cell. It looks at the
    // focused element first, so the mark on the root alone is found too late.
    for (const node of [this.root, ...this.root.querySelectorAll("button, input, [tabindex]")]) {
      node.setAttribute("data-lm-suppress-shortcuts", "true");
    }
    this.root.addEventListener("keydown", (event) => {
      // the way out, which JupyterLab's own Escape would have been
      if (event.key === "Escape") this.root.closest(".jp-Cell")?.focus();
      // an answer with a letter can be given by its letter
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey) && event.target.tagName !== "INPUT";
      const letter = event.key.toUpperCase();
      if (isPlain && /^[A-Z]$/.test(letter) && this.controls[letter]) this.press(letter);
    });
    this.slots = {};
    for (const slot of this.root.querySelectorAll("[data-slot]")) this.slots[slot.dataset.slot] = slot;
  }

  control(spec) {
    if (spec.slot) return element("span", "lz-slot", { "data-slot": spec.slot });
    const node = spec.text ? this.textbox(spec) : this.button(spec);
    this.controls[spec.id] = node;
    return node;
  }

  button({ id, label, name, primary }) {
    const button = element("button", primary ? "lz-button lz-primary" : "lz-button", { type: "button" });
    button.textContent = label;
    if (name) button.setAttribute("aria-label", name);
    button.addEventListener("click", () => this.press(id));
    return button;
  }

  textbox({ id, name, hint, size }) {
    const box = element("input", "lz-text", {
      type: "text", "aria-label": name, placeholder: hint, size, autocomplete: "off", spellcheck: "false",
    });
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.press(this.fixed.enter);
    });
    return box;
  }

  press(id) {
    const why = this.gone ? GONE : this.painted.off?.[id];
    if (why) {
      this.say.textContent = why;
      return;
    }
    const click = `${this.id}-${++this.clicks}`;
    this.out.set(click, setTimeout(() => this.slow(click), SLOW));
    if (this.fixed.drives.includes(id)) this.root.dataset.state = "running";
    const typed = Object.entries(this.controls).filter(([, node]) => node.tagName === "INPUT");
    const values = Object.fromEntries(typed.map(([key, node]) => [key, node.value]));
    try {
      this.model.send({ do: id, click, ...values });
    } catch {
      this.loseKernel(); // a kernel that was shut down takes no message
    }
  }

  slow(click) {
    this.say.textContent = SLOW_WORDS;
    const lost = () => {
      this.say.textContent = `No answer from the kernel. If it is busy with a cell, this click waits its turn. ${GONE.replace("is gone", "may be gone")}`;
    };
    this.out.set(click, setTimeout(lost, this.fixed.wait * 1000));
  }

  quiet() {
    for (const timer of this.out.values()) clearTimeout(timer);
    this.out.clear();
  }

  loseKernel() {
    if (this.gone) return;
    this.gone = true;
    this.quiet();
    this.paint(this.model.get("shown"));
    this.say.textContent = GONE;
  }

  paint(shown) {
    clearTimeout(this.out.get(shown.ack));
    this.out.delete(shown.ack);
    for (const [key, value] of Object.entries(shown.data)) this.root.dataset[key] = value;
    for (const [id, node] of Object.entries(this.controls)) {
      const off = this.gone || (shown.off[id] ?? "") !== "";
      // never `disabled`: a focused button that is disabled loses the focus to the page
      if (node.tagName === "BUTTON") node.setAttribute("aria-disabled", String(off));
      const note = shown.notes?.[id];
      if (note) node.dataset.note = note;
      else delete node.dataset.note;
    }
    let isNew = false;
    for (const [slot, value] of Object.entries(shown.parts)) {
      if (this.painted.parts[slot] === value) continue;
      isNew ||= slot === "source";
      this.fill(this.slots[slot], value);
    }
    if (isNew || this.painted.marks !== shown.marks) this.mark(shown.marks, isNew);
    // the node stays and its content is replaced: that is what a screen reader announces
    if (this.painted.say !== shown.say || this.say.innerHTML !== shown.say) this.say.innerHTML = shown.say;
    this.painted = shown;
  }

  fill(slot, value) {
    if (typeof value === "string") {
      slot.innerHTML = value;
      return;
    }
    // keyed children: the element of a key stays the same element
    const old = new Map([...slot.children].map((child) => [child.dataset.key, child]));
    const children = value.map(([key, html]) => {
      const child = old.get(key) ?? element("div", "lz-keyed", { "data-key": key });
      if (child.lzHtml !== html) child.innerHTML = child.lzHtml = html;
      return child;
    });
    slot.replaceChildren(...children);
  }

  mark(marks, isNew) {
    if (!marks || !this.slots.source) return;
    if (isNew) this.lines = new Map([...this.slots.source.querySelectorAll("[data-line]")].map(
      (node) => [Number(node.dataset.line), { node, plain: node.lastElementChild.innerHTML }]));
    const how = new Map();
    for (const [first, last] of marks.ran) for (let n = first; n <= last; n++) how.set(n, "ran");
    if (marks.at !== null) how.set(marks.at, marks.how);
    for (const [number, { node, plain }] of this.lines) {
      const mark = how.get(number);
      node.className = `lz-line${mark ? (mark === "ran" ? " lz-line-ran" : ` lz-line-at lz-line-${mark}`) : ""}`;
      node.firstElementChild.textContent = this.fixed.signs[mark] ?? "";
      const html = marks.lines[number] ?? plain;
      if (node.lastElementChild.innerHTML !== html) node.lastElementChild.innerHTML = html;
    }
    this.scrollTo(this.lines.get(marks.at)?.node);
  }

  scrollTo(line) {
    const box = this.slots.source;
    if (!line || box.scrollHeight <= box.clientHeight) return;
    const above = line.offsetTop - box.offsetTop - box.scrollTop;
    if (above < 0 || above > box.clientHeight - 2 * line.offsetHeight) {
      box.scrollTop += above - box.clientHeight / 2;
    }
  }
}

export default { initialize, render };
