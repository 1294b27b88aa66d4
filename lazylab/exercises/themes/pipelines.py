"""Stages of a pipeline: each takes one item, hands on one item (notebook 06)."""

from __future__ import annotations

from itertools import cycle

from lazylab.exercises.inputs import Endless, Stream, stream
from lazylab.exercises.model import Case, Exercise, mistakes
from lazylab.exercises.streams import strings


def clean_lines(lines):
    for line in lines:
        text = line.strip()
        if text:
            yield text


def _a_list(lines):
    """You collect all lines, so the first one leaves when the last one was read. Yield each line
    in the loop.
    """
    return [line.strip() for line in lines if line.strip()]


def _reads_all(lines):
    """You read every line before the first one leaves. A log without end never gets that far:
    loop over lines itself.
    """
    for line in list(lines):
        if line.strip():
            yield line.strip()


def _reads_all_at_the_call(lines):
    return iter([line.strip() for line in lines if line.strip()])


def _keeps_blanks(lines):
    """Blank lines come as empty texts. Test the stripped line and leave those out."""
    for line in lines:
        yield line.strip()


def _tests_before_stripping(lines):
    """Lines of nothing but spaces or a line end come as empty texts: you test the line before you
    strip it. Strip first, test after.
    """
    for line in lines:
        if line:
            yield line.strip()


def _only_the_line_end(lines):
    r"""Only the line end is cut off. strip() without an argument takes all white space, on both
    sides; a line of spaces is blank too.
    """
    for line in lines:
        text = line.rstrip("\n")
        if text:
            yield text


def _only_the_right(lines):
    """White space on the left stays. strip() takes it from both sides, rstrip() from the right."""
    for line in lines:
        text = line.rstrip()
        if text:
            yield text


def _does_not_strip(lines):
    """The lines come as they were, white space and all. strip() returns a new text: yield that."""
    for line in lines:
        if line.strip():
            yield line


def _stops_at_blank(lines):
    """It ends at the first blank line. Leave the line out and go on with the next."""
    for line in lines:
        text = line.strip()
        if not text:
            return
        yield text


def _stops_at_blank_too(lines):
    for line in lines:
        if line.strip() == "":
            break
        yield line.strip()


def _unique(lines):
    """Lines that came before are dropped. Duplicates stay, and a set of all lines would grow with
    the log.
    """
    seen = set()
    for line in lines:
        text = line.strip()
        if text and text not in seen:
            seen.add(text)
            yield text


def _not_twice_running(lines):
    """A line that is equal to the one before is dropped. Duplicates stay."""
    last = None
    for line in lines:
        text = line.strip()
        if text and text != last:
            yield text
        last = text


def _joins_the_words(lines):
    """The white space inside a line changed. Only what stands at its two ends goes."""
    for line in lines:
        text = " ".join(line.split())
        if text:
            yield text


def _lower_case(lines):
    """The letters changed. A line is stripped and nothing else is done to it."""
    for line in lines:
        if line.strip():
            yield line.strip().lower()


def _one_text(lines):
    """It hands over characters: yield from a text yields its characters. Yield the text."""
    for line in lines:
        yield from line.strip()


def _one_ahead(lines):
    """You read the next line before the present one is handed over. Take a line only when one is
    asked for.
    """
    ready = None
    for line in lines:
        if line.strip():
            if ready is not None:
                yield ready
            ready = line.strip()
    if ready is not None:
        yield ready


def _swallows_errors(lines):
    """The source's exception does not come out, so a log that breaks looks like one that has ended.
    Catch nothing here: a for loop knows the end by itself.
    """
    try:
        for line in lines:
            if line.strip():
                yield line.strip()
    except Exception:
        return


def _keeps_everything(lines):
    """You keep something for every line, and the memory grows with the log."""
    kept = []
    for line in lines:
        if line.strip():
            kept.append(line.strip())
            yield kept[-1]


_PLAIN = ("# a\n", "b # c\n", "---\n", '"d"\n', r"\n" "a\n")
_ODD = ("caf\u00e9 \ufb01\n", "\ufeffa\u200b\n", "a\tb\x0bc\x85d\ne\n")
_GAP = Stream(("a\n", *("\n",) * 2_000, "x" * 2_000), r"['a\n', *['\n'] * 2000, 'x' * 2000]")
_LOG = ("  GET / 200\n", "\n", "   \t\n", "GET /cart 200\n", "GET /cart 200\n", "")

CLEAN_LINES = Exercise(
    name="clean_lines",
    signature="clean_lines(lines)",
    notebook="06",
    statement="Hand over line.strip() of every line; leave blank lines out, keep duplicates.",
    solution=clean_lines,
    why="One line comes in, at most one goes out. The stage keeps nothing, so two billion lines "
    "cost what ten lines cost.",
    hints=(
        "Loop over lines and look at what strip() returns.",
        "An empty text is false: strip first, then test.",
        "In the loop: text = line.strip(), and if text: yield text.",
    ),
    cases=(
        Case((stream("a\n", " b\n"),), "white space goes from both ends"),
        Case((stream("a\n", "\n", "  \n", "b\n"),), "blank lines are left out"),
        Case((stream("a\n", "a\n", "b\n", "a\n", "c\n", "c\n"),), "duplicates stay"),
        Case((stream(*_LOG),), "a piece of a log"),
        Case((stream(),), "nothing in, nothing out"),
        Case((stream("\n", "", ""),), "nothing but blank lines"),
        Case((stream("0\n", "False", "\tGET  /a\r\n"),), "the inside of a line stays as it is"),
        Case((stream("\x0ca\u2003\n", "\u00a0\x0b"),), "white space of every kind"),
        Case((stream(*_PLAIN),), "comments, dashes, quotes and backslashes are text"),
        Case((stream(*_ODD),), "whatever stands between the two ends stays"),
        Case((_GAP,), "a gap of 2,000 blank lines, and a line of 2,000 letters"),
        Case(("xy\nz",), "a text is an iterable of its characters"),
        Case((Endless(lambda: cycle(_LOG), "cycle(log)"),), "an endless log", 5),
    ),
    mistakes=mistakes(
        _a_list,
        (_reads_all, _reads_all_at_the_call),
        _keeps_blanks,
        _tests_before_stripping,
        _only_the_line_end,
        _only_the_right,
        _does_not_strip,
        (_stops_at_blank, _stops_at_blank_too),
        _unique,
        _not_twice_running,
        _joins_the_words,
        _lower_case,
        _one_text,
        _one_ahead,
        _swallows_errors,
        _keeps_everything,
    ),
    long=lambda answer, n: answer(strings(n)),
)

EXERCISES = (CLEAN_LINES,)
