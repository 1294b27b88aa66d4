"""Draws the step-through: the parts of its live pane, its picture without a kernel, its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from lazylab.records import Frame, Source, Span, State, Step
from lazylab.reprs import clip
from lazylab.show.highlight import Line, highlighted, plain_children, underlined
from lazylab.show.markup import Child, Node, Sentence, spoken, tag, to_html, written
from lazylab.show.sentences import sentence

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


ROOMS: Final = (Room(90, 12, 4, 8, 500), Room(48, 8, 3, 6, 240), Room(20, 5, 2, 4, 80))


@dataclass(frozen=True, slots=True)
class View:
    """What the step-through shows: a step, the one before it, what led there, and the source."""

    step: Step
    previous: Step | None
    recent: tuple[Step, ...]  # up to and including `step`, newest last
    source: Source


# ---- the parts of the live pane -------------------------------------------------------------


def source_part(source: Source) -> str:
    """Return the HTML of the source, one element a line; it does not change from step to step."""
    return to_html(*_source_children(source, {}, {}))


def moving_parts(view: View, room: Room) -> dict[str, Any]:
    """Return slot name to HTML, or to (key, HTML) pairs where an element keeps its identity."""
    return {
        "frames": [[key, to_html(node)] for key, node in _frame_cards(view, room)],
        "handed": to_html(*_handed(view, room)),
        "sent": to_html(*_sent(view.step, room)),
        "printed": to_html(*_printed(view.step, room)),
    }


def strip_part(state: State) -> str:
    """Return the HTML of the four states, the present one marked."""
    return to_html(_state_strip(state))


def marks_part(view: View) -> dict[str, Any]:
    """Return which source lines ran and where the frame stands, for the page to mark.

    ``ran`` holds [first, last] pairs, ``at`` the line it stands on, ``how`` a key of `MARKS`,
    ``lines`` line number to HTML with the exact ``yield`` underlined.
    """
    return {
        "ran": _ranges(view.step.lines),
        "at": view.step.line if _how(view.step) else None,
        "how": _how(view.step),
        "lines": {n: to_html(*c) for n, c in _underlined_lines(view).items()},
    }


# ---- the picture without a kernel -----------------------------------------------------------

_BOX: Final = "border:1px solid rgba(127,127,127,.45);border-radius:4px"
_MONO: Final = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:13px"
_INLINE: Final = {
    "lz-static": f"{_BOX};max-width:60em;margin:2px 0",
    "lz-static-head": "padding:6px 10px;border-bottom:1px solid rgba(127,127,127,.45)",
    "lz-static-part": "padding:6px 10px",
    "lz-source": f"{_MONO};white-space:pre;overflow-x:auto;padding:6px 0;line-height:1.5",
    "lz-mark": "display:inline-block;width:2.2em;text-align:center;font-size:10px",
    "lz-number-of-line": "display:inline-block;width:2.6em;text-align:right;opacity:.6;"
    "padding-right:1em",
    "lz-keyword": "font-weight:600",
    "lz-comment": "font-style:italic;opacity:.75",
    "lz-yield": "text-decoration:underline;text-underline-offset:3px",
    "lz-line-ran": "background:rgba(212,167,44,.2)",
    "lz-line-at": "background:rgba(11,98,214,.16)",
    "lz-title": "font-weight:600;font-size:12px;opacity:.8",
    "lz-cell": f"{_BOX};{_MONO};padding:0 6px;margin-right:4px",
    "lz-say": "padding:6px 10px;border-top:1px solid rgba(127,127,127,.45)",
    "lz-frame": f"{_BOX};padding:4px 8px;margin:4px 0;background:rgba(127,127,127,.1)",
    "lz-variables": f"{_MONO};border:none;margin:0",
    "lz-variable": "text-align:left;padding:1px 12px 1px 0;font-weight:400",
    "lz-value": "text-align:left;padding:1px 8px 1px 0",
    "lz-out": f"{_MONO};white-space:pre-wrap;margin:2px 0",
}


def static_picture(view: View) -> str:
    """Return HTML with inline styles and no controls, for readers without a kernel."""
    step, room = view.step, ROOMS[0]
    lines = _underlined_lines(view)
    parts = [
        *(node for _, node in _frame_cards(view, room)),
        *_handed(view, room),
        *_sent(step, room),
        *_printed(step, room),
    ]
    shown = parts if step.action != "start" else []
    return to_html(
        tag(
            "div",
            tag("div", "Step through ", tag("code", view.source.call), css="lz-static-head"),
            tag("div", *_source_children(view.source, lines, _line_marks(step)), css="lz-source"),
            *([tag("div", *shown, css="lz-static-part")] if shown else []),
            tag("div", *written(sentence(step, view.source)), css="lz-say"),
            css="lz-static",
        ),
        styles=_INLINE,
    )


# ---- the text -------------------------------------------------------------------------------


def stepper_text(view: View, notice: Sentence = ()) -> str:
    """Return the step-through as plain text: source with marks, the frames, the last sentence."""
    step = view.step
    marks = _line_marks(step)
    numbered = enumerate(view.source.lines, view.source.first_line)
    lines = [f"{view.source.call}: {step.state}"]
    lines += [f"{MARKS.get(marks.get(n, ''), ''):>3} {n:>4}  {text}".rstrip() for n, text in numbered]
    lines += [view.source.note] if view.source.note else []
    for frame in step.frames:
        kept = ", ".join(f"{name} = {value}" for name, value in frame.locals) or "no locals"
        lines.append(f"frame {frame.key}, {frame.name}, line {frame.line}: {kept}")
    lines += [f"printed: {line}" for line in step.printed.splitlines()]
    return "\n".join([*lines, spoken(notice or sentence(step, view.source))])


# ---- source ---------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _tokens(source: Source) -> list[Line]:
    return highlighted(source.lines)


def _source_children(
    source: Source, marked: dict[int, list[Child]], marks: dict[int, str]
) -> Iterable[Child]:
    for number, line in enumerate(_tokens(source) if source.lines else [], source.first_line):
        how = marks.get(number, "")
        css = {"": "", "ran": " lz-line-ran"}.get(how, " lz-line-at")
        yield tag(
            "div",
            tag("span", MARKS.get(how, ""), css="lz-mark"),
            tag("span", str(number), css="lz-number-of-line"),
            tag("span", *marked.get(number, plain_children(line)), css="lz-code"),
            css=f"lz-line{css}",
            data_line=number,
        )
    if source.note:
        yield tag("div", source.note, css="lz-note")


def _how(step: Step) -> str:
    if step.outcome == "yielded" or (step.frames and step.state == "suspended"):
        return "paused"
    if step.line is None:
        return ""
    return {"raised": "raised", "interrupted": "raised", "returned": "ended", "closed": "ended"}.get(
        step.outcome, ""
    )


def _line_marks(step: Step) -> dict[int, str]:
    marks = dict.fromkeys(step.lines, "ran")
    if step.line is not None and _how(step):
        marks[step.line] = _how(step)
    return marks


def _ranges(lines: Sequence[int]) -> list[list[int]]:
    ranges: list[list[int]] = []
    for line in sorted(lines):
        if ranges and line == ranges[-1][1] + 1:
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    return ranges[:_RANGES]


def _underlined_lines(view: View) -> dict[int, list[Child]]:
    frames, source = view.step.frames, view.source
    span = frames[0].expression if frames and _how(view.step) == "paused" else None
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


def _frame_cards(view: View, room: Room) -> list[tuple[str, Node]]:
    step = view.step
    if step.attributes:
        return [("self", _attributes_card(view, room))]
    if not step.frames:
        return [("none", _no_frame(view))]
    frames = _shown_frames(step.frames, room)
    left_out = step.hidden_frames + len(step.frames) - len(frames)
    earlier = {frame.key: frame for frame in view.previous.frames} if view.previous else {}
    cards = [
        (str(frame.key), _frame_card(frame, earlier.get(frame.key), depth, room))
        for depth, frame in enumerate(frames)
    ]
    if left_out:
        note = tag("div", f"and {left_out} more frames between", css="lz-note")
        cards.insert(len(cards) - 1, ("more", note))
    return cards


def _shown_frames(frames: tuple[Frame, ...], room: Room) -> tuple[Frame, ...]:
    return frames if len(frames) <= room.frames else (*frames[: room.frames - 1], frames[-1])


def _frame_card(frame: Frame, earlier: Frame | None, depth: int, room: Room) -> Node:
    head = ["Frozen in the frame of ", tag("code", clip(frame.name, room.value))]
    place = f" · frame {frame.key}, paused on line {frame.line}"
    arrow = "↳ " * min(depth, 3)
    inner = depth and frame.text
    line = [tag("div", tag("code", clip(frame.text, room.value)), css="lz-paused-at")] if inner else []
    before = dict(earlier.locals) if earlier else None
    return tag(
        "div",
        tag("div", arrow, *head, tag("span", place, css="lz-dim"), css="lz-title"),
        *line,
        _variables(frame.locals, before, frame.hidden, room),
        css="lz-frame",
    )


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


def _handed(view: View, room: Room) -> Iterable[Node]:
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


def _sent(step: Step, room: Room) -> Iterable[Node]:
    if step.sent is None:
        return
    words = "Thrown in" if step.action == "throw" else "Sent in"
    yield tag("div", words, css="lz-title")
    yield tag("div", tag("code", clip(step.sent, room.value), css="lz-cell"), css="lz-tape")


def _printed(step: Step, room: Room) -> Iterable[Node]:
    if not step.printed:
        return
    by = "restart" if step.action == "start" else f"{step.action}()"
    yield tag("div", "Printed by this ", tag("code", by), css="lz-title")
    text = step.printed.removesuffix("\n")
    shown = "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text[: room.printed])
    more = len(text) - len(shown) + step.printed_more
    tail = [tag("span", f"… {more:,} more characters", css="lz-dim")] if more > 0 else []
    yield tag("pre", shown, *tail, css="lz-out")


def _state_strip(state: State) -> Node:
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
