"""Gives a test a notebook in a real JupyterLab, and says so when there is no browser for it."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import find_chromium, playwrights_own
from tests.browser.server import Lab, running_lab

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.notebook import Notebook

HERE = Path(__file__).parent
NO_CHROMIUM = (
    "no Chromium or Chrome was found. On Debian or Ubuntu: sudo apt install chromium. "
    "Elsewhere: install Chrome, or point LAZYLAB_CHROMIUM at one."
)
NO_PLAYWRIGHT = "Playwright is not installed. Type: pip install -r requirements-dev.txt"
DESELECTED = "none was selected, and LAZYLAB_BROWSER_TESTS=required asks for them."
WINDOW = {"width": 1280, "height": 800}

why_not = pytest.StashKey[str]()
opened = pytest.StashKey[int]()
failed = pytest.StashKey[bool]()

collect_ignore_glob = [] if importlib.util.find_spec("playwright") else ["test_*.py"]


def is_required() -> bool:
    return os.environ.get("LAZYLAB_BROWSER_TESTS") == "required"


# ---- without a browser ----------------------------------------------------------------------


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where the tests are required, fail a session that ran none of them."""
    config = session.config
    if config.option.collectonly:
        return
    if collect_ignore_glob:
        config.stash[why_not] = NO_PLAYWRIGHT
    if is_required() and collects_all(config) and not config.stash.get(opened, 0):
        config.stash.setdefault(why_not, DESELECTED)
        session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED


def collects_all(config: pytest.Config) -> bool:
    """Tell whether the session was asked for all of these tests, alone or among others."""
    here = config.invocation_params.dir
    asked = [(here / argument.split("::")[0]).resolve() for argument in config.args]
    is_asked = any(path == HERE or path in HERE.parents for path in asked)
    return is_asked and not config.getoption("ignore", None)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say in one line why no browser test ran."""
    if sentence := config.stash.get(why_not, None):
        terminalreporter.write_line(f"Browser tests did not run: {sentence}")


@pytest.fixture(scope="session")
def chromium(request) -> str:
    """The path of a Chromium; without one every test that needs it is skipped, or fails."""
    path = find_chromium(os.environ, own=playwrights_own)
    if path is None:
        request.config.stash[why_not] = NO_CHROMIUM
        sentence = f"Browser tests did not run: {NO_CHROMIUM}"
        if is_required():
            pytest.fail(sentence, pytrace=False)
        pytest.skip(sentence)
    return path


# ---- with one -------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def lab(chromium, tmp_path_factory) -> Iterator[Lab]:
    """A JupyterLab for the session, with a copy of the notebooks and nothing of the user's."""
    with running_lab(tmp_path_factory.mktemp("lab")) as lab:
        yield lab


# not for the session: while Playwright runs, other tests of this thread cannot use asyncio.run
@pytest.fixture(scope="module")
def browser(chromium) -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        yield browser
        browser.close()


@contextmanager
def a_notebook(browser: Browser, lab: Lab, **options) -> Iterator[Notebook]:
    """Give a notebook in a page of its own; no kernel is left behind."""
    from tests.browser.notebook import Notebook

    context = browser.new_context(**{"viewport": WINDOW, **options})
    context.set_default_timeout(30_000)
    notebook = Notebook(context.new_page(), lab)
    try:
        yield notebook
    finally:
        context.close()
        lab.end_kernel_of(notebook.path)


class Desk:
    """A notebook that is handed from test to test: opening JupyterLab takes five seconds."""

    def __init__(self, make: Callable[[], AbstractContextManager[Notebook]]) -> None:
        self._make = make
        self._notebook: Notebook | None = None
        self._visit = ExitStack()

    def notebook(self) -> Notebook:
        if self._notebook is None:
            notebook = self._visit.enter_context(self._make())
            notebook.write("desk", [""])
            self._notebook = notebook
        self._notebook.errors.clear()
        return self._notebook

    def drop(self) -> None:
        self._notebook = None
        self._visit.close()


@pytest.fixture(scope="module")
def _desk(browser, lab) -> Iterator[Desk]:
    desk = Desk(lambda: a_notebook(browser, lab))
    yield desk
    desk.drop()


@pytest.fixture
def desk(request, _desk) -> Iterator[Notebook]:
    """A notebook that earlier tests of the module used, for tests that stay inside one cell."""
    count(request)
    notebook = _desk.notebook()
    yield notebook
    wrong = what_went_wrong(request, notebook)
    if wrong or request.node.stash.get(failed, False):
        _desk.drop()
    assert not wrong, wrong


@pytest.fixture
def notebook(request, browser, lab) -> Iterator[Notebook]:
    """A notebook in a fresh page; parametrise it indirectly with options of the window."""
    count(request)
    with a_notebook(browser, lab, **getattr(request, "param", {})) as notebook:
        yield notebook
        wrong = what_went_wrong(request, notebook)
    assert not wrong, wrong


@pytest.fixture(params=["JupyterLab Light", "JupyterLab Dark"], ids=["light", "dark"])
def theme(request, lab):
    lab.set("@jupyterlab/apputils-extension:themes", {"theme": request.param})
    yield request.param.split()[1].lower()
    lab.set("@jupyterlab/apputils-extension:themes", {})


def count(request: pytest.FixtureRequest) -> None:
    """Note that one more test had a browser to run in."""
    request.config.stash[opened] = request.config.stash.get(opened, 0) + 1


def what_went_wrong(request: pytest.FixtureRequest, notebook: Notebook) -> list[str]:
    """Return what a test that passed did not see; keep a picture of one that failed."""
    from tests.browser.notebook import artefact

    picture = artefact(f"failed-{request.node.name}")
    picture.unlink(missing_ok=True)
    if request.node.stash.get(failed, False):
        with suppress(Exception):  # the page itself may be what failed
            notebook.page.screenshot(path=picture)
        return []
    return [*notebook.errors, *notebook.page.get_by_text("lazylab itself failed").all_inner_texts()]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call" and report.failed:
        item.stash[failed] = True
    return report
