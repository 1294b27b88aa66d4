"""The only place that writes HTML: what is not a `Node` is a learner's text and is escaped."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


class Code(str):
    """A piece of program text inside a sentence."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Node:
    """An element: its name, its attributes and its children."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple[Child, ...]


Child: TypeAlias = Node | str
Sentence: TypeAlias = tuple[str, ...]  # plain pieces and `Code` pieces, in reading order


def tag(name: str, *children: Child, css: str = "", **attributes: str | int | None) -> Node:
    """Return an element; ``css`` is its class, ``aria_label=…`` becomes ``aria-label``."""
    pairs = [("class", css)] if css else []
    pairs += [(k.replace("_", "-"), str(v)) for k, v in attributes.items() if v is not None]
    return Node(name, tuple(pairs), children)


def to_html(*children: Child, styles: Mapping[str, str] | None = None) -> str:
    """Return the HTML of `children`.

    With `styles` (class name to declarations) classes become ``style`` attributes: saved HTML
    loses its ``<style>`` elements wherever it is not trusted.
    """
    return "".join(_element(c, styles) if isinstance(c, Node) else _text(c) for c in children)


def say(template: str, *values: str | int | Sentence) -> Sentence:
    """Return a sentence: backquoted words in `template` are code, ``{}`` takes the next value.

    A ``str`` is a learner's text and becomes code, an ``int`` becomes words, and a sentence is
    put in as it is.
    """
    rest = iter(values)
    pieces: list[str] = []
    for place, words in enumerate(template.split("`")):
        if place % 2:
            pieces.append(Code(words))
            continue
        first, *more = words.split("{}")
        pieces.append(first)
        for after in more:
            pieces += _as_pieces(next(rest))
            pieces.append(after)
    return tuple(piece for piece in pieces if piece)


def marked(text: str) -> Sentence:
    """Return a sentence in which the backquoted words of `text` are code; braces are only text."""
    pieces = enumerate(text.split("`"))
    return tuple(Code(words) if place % 2 else words for place, words in pieces if words)


def _as_pieces(value: str | int | Sentence) -> Sentence:
    if isinstance(value, tuple):
        return value
    return (str(value),) if isinstance(value, int) else (Code(value),)


def spoken(sentence: Sentence) -> str:
    """Return a sentence as plain text."""
    return "".join(sentence)


def written(sentence: Sentence) -> tuple[Child, ...]:
    """Return a sentence as children, its `Code` pieces as ``<code>`` elements."""
    return tuple(tag("code", piece) if isinstance(piece, Code) else piece for piece in sentence)


def _text(text: str) -> str:
    return html.escape(text, quote=False)


def _element(node: Node, styles: Mapping[str, str] | None) -> str:
    attributes = node.attributes if styles is None else _inlined(node.attributes, styles)
    written_out = "".join(f' {name}="{html.escape(value)}"' for name, value in attributes)
    return f"<{node.name}{written_out}>{to_html(*node.children, styles=styles)}</{node.name}>"


def _inlined(
    attributes: tuple[tuple[str, str], ...], styles: Mapping[str, str]
) -> list[tuple[str, str]]:
    given = dict(attributes)
    style = ";".join(styles[c] for c in given.pop("class", "").split() if c in styles)
    return [*([("style", style)] if style else []), *given.items()]
