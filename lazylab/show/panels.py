"""Draws the panels of a step-through: source lines, frames, what was handed over and printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from lazylab.records import Frame, Source, Span, State, Step
from lazylab.reprs import clip
from lazylab.show.highlight import Line, highlighted, plain_children, underlined
from lazylab.show.markup import Child, Node, tag

STATES: Final[tuple[State, ...]] = ("created", "running", "suspended", "closed")
MARKS: Final = {"paused": "❚❚", "ran": "•", "raised": "✕", "ended": "■"}
_LONGEST_MARKED_LINE: Final = 160  # characters; a longer line is marked, not underlined
_MARKED_LINES: Final = 4
_RANGES: Final = 40


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a step is drawn, so that one message stays small."""

    value: int  # characters
    variables: int
    frames: int
    handed: int  # values on the tape
    printed: int  # characters


ROOMS: Final = (
    Room(100, 12, 4, 8, 500),
    Room(48, 8, 3, 6, 240),
    Room(18, 4, 2, 3, 60),
    Room(10, 3, 2, 2, 20),
)


@dataclass(frozen=True, slots=True)
class View:
    """What the step-through shows: a step, the one before it, what led there, and the source."""

    step: Step
    previous: Step | None
    recent: tuple[Step, ...]  # up to and including `step`, newest last
    source: Source


def fitted(view: View, room: Room) -> View:
    """Return `view` with the values of its step cut to `room`."""
    step = view.step
    sent, value = (text and clip(text, room.value) for text in (step.sent, step.value))
    cut = replace(step, sent=sent, value=value)
    recent = (*view.recent[:-1], cut) if view.recent else ()
    return replace(view, step=cut, recent=recent)


# ---- source ---------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _tokens(source: Source) -> list[Line]:
    return highlighted(source.lines)


def source_lines(
    source: Source, marked: dict[int, list[Child]]
) -> Iterator[tuple[int, list[Child]]]:
    """Yield file line and children of each source line, coloured; `marked` replaces some."""
    for number, line in enumerate(_tokens(source) if source.lines else [], source.first_line):
        yield number, marked.get(number) or plain_children(line)


def source_children(source: Source) -> Iterator[Child]:
    """Yield one element a source line, for the page to mark: its mark, its number, its text."""
    for number, children in source_lines(source, {}):
        yield tag(
            "div",
            tag("span", css="lz-mark"),
            tag("span", str(number), css="lz-number-of-line"),
            tag("span", *children, css="lz-code"),
            css="lz-line",
            data_line=number,
        )
    if source.note:
        yield tag("div", source.note, css="lz-note")


def standing(step: Step) -> str:
    """Return a key of `MARKS` for the line the frame stands or ended on; empty if there is none."""
    if step.outcome == "yielded" or (step.frames and step.state == "suspended"):
        return "paused"
    if step.line is None:
        return ""
    return {
        "raised": "raised",
        "interrupted": "raised",
        "returned": "ended",
        "closed": "ended",
    }.get(step.outcome, "")


def line_marks(step: Step) -> dict[int, str]:
    """Return file line to key of `MARKS`."""
    marks = dict.fromkeys(step.lines, "ran")
    if step.line is not None and standing(step):
        marks[step.line] = standing(step)
    return marks


def ranges(lines: Sequence[int]) -> list[list[int]]:
    """Return the lines as [first, last] pairs."""
    ranges: list[list[int]] = []
    for line in sorted(lines):
        if ranges and line == ranges[-1][1] + 1:
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    return ranges[:_RANGES]


def underlined_lines(view: View) -> dict[int, list[Child]]:
    """Return file line to children, the exact ``yield`` expression underlined."""
    frames, source = view.step.frames, view.source
    span = frames[0].expression if frames and standing(view.step) == "paused" else None
    if span is None or not source.lines:
        return {}
    tokens = _tokens(source)
    numbers = range(span.line, min(span.end_line, span.line + _MARKED_LINES - 1) + 1)
    return {
        number: underlined(tokens[at], *_columns(span, number, source))
        for number in numbers
        if 0 <= (at := number - source.first_line) < len(tokens)
        and len(source.lines[at]) <= _LONGEST_MARKED_LINE
    }


def _columns(span: Span, number: int, source: Source) -> tuple[int, int]:
    text = source.lines[number - source.first_line]
    indent = len(text) - len(text.lstrip())
    start = span.column - source.margin if number == span.line else indent
    end = span.end_column - source.margin if number == span.end_line else len(text)
    return max(start, 0), end


# ---- frames and values ----------------------------------------------------------------------


def frame_cards(view: View, room: Room) -> list[tuple[str, Node]]:
    """Return (key, card) for each suspended frame, or for what there is in its place."""
    step = view.step
    if step.attributes:
        return [("self", _attributes_card(view, room))]
    if not step.frames:
        return [("none", _no_frame(view))]
    frames = _shown_frames(step.frames, room)
    left_out = step.hidden_frames + len(step.frames) - len(frames)
    earlier = {frame.key: frame for frame in view.previous.frames} if view.previous else {}
    cards = [
        (str(frame.key), _frame_card(frame, earlier.get(frame.key), depth, step.state, room))
        for depth, frame in enumerate(frames)
    ]
    if left_out:
        note = tag("div", f"and {left_out} more frames between", css="lz-note")
        cards.insert(len(cards) - 1, ("more", note))
    return cards


def _shown_frames(frames: tuple[Frame, ...], room: Room) -> tuple[Frame, ...]:
    return frames if len(frames) <= room.frames else (*frames[: room.frames - 1], frames[-1])


def _frame_card(frame: Frame, earlier: Frame | None, depth: int, state: State, room: Room) -> Node:
    head: list[Child] = ["Frozen in the frame of ", tag("code", clip(frame.name, room.value))]
    place = f" · frame {frame.key}, {place_of(frame, state)}"
    arrow = "↳ " * min(depth, 3)
    inner = depth and frame.text
    line = (
        [tag("div", tag("code", clip(frame.text, room.value)), css="lz-paused-at")] if inner else []
    )
    before = dict(earlier.locals) if earlier else None
    return tag(
        "div",
        tag("div", arrow, *head, tag("span", place, css="lz-dim"), css="lz-title"),
        *line,
        _variables(frame.locals, before, frame.hidden, room),
        css="lz-frame",
    )


def place_of(frame: Frame, state: State) -> str:
    """Return where a frame stands; before the first resume it stands on no line."""
    return "before its first line" if state == "created" else f"paused on line {frame.line}"


def _attributes_card(view: View, room: Room) -> Node:
    before = dict(view.previous.attributes) if view.previous else None
    title = tag("div", "Kept in the object's attributes", css="lz-title")
    return tag("div", title, _variables(view.step.attributes, before, 0, room), css="lz-frame")


def _no_frame(view: View) -> Node:
    words = {
        "uncalled": "No frame yet: nothing was called.",
        "closed": "No frame: it was released when the generator ended.",
        "running": "The frame is running.",
    }.get(view.step.state, "")
    if view.source.kind == "builtin":
        words = "No Python frame: this iterator is written in C."
    if view.source.kind == "iterator":
        words = "No suspended frame: a class keeps its state in attributes."
    return tag("div", words, css="lz-frame lz-frame-none")


def _variables(
    pairs: Sequence[tuple[str, str]], before: dict[str, str] | None, hidden: int, room: Room
) -> Node:
    rows = [_variable(name, value, before, room) for name, value in pairs[: room.variables]]
    hidden += max(len(pairs) - room.variables, 0)
    if hidden:
        rows.append(tag("tr", tag("td", f"and {hidden} more", colspan=2, css="lz-dim")))
    if not rows:
        return tag("div", "no local variables", css="lz-dim")
    return tag("table", tag("tbody", *rows), css="lz-variables")


def _variable(name: str, value: str, before: dict[str, str] | None, room: Room) -> Node:
    shown: list[Child] = [clip(value, room.value)]
    if before is not None and name not in before:
        shown = [tag("strong", *shown, css="lz-changed"), tag("span", " new", css="lz-dim")]
    elif before is not None and before[name] != value:
        was = tag("del", clip(before[name], room.value // 3), css="lz-was")
        shown = [was, " ", tag("strong", *shown, css="lz-changed")]
    title = tag("th", clip(name, room.value), scope="row", css="lz-variable")
    return tag("tr", title, tag("td", *shown, css="lz-value"))


def handed(view: View, room: Room) -> Iterable[Node]:
    """Return the tape of values handed over, and how it ended if it did."""
    yield tag("div", "Handed to the caller", css="lz-title")
    values = [step for step in view.recent if step.outcome == "yielded"][-room.handed :]
    cells: list[Child] = []
    if earlier := view.step.yields - len(values):
        cells.append(tag("span", f"… {earlier:,} earlier", css="lz-dim"))
    for step in values:
        css = "lz-cell lz-cell-last" if step is view.step else "lz-cell"
        cells.append(tag("code", clip(step.value or "", room.value // 3), css=css))
    if view.step.state == "closed":
        cells.append(_last_word(view, room))
    else:
        cells.append(tag("span", "not computed yet", css="lz-cell lz-cell-none"))
    yield tag("div", *cells, css="lz-tape")


def _last_word(view: View, room: Room) -> Node:
    """Return how it ended: what was returned or raised is not a value handed over."""
    over = [step for step in view.recent if step.before != "closed" and step.outcome != "yielded"]
    step = over[-1] if over else view.step
    value = clip(step.value or "", room.value)
    words: list[Child] = ["closed"]
    if step.outcome == "returned":
        words = ["returned ", tag("code", value), " · StopIteration"]
    elif step.outcome in {"raised", "interrupted"}:
        words = [f"{step.outcome} ", tag("code", value)]
    return tag("span", *words, css=f"lz-cell lz-cell-end lz-cell-{step.outcome}")


def sent(step: Step, room: Room) -> Iterable[Node]:
    """Return what was sent or thrown in; nothing for a plain ``next()``."""
    if step.sent is None:
        return
    words = "Thrown in" if step.action == "throw" else "Sent in"
    yield tag("div", words, css="lz-title")
    yield tag("div", tag("code", clip(step.sent, room.value), css="lz-cell"), css="lz-tape")


def printed(step: Step, room: Room) -> Iterable[Node]:
    """Return what this resume printed; nothing if it printed nothing."""
    if not step.printed:
        return
    by = "restart" if step.action == "start" else f"{step.action}()"
    yield tag("div", "Printed by this ", tag("code", by), css="lz-title")
    text = step.printed.removesuffix("\n")
    shown = "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text[: room.printed])
    more = len(text) - len(shown) + step.printed_more
    tail = [tag("span", f"… {more:,} more characters", css="lz-dim")] if more > 0 else []
    yield tag("pre", shown, *tail, css="lz-out")


def state_strip(state: State) -> Node:
    """Return the four states in a row, the present one marked."""
    pills: list[Child] = []
    for name in STATES:
        now = name == state
        pills.append(
            tag(
                "li",
                ("● " if now else "") + name,
                css="lz-state lz-state-now" if now else "lz-state",
                aria_current="true" if now else None,
            )
        )
    return tag("ol", *pills, css="lz-states", aria_label="State of the generator")
