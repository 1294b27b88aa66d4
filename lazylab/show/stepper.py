"""The three forms of a step-through: parts of the live pane, picture without a kernel, text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

from lazylab.records import Source, State
from lazylab.show.inline import BOX, MONO
from lazylab.show.markup import Child, Sentence, spoken, tag, to_html, written
from lazylab.show.panels import (
    MARKS,
    ROOMS,
    Room,
    View,
    frame_cards,
    handed,
    line_marks,
    place_of,
    printed,
    ranges,
    sent,
    source_children,
    source_lines,
    standing,
    state_strip,
    underlined_lines,
)
from lazylab.show.sentences import sentence

# ---- the parts of the live pane -------------------------------------------------------------


@lru_cache(maxsize=64)
def source_part(source: Source) -> str:
    """Return the HTML of the source, one element a line; it does not change from step to step."""
    return to_html(*source_children(source))


def moving_parts(view: View, room: Room) -> dict[str, Any]:
    """Return slot name to HTML, or to (key, HTML) pairs where an element keeps its identity."""
    return {
        "frames": [[key, to_html(node)] for key, node in frame_cards(view, room)],
        "handed": to_html(*handed(view, room)),
        "sent": to_html(*sent(view.step, room)),
        "printed": to_html(*printed(view.step, room)),
    }


def strip_part(state: State) -> str:
    """Return the HTML of the four states, the present one marked."""
    return to_html(state_strip(state))


def marks_part(view: View) -> dict[str, Any]:
    """Return which source lines ran and where the frame stands, for the page to mark.

    ``ran`` holds [first, last] pairs, ``at`` the line it stands on, ``how`` a key of `MARKS`,
    ``lines`` line number to HTML with the exact ``yield`` underlined.
    """
    return {
        "ran": ranges(view.step.lines),
        "at": view.step.line if standing(view.step) else None,
        "how": standing(view.step),
        "lines": {n: to_html(*c) for n, c in underlined_lines(view).items()},
    }


# ---- the picture without a kernel -----------------------------------------------------------

_INLINE: Final = {
    "lz-static": f"{BOX};max-width:60em;margin:2px 0",
    "lz-static-head": "padding:6px 10px;border-bottom:1px solid rgba(127,127,127,.45)",
    "lz-static-part": "padding:6px 10px",
    "lz-source": f"{MONO};white-space:pre;overflow-x:auto;margin:0;padding:6px 0;line-height:1.5;"
    "background:none",
    "lz-keyword": "font-weight:600",
    "lz-comment": "font-style:italic;opacity:.75",
    "lz-yield": "text-decoration:underline;text-underline-offset:3px",
    "lz-line-ran": "background:rgba(212,167,44,.2)",
    "lz-line-at": "background:rgba(11,98,214,.16)",
    "lz-title": "font-weight:600;font-size:12px;opacity:.8",
    "lz-cell": f"{BOX};{MONO};padding:0 6px;margin-right:4px",
    "lz-say": "padding:6px 10px;border-top:1px solid rgba(127,127,127,.45)",
    "lz-frame": f"{BOX};padding:4px 8px;margin:4px 0;background:rgba(127,127,127,.1)",
    "lz-variables": f"{MONO};border:none;margin:0",
    "lz-variable": "text-align:left;padding:1px 12px 1px 0;font-weight:400",
    "lz-value": "text-align:left;padding:1px 8px 1px 0",
    "lz-out": f"{MONO};white-space:pre-wrap;margin:2px 0",
}


def static_picture(view: View) -> str:
    """Return HTML with inline styles and no controls, for readers without a kernel."""
    step, room = view.step, ROOMS[0]
    parts = [
        *(node for _, node in frame_cards(view, room)),
        *handed(view, room),
        *sent(step, room),
        *printed(step, room),
    ]
    shown = parts if step.action != "start" else []
    return to_html(
        tag(
            "div",
            tag("div", "Step through ", tag("code", view.source.call), css="lz-static-head"),
            tag("pre", *_static_lines(view), css="lz-source"),
            *([tag("div", *shown, css="lz-static-part")] if shown else []),
            tag("div", *written(sentence(step, view.source)), css="lz-say"),
            css="lz-static",
        ),
        styles=_INLINE,
    )


def _static_lines(view: View) -> Iterator[Child]:
    """Yield the source for a ``<pre>``: without any style its lines still stand straight."""
    marks, underlined = line_marks(view.step), underlined_lines(view)
    for number, children in source_lines(view.source, underlined):
        mark = marks.get(number, "")
        gutter = f"{MARKS.get(mark, ''):>3} {number:>4}  "
        css = {"": "", "ran": "lz-line-ran"}.get(mark, "lz-line-at")
        yield tag("span", gutter, *children, css=css)
        yield "\n"
    yield view.source.note


# ---- the text -------------------------------------------------------------------------------


def stepper_text(view: View, notice: Sentence = ()) -> str:
    """Return the step-through as plain text: source with marks, the frames, the last sentence."""
    step = view.step
    marks = line_marks(step)
    numbered = enumerate(view.source.lines, view.source.first_line)
    lines = [f"{view.source.call}: {step.state}"]
    lines += [
        f"{MARKS.get(marks.get(n, ''), ''):>3} {n:>4}  {text}".rstrip() for n, text in numbered
    ]
    lines += [view.source.note] if view.source.note else []
    for frame in step.frames:
        kept = ", ".join(f"{name} = {value}" for name, value in frame.locals) or "no locals"
        place = place_of(frame, step.state)
        lines.append(f"frame {frame.key}, {frame.name}, {place}: {kept}")
    lines += [f"printed: {line}" for line in step.printed.splitlines()]
    return "\n".join([*lines, spoken(notice or sentence(step, view.source))])
