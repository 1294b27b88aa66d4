"""Colours Python source: lines of tokens in five classes, and a part of a line underlined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, String

from lazylab.show.markup import Child, tag

Line: TypeAlias = list[tuple[str, str]]  # (css class or "", text), neighbours of one class merged

# few and coarse, so that a finer Pygments of tomorrow changes no saved output
_CLASSES: Final = {
    Keyword: "lz-keyword",
    Name.Function: "lz-name",
    String: "lz-string",
    Number: "lz-number",
    Comment: "lz-comment",
}


def highlighted(lines: Sequence[str]) -> list[Line]:
    """Return each source line as a list of (class, text)."""
    lexer = PythonLexer(stripnl=False, ensurenl=False)
    result: list[Line] = [[]]
    for kind, text in lexer.get_tokens("\n".join(lines)):
        css = next((name for token, name in _CLASSES.items() if kind in token), "")  # type: ignore[comparison-overlap]
        first, *rest = text.split("\n")
        _append(result[-1], css, first)
        for piece in rest:
            result.append([])
            _append(result[-1], css, piece)
    return result


def underlined(line: Line, start: int, end: int) -> list[Child]:
    """Return the children of `line` with the characters from `start` to `end` underlined."""
    before, inside, after = ([*_between(line, *part)] for part in _parts(line, start, end))
    return [*before, tag("u", *inside, css="lz-yield"), *after] if inside else before + after


def plain_children(line: Line) -> list[Child]:
    """Return the children of a line without a mark."""
    return [*_between(line, 0, sum(len(text) for _, text in line))]


def _append(line: Line, css: str, text: str) -> None:
    if line and line[-1][0] == css:
        line[-1] = css, line[-1][1] + text
    elif text:
        line.append((css, text))


def _parts(line: Line, start: int, end: int) -> list[tuple[int, int]]:
    return [(0, start), (start, end), (end, sum(len(text) for _, text in line))]


def _between(line: Line, start: int, end: int) -> Iterator[Child]:
    at = 0
    for css, text in line:
        piece = text[max(start - at, 0) : max(end - at, 0)]
        if piece:
            yield tag("span", piece, css=css) if css else piece
        at += len(text)
