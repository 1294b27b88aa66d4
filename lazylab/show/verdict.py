"""Shows a verdict, advice and progress: as text and as HTML that stands without a stylesheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from lazylab.records import Advice, Pulls, Standing, Verdict
from lazylab.show.markup import Child, Node, Sentence, marked, say, spoken, tag, to_html, written

_ROWS: Final = 4  # values shown in the picture of pulls
_CELLS: Final = 12  # items shown in a row of it
_MARKS: Final = {"needed": "●", "early": "✕", "left": "·"}
_LEGEND: Final = "● taken and needed, ✕ taken too early, · left in the source"
STATES: Final = {"passed": "passed", "tried": "tried", "untouched": "not yet"}

_TEXT: Final = "color:var(--jp-ui-font-color1,inherit)"
_LINE: Final = "var(--jp-border-color1,rgba(127,127,127,.5))"
_MONO: Final = "font-family:var(--jp-code-font-family,ui-monospace,Menlo,Consolas,monospace)"
_INLINE: Final = {
    "lz-verdict": f"{_TEXT};border:1px solid {_LINE};border-radius:4px;padding:8px 12px;"
    "max-width:60em;margin:2px 0;overflow-x:auto",
    "lz-head": "font-weight:700",
    "lz-part": "margin:6px 0",
    "lz-case": f"{_TEXT};{_MONO};border:none;margin:6px 0;border-collapse:collapse",
    "lz-key": "text-align:left;padding:1px 12px 1px 0;font-weight:400;vertical-align:top",
    "lz-got": "text-align:left;padding:1px 0;white-space:pre-wrap;overflow-wrap:anywhere",
    "lz-number": "text-align:right;padding:1px 12px 1px 0",
    "lz-code": f"{_MONO};white-space:pre;overflow-x:auto;margin:6px 0",
}


# ---- a verdict ------------------------------------------------------------------------------


def verdict_text(verdict: Verdict) -> str:
    """Return the verdict as plain text, the same on every run."""
    lines = [spoken(_head(verdict))]
    if verdict.right:
        lines.append(f"Right already: {_listed(verdict.right)}.")
    if verdict.fault:
        lines += [f"  {key:<9}{text}" for key, text in _case(verdict)]
    lines += [f"  {line}" for line in _pulls_text(verdict)]
    if verdict.mistake:
        lines.append(f"What it looks like: {verdict.mistake}")
    if verdict.advice:
        lines.append(spoken(say(f"Next: {verdict.advice}")))
    return "\n".join(lines)


def verdict_html(verdict: Verdict) -> str:
    """Return the verdict as HTML with inline styles; without them it is still in order."""
    parts: list[Child] = [_html_head(verdict)]
    if verdict.right:
        parts.append(_part("Right already: ", f"{_listed(verdict.right)}."))
    if verdict.fault:
        rows = [tag("tr", _key(key), tag("td", text, css="lz-got")) for key, text in _case(verdict)]
        parts.append(tag("table", tag("tbody", *rows), css="lz-case"))
    parts += _pulls_html(verdict)
    if verdict.mistake:
        parts.append(_part("What it looks like: ", verdict.mistake))
    if verdict.advice:
        parts.append(tag("div", *written(say(f"Next: {verdict.advice}")), css="lz-part"))
    return _card(parts)


def _head(verdict: Verdict) -> Sentence:
    """Return what the message says first; what comes after it stands in rows of its own."""
    fault = verdict.fault
    if fault is None:
        return marked(verdict.message)
    return say(f"{verdict.name}: not yet, because of {{}}. {{}}", fault.call, marked(fault.what))


def _html_head(verdict: Verdict) -> Node:
    """Return the same with a mark that needs no colour and the outcome in bold."""
    first, *rest = _head(verdict)
    name = f"{verdict.name}: "
    if not first.startswith(name):  # a sentence about the call of check itself
        return tag("div", *written((first, *rest)))
    mark = "✓" if verdict.passed else "✗" if verdict.attempted else "○"
    outcome = re.match(r"[\w ]+", first[len(name) :])
    end = len(name) + (outcome.end() if outcome else 0)
    return tag("div", tag("strong", f"{mark} {first[:end]}"), *written((first[end:], *rest)))


def _case(verdict: Verdict) -> Iterable[tuple[str, str]]:
    """Return the rows of the smallest failing case."""
    fault = verdict.fault
    if fault is None:
        return
    if fault.because:
        yield "because", fault.because
    if fault.expected or fault.got:
        yield "expected", fault.expected
        yield "got", fault.got


# ---- the picture of pulls -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """One moment: what was taken by then, and what is enough."""

    when: str
    taken: int
    needed: int

    def cells(self, width: int) -> str:
        """Return one mark an item of the source."""
        kept = min(self.taken, self.needed, width)
        early = max(min(self.taken, width) - kept, 0)
        marks = _MARKS["needed"] * kept + _MARKS["early"] * early
        more = "…" if max(self.taken, self.needed) > width else ""
        return marks + _MARKS["left"] * (width - len(marks)) + more


def pull_rows(pulls: Pulls | None, needed: Pulls | None) -> list[Row]:
    """Return the moments worth showing: the call, the first values, and the first one too many."""
    if pulls is None or needed is None:
        return []
    pairs = list(zip(pulls.values, needed.values, strict=False))
    rows = [Row("the call", pulls.call, needed.call)]
    rows += [Row(f"value {n}", took, enough) for n, (took, enough) in enumerate(pairs, 1)]
    shown = rows[: _ROWS + 1]
    shown += [row for row in rows[_ROWS + 1 :] if row.taken > row.needed][:1]
    if pulls.end is not None and needed.end is not None:
        shown.append(Row("the end", pulls.end, needed.end))
    return shown


def _pulls_text(verdict: Verdict) -> list[str]:
    rows = pull_rows(verdict.pulls, verdict.needed)
    if not rows:
        return []
    width = _width(rows)
    lines = [f"{r.when:<9}{r.taken:>6} taken {r.needed:>6} enough   {r.cells(width)}" for r in rows]
    return [*lines, _LEGEND]


def _pulls_html(verdict: Verdict) -> list[Node]:
    rows = pull_rows(verdict.pulls, verdict.needed)
    if not rows:
        return []
    width = _width(rows)
    head = tag("tr", *(_key(text) for text in ("by then", "taken", "enough", "items")))
    body = [
        tag(
            "tr",
            _key(row.when),
            tag("td", str(row.taken), css="lz-number"),
            tag("td", str(row.needed), css="lz-number"),
            tag("td", row.cells(width), css="lz-got"),
        )
        for row in rows
    ]
    table = tag("table", tag("thead", head), tag("tbody", *body), css="lz-case")
    return [table, tag("div", _LEGEND, css="lz-part")]


def _width(rows: Sequence[Row]) -> int:
    return min(max(max(row.taken, row.needed) for row in rows), _CELLS)


# ---- advice and progress --------------------------------------------------------------------


def advice_text(advice: Advice) -> str:
    """Return a hint, a solution or a sentence as plain text."""
    code = [f"    {line}".rstrip() for line in advice.code.splitlines()]
    return "\n".join([advice.title, *code, advice.words] if advice.title else [advice.words])


def advice_html(advice: Advice) -> str:
    """Return a hint, a solution or a sentence as HTML."""
    parts: list[Child] = [tag("div", advice.title, css="lz-head")] if advice.title else []
    if advice.code:
        parts.append(tag("pre", advice.code, css="lz-code"))
    return _card([*parts, tag("div", *written(marked(advice.words)), css="lz-part")])


def progress_text(standings: Sequence[Standing]) -> str:
    """Return one line an exercise, by notebook, and how many are passed."""
    lines = []
    for notebook, group in groupby(standings, lambda s: s.notebook):
        lines.append(f"notebook {notebook}")
        lines += [f"  {STATES[s.state]:<8} {s.name}{_hints(s)}" for s in group]
    return "\n".join([*lines, _passed(standings)])


def progress_html(standings: Sequence[Standing]) -> str:
    """Return a table of the exercises and how many are passed."""
    head = tag("tr", *map(_key, ("notebook", "exercise", "", "hints")))
    rows = [
        tag("tr", *(tag("td", text, css="lz-key") for text in cells))
        for cells in (
            (s.notebook, s.name, STATES[s.state], str(s.hints) if s.hints else "")
            for s in standings
        )
    ]
    table = tag("table", tag("thead", head), tag("tbody", *rows), css="lz-case")
    return _card([table, tag("div", _passed(standings), css="lz-head")])


def _passed(standings: Sequence[Standing]) -> str:
    return f"{sum(s.state == 'passed' for s in standings)} of {len(standings)} passed."


def _hints(standing: Standing) -> str:
    if not standing.hints:
        return ""
    return f" ({standing.hints} {'hint' if standing.hints == 1 else 'hints'})"


# ---- pieces ---------------------------------------------------------------------------------


def _card(parts: Sequence[Child]) -> str:
    return to_html(tag("div", *parts, css="lz-verdict"), styles=_INLINE)


def _part(title: str, text: str) -> Node:
    return tag("div", tag("strong", title), *written(marked(text)), css="lz-part")


def _key(text: str) -> Node:
    return tag("th", text, css="lz-key")


def _listed(pieces: Sequence[str]) -> str:
    return "; ".join(pieces)
