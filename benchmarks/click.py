"""Measures what one click costs: in the kernel, on the wire and until the page shows it.

Run it from the project's folder:  .venv/bin/python benchmarks/click.py

Two things are always compared in one run, turn by turn, and medians are given: machines are
noisy. A click is compared with a click on a bare ipywidgets button that changes a label, in the
same notebook, with the same settings.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

STARTS = 15
STEPS = 400  # kept under the steps that are recorded: a view keeps no more
CLICKS = 60
LATE = 10_000

PROGRAM = """
def running_total(prices):
    total = 0
    for price in prices:
        total += price
        print("paid", price)
        yield total
"""
CELL = f"""{PROGRAM}
import itertools, lazylab, ipywidgets
stepper = lazylab.step(running_total, itertools.count(10_000_000))
display(stepper)
button, label = ipywidgets.Button(description="bare"), ipywidgets.Label("0")
button.on_click(lambda _: setattr(label, "value", str(int(label.value) + 1)))
ipywidgets.HBox([button, label])
"""
MEASURE = """async ([button, shown]) => {
  const node = document.querySelector(shown);
  const before = node.textContent;
  const start = performance.now();
  return await new Promise((resolve) => {
    const seen = new MutationObserver(() => {
      if (node.textContent === before) return;
      seen.disconnect();
      resolve(performance.now() - start);
    });
    seen.observe(node, { childList: true, characterData: true, subtree: true });
    document.querySelector(button).click();
  });
}"""
BARE = ["button.jupyter-button", ".widget-hbox .widget-label"]
OURS = [".lazylab-step .lz-primary", ".lazylab-step .lz-say"]


def main() -> None:
    """Print every figure, each with what it is compared with."""
    imports()
    in_the_kernel()
    in_the_page()


def imports() -> None:
    """Compare starting Python with starting it and importing lazylab."""
    bare, ours = interleaved(lambda: start("pass"), lambda: start("import lazylab"), STARTS)
    print(f"import lazylab: {ours - bare:.1f} ms over a bare start of {bare:.1f} ms")


def start(statement: str) -> float:
    """Return the milliseconds a fresh interpreter takes for `statement`."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True, cwd=ROOT)
    return (time.perf_counter() - begun) * 1e3


def in_the_kernel() -> None:
    """Compare one step, drawn and sent, early and late in one generator's life."""
    early, late = displayed(10), displayed(LATE)
    first, second = interleaved(lambda: one_step(early), lambda: one_step(late), STEPS)
    print(f"a step in the kernel, drawn: {first:.3f} ms at step 10, {second:.3f} ms at {LATE:,}")


def displayed(steps: int) -> Any:
    """Return a stepper that was shown and then driven `steps` times."""
    import itertools  # noqa: PLC0415

    import lazylab  # noqa: PLC0415

    names: dict[str, Any] = {}
    exec(PROGRAM, names)  # noqa: S102 - our own text
    stepper = lazylab.step(names["running_total"], itertools.count(10_000_000))
    stepper._repr_mimebundle_()
    stepper.next(steps)
    return stepper


def one_step(stepper: Any) -> float:
    """Return the milliseconds from the click's arrival to its answer."""
    begun = time.perf_counter()
    stepper._pane._clicked(None, {"do": "next", "click": "x"}, [])  # noqa: SLF001
    return (time.perf_counter() - begun) * 1e3


def in_the_page() -> None:
    """Compare a click with a bare ipywidgets click, and the bytes early and late."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    from tests.browser.chromium import find_chromium, playwrights_own  # noqa: PLC0415
    from tests.browser.notebook import Notebook  # noqa: PLC0415
    from tests.browser.server import running_lab  # noqa: PLC0415

    chromium = find_chromium(os.environ, own=playwrights_own)
    if chromium is None:
        print("There is no Chromium here, so clicks in a page were not measured.")
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        running_lab(Path(folder)) as lab,
        sync_playwright() as playwright,
    ):
        page = playwright.chromium.launch(executable_path=chromium).new_page()
        sizes = frame_sizes(page)
        notebook = Notebook(page, lab)
        notebook.write("bench", [CELL, f"stepper.next({LATE})\nNone"])
        notebook.run_all()
        click(page, OURS)
        page.wait_for_timeout(300)
        late = bytes_of_a_click(page, sizes)
        click(page, [".lazylab-step .lz-button:text('restart')", OURS[1]], by="locator")
        for _ in range(10):
            click(page, OURS)
        early = bytes_of_a_click(page, sizes)
        print(f"the step's message on the wire: {early:,} bytes at step 10, {late:,} at {LATE:,}")
        bare, ours = interleaved(lambda: click(page, BARE), lambda: click(page, OURS), CLICKS)
        print(f"a click until the page shows it: {ours:.1f} ms; bare ipywidgets {bare:.1f} ms")
        print(f"ratio {ours / bare:.3f} (median of {CLICKS}, turn by turn)")
        lab.end_kernel_of(notebook.path)


def frame_sizes(page: Page) -> list[int]:
    """Return a list that fills with the size of each update of a widget that arrives."""
    sizes: list[int] = []

    def heard(payload: str | bytes) -> None:
        data = payload.encode() if isinstance(payload, str) else payload
        if b"comm_msg" in data and b'"changed"' in data:
            sizes.append(len(data))

    page.on("websocket", lambda socket: socket.on("framereceived", heard))
    return sizes


def bytes_of_a_click(page: Page, sizes: list[int]) -> int:
    """Return the bytes of the whole message, Jupyter's envelope included, that a click brings."""
    sizes.clear()
    click(page, OURS)
    page.wait_for_timeout(300)
    return max(sizes)


def click(page: Page, what: list[str], by: str = "page") -> float:
    """Return the milliseconds from a click to the change it makes in the page."""
    if by == "locator":
        page.locator(what[0]).click()
        page.wait_for_timeout(300)
        return 0.0
    return float(page.evaluate(MEASURE, what))


def interleaved(
    one: Callable[[], float], other: Callable[[], float], turns: int
) -> tuple[float, float]:
    """Return the medians of two measures taken in turn, after a warm-up of each."""
    one()
    other()
    pairs = [(one(), other()) for _ in range(turns)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


if __name__ == "__main__":
    main()
