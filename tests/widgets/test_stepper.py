"""The step-through without a page: verbs, clicks, messages and their size, its three forms."""

import json
import re

import pytest

import lazylab
from lazylab.errors import Refused

LIMIT = 4_096  # bytes on the wire: the message and Jupyter's envelope of about 900


class Page:
    """Stands where the browser stands: sends clicks, keeps what came."""

    def __init__(self, stepper):
        self.data, _ = stepper._repr_mimebundle_()
        self.pane = stepper._pane
        self.messages = []
        self.pane.send = lambda content, buffers=None: self.messages.append(content)

    def click(self, control, **typed):
        self.pane._clicked(None, {"do": control, "click": str(len(self.messages)), **typed}, [])
        return self.messages[-1]["changed"]

    @property
    def shown(self):
        return self.pane.shown


def countdown(n):
    while n > 0:
        yield n
        n -= 1


def echo():
    got = yield "ready"
    while True:
        got = yield got


@pytest.fixture
def stepper():
    return lazylab.step(countdown, 3)


# ---- verbs --------------------------------------------------------------------------------------


def test_verbs_return_the_last_step_and_are_recorded(stepper):
    assert stepper.call().outcome == "called"
    assert stepper.next().value == "3"
    assert stepper.next(2).value == "1"
    assert stepper.close().state == "closed"
    assert [s.action for s in stepper.steps] == ["call", "next", "next", "next", "close"]
    assert stepper.restart().state == "uncalled"
    assert stepper.steps == ()


def test_nothing_the_generator_does_is_raised():
    def bad():
        yield 1
        raise SystemExit

    stepper = lazylab.step(bad)
    assert stepper.send(1).outcome == "raised"
    assert stepper.next(2).outcome == "raised"
    assert stepper.throw(ValueError).outcome == "raised"


@pytest.mark.parametrize("patience", [0, -1, "5", None, float("nan")])
def test_a_patience_that_is_no_time_is_refused(patience):
    with pytest.raises(Refused, match="number of seconds"):
        lazylab.step(countdown, 3, patience=patience)


def test_text_is_the_same_on_every_run(stepper):
    stepper.next(2)
    line = countdown.__code__.co_firstlineno
    assert (
        stepper.text
        == repr(stepper)
        == (
            "countdown(3): suspended\n"
            f"    {line:>4}  def countdown(n):\n"
            f"  • {line + 1:>4}      while n > 0:\n"
            f" ❚❚ {line + 2:>4}          yield n\n"
            f"  • {line + 3:>4}          n -= 1\n"
            "frame 1, countdown, paused on line {0}: n = 2\n"
            "Step 2. next() resumed the frame at the pause on line {0}, ran lines {1}, {2} and {0} and "
            "suspended at yield on line {0}, handing 2 to the caller. The frame keeps its place and "
            "one local variable until you ask again."
        ).format(line + 2, line + 3, line + 1)
    )


def test_before_the_first_resume_the_frame_is_said_to_stand_on_no_line(stepper):
    stepper.call()
    assert "frame 1, countdown, before its first line: n = 3" in stepper.text
    assert "before its first line" in stepper._repr_mimebundle_()[0]["text/html"]
    assert stepper._pane.shown["parts"]["position"] == "call"


# ---- the three forms ----------------------------------------------------------------------------


def test_the_static_picture_needs_no_kernel_and_no_stylesheet(stepper):
    data, _ = stepper._repr_mimebundle_()
    assert {"text/plain", "text/html", "application/vnd.jupyter.widget-view+json"} <= set(data)
    picture = data["text/html"]
    assert "def" in picture
    assert "Nothing has run yet" in picture
    assert not re.search("class=|<button|<style|<script", picture)


def test_the_static_picture_of_a_stepped_one_shows_where_it_stands(stepper):
    stepper.next()
    picture = stepper._repr_mimebundle_()[0]["text/html"]
    assert "❚❚" in picture
    assert "Frozen in the frame" in picture


# ---- clicks -------------------------------------------------------------------------------------


def test_a_click_steps_and_answers_with_its_own_id(stepper):
    page = Page(stepper)
    changed = page.click("next")
    assert changed["ack"] == "0"
    assert changed["data"] == {"state": "suspended", "steps": "1"}
    assert "source" not in changed["parts"]


def test_steps_counts_drives_and_never_the_call(stepper):
    page = Page(stepper)
    assert page.shown["data"] == {"state": "uncalled", "steps": "0"}
    page.click("call")
    assert page.shown["data"] == {"state": "created", "steps": "0"}
    page.click("next5")
    assert page.shown["data"] == {"state": "closed", "steps": "4"}
    page.click("restart")
    assert page.shown["data"] == {"state": "uncalled", "steps": "0"}


def test_looking_back_changes_what_is_shown_and_nothing_else(stepper):
    page = Page(stepper)
    page.click("next")
    page.click("next")
    changed = page.click("back")
    assert "data" not in changed
    assert "Looking back" in page.shown["say"]
    assert page.shown["parts"]["position"] == "1 of 2"
    assert "<td" in page.shown["parts"]["frames"][0][1]
    page.click("back")
    assert page.shown["parts"]["position"] == "call of 2"
    page.click("back")
    assert page.shown["parts"]["position"] == "call of 2"
    page.click("forward")
    page.click("forward")
    assert "Looking back" not in page.shown["say"]
    page.click("back")
    page.click("next")
    assert page.shown["data"]["steps"] == "3"
    assert "<code>1</code> to the caller" in page.shown["say"]


def test_what_is_typed_is_a_literal_or_an_expression():
    stepper = lazylab.step(echo)
    page = Page(stepper)
    page.click("next")
    page.click("send", value=" [1, 'a'] ")
    assert stepper.steps[-1].sent == "[1, 'a']"
    page.click("send", value="2 ** 10")
    assert stepper.steps[-1].value == "1024"
    page.click("throw", value='ValueError("no")')
    assert (stepper.steps[-1].sent, stepper.steps[-1].state) == ("ValueError: no", "closed")


@pytest.mark.parametrize(
    ("control", "typed", "words"),
    [
        ("send", "", "Type what to send"),
        ("throw", "  ", 'ValueError("no")'),
        ("send", "no_such_name", "NameError"),
        ("send", "1 +", "SyntaxError"),
        ("send", "<b>", "&lt;b&gt;"),
        ("throw", "exit()", "could not be used"),
    ],
)
def test_typing_that_cannot_be_used_gets_a_sentence_and_no_step(control, typed, words):
    page = Page(lazylab.step(echo))
    page.click("next")
    page.click(control, value=typed)
    assert words in page.shown["say"]
    assert page.shown["data"]["steps"] == "1"
    page.click("next")
    assert page.shown["data"]["steps"] == "2"


def test_unavailable_controls_say_why(stepper):
    off = Page(stepper).shown["off"]
    assert set(off) == {"send", "throw", "close", "restart", "back", "forward"}
    page = Page(lazylab.step(iter([1])))
    assert set(page.shown["off"]) == {
        "call", "send", "throw", "close", "restart", "back", "forward",
    }  # fmt: skip
    assert "made before" in page.shown["off"]["restart"]


def test_an_error_of_our_own_is_told_in_the_pane(stepper, monkeypatch, capsys):
    page = Page(stepper)
    monkeypatch.setattr(stepper._driver, "next", lambda: 1 / 0)
    page.click("next")
    assert "lazylab itself failed" in page.shown["say"]
    assert "ZeroDivisionError" in page.shown["say"]


def test_endless_patience_can_be_sent():
    page = Page(lazylab.step(echo, patience=float("inf")))
    json.dumps(page.pane.fixed, allow_nan=False)
    assert page.click("next")["data"]["state"] == "suspended"


def test_a_notice_goes_with_the_next_click():
    stepper = lazylab.step(echo())
    page = Page(stepper)
    page.click("next")
    page.click("next")
    page.click("restart")
    assert "There is no restart" in page.shown["say"]
    page.click("back")
    assert "Looking back" in page.shown["say"]


def test_an_unknown_click_is_answered(stepper):
    page = Page(stepper)
    page.click("no such control")
    assert page.shown["data"]["steps"] == "0"


# ---- bounds -------------------------------------------------------------------------------------


def hostile():
    a = b = c = d = e = f = g = "<&>" * 10_000
    many = {"🦉" * 100: "<" * 1000}
    while True:
        print("<&🦉>\n" * 10_000)
        yield from deeper("&" * 10_000, 12)
        a += "<"


def deeper(text, depth):
    if depth:
        yield from deeper(text + "<", depth - 1)
    else:
        yield "&<" * 5_000


@pytest.mark.parametrize("subject", [hostile, echo])
def test_a_step_fits_in_four_kilobytes(subject):
    page = Page(lazylab.step(subject))
    for _ in range(12):
        page.click("next")
    sizes = [len(json.dumps(m, ensure_ascii=False).encode()) for m in page.messages]
    assert max(sizes) + 900 <= LIMIT


def test_step_ten_thousand_sends_no_more_than_step_ten():
    def count():
        n = 10**6
        while True:
            n += 1
            yield n

    stepper = lazylab.step(count)
    page = Page(stepper)
    stepper.next(20)
    page.click("next")
    early = len(json.dumps(page.messages[-1]))
    stepper.next(10_000)
    page.click("next")
    assert len(json.dumps(page.messages[-1])) <= early + 20


def test_markup_of_learners_never_becomes_markup():
    class Evil:
        def __repr__(self):
            return "<img src=x onerror=alert(1)>"

    def f(argument):
        print("<script>printed</script>")
        got = yield Evil()
        raise ValueError("<b>raised</b>")

    page = Page(lazylab.step(f, Evil()))
    page.click("next")
    page.click("send", value="'<i>sent</i>'")
    everything = json.dumps(page.messages) + page.data["text/html"]
    assert not re.search(r"<(img|script|b|i)\b", everything)
    assert "&lt;img" in everything
