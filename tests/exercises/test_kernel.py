"""A check in a real kernel: functions of a cell, its threads, the stop button."""

import os
import time
from queue import Empty

import pytest

jupyter_client = pytest.importorskip("jupyter_client")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no child process here")

CELL = """
from lazylab import check
STEP = 1
def below(n):
    return n - STEP
def countdown(n):
    while n > 0:
        yield n
        n = below(n)
check("countdown", countdown).message
"""
HANGS = """
import time
def countdown(n):
    while True:
        try:
            time.sleep(600)
        except BaseException:
            pass
print("checking", flush=True)
check("countdown", countdown).message
"""


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    root = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
    manager, client = jupyter_client.manager.start_new_kernel(
        kernel_name="python3",
        cwd=root,
        env={
            **os.environ,
            "LAZYLAB_HOME": str(tmp_path_factory.mktemp("home")),
            "PYTHONPATH": root,
            "PYTHONWARNINGS": "default",
        },
    )
    yield manager, client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def run(client, code, while_it_runs=lambda text: None):
    """Run a cell; return its result, what it printed and the name of its error."""
    request = client.execute(code)
    result, printed, error = "", "", ""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            message = client.get_iopub_msg(timeout=1)
        except Empty:
            continue
        if message["parent_header"].get("msg_id") != request:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "stream":
            printed += content["text"]
            while_it_runs(content["text"])
        elif kind == "execute_result":
            result = content["data"]["text/plain"]
        elif kind == "error":
            error = content["ename"]
        elif kind == "status" and content["execution_state"] == "idle":
            return result, printed, error
    pytest.fail("the cell did not end")


def test_a_function_of_a_cell_is_judged_with_its_helpers(kernel):
    _, client = kernel
    assert run(client, CELL) == ("'countdown: correct.'", "", "")


def test_stop_ends_a_check_and_the_kernel_lives_on(kernel):
    manager, client = kernel
    run(client, "from lazylab import check")

    def interrupt(text):
        if "checking" in text:
            time.sleep(0.5)
            manager.interrupt_kernel()

    _, _, error = run(client, HANGS, interrupt)
    assert error == "KeyboardInterrupt"
    left = "import os\ntry:\n    os.waitpid(-1, os.WNOHANG)\nexcept ChildProcessError:\n    print('none')"
    assert run(client, left) == ("", "none\n", "")
    assert run(client, CELL) == ("'countdown: correct.'", "", "")
