"""Gives the course its public address: what `make address` does.

The address stands in pyproject.toml, under `[project.urls]`. Every other place that names it, such
as the Binder button of the README, is rewritten from there.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "https://github.com/someone/their-course"
PLACEHOLDER = "OWNER"
_REPOSITORY = r"[A-Za-z0-9][A-Za-z0-9-]{0,38}/\.?[\w-]+(?:\.[\w-]+)*"
_TYPED = re.compile(rf"(?:https?://|git@)?(?:www\.)?github\.com[/:]({_REPOSITORY})/?", re.ASCII)
_MENTION = re.compile(rf"(github\.com[/:]|mybinder\.org/v2/gh/)({_REPOSITORY})", re.ASCII)
_UNTIL_THEN = re.compile(r"<!-- until there is an address -->.*?<!-- end -->\n\n?", re.DOTALL)


def main(words: list[str]) -> int:
    """Write the address everywhere and say where it changed something."""
    parser = argparse.ArgumentParser(prog="address.py", description=__doc__.splitlines()[0])
    parser.add_argument("url", help="the repository on GitHub, such as " + EXAMPLE)
    try:
        repository = typed(parser.parse_args(words).url)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    changed = settle(ROOT, repository)
    print(
        "\n".join(f"{path.relative_to(ROOT)}: changed" for path in changed) or "Nothing to change."
    )
    return 0


def typed(url: str) -> str:
    """Return `owner/name` of what was typed; raise ValueError with one sentence for the rest."""
    match = _TYPED.fullmatch(url.strip())
    if match and not match[1].startswith(PLACEHOLDER + "/"):
        return match[1].removesuffix(".git")
    raise ValueError(
        f"Name a repository on GitHub, as in: make address URL={EXAMPLE}   (got {url!r})"
    )


def settle(root: Path, repository: str) -> list[Path]:
    """Give the course in `root` the address of `repository`; return the files that changed."""
    pyproject = root / "pyproject.toml"
    before = current(pyproject.read_text(encoding="utf-8"))
    # pyproject.toml comes last: until it is written, an interrupted run can be repeated
    places = [*sorted(root.glob("*.md")), *sorted(root.glob("notebooks/*.ipynb")), pyproject]
    return [path for path in places if rewrite(path, before, repository)]


def current(pyproject: str) -> str:
    """Return `owner/name` as pyproject.toml has it."""
    return next(mentions(tomllib.loads(pyproject)["project"]["urls"]["Repository"]))


def mentions(text: str) -> Iterator[str]:
    """Yield `owner/name` of every repository on GitHub that `text` links to, or opens on Binder."""
    for match in _MENTION.finditer(text):
        yield match[2].removesuffix(".git")


def rewrite(path: Path, before: str, after: str) -> bool:
    """Replace one repository by another in a file; tell whether that changed it."""
    # as bytes, so that line ends stay what they are
    old = path.read_bytes().decode()
    new = moved(old, before, after)
    if new != old:
        path.write_bytes(new.encode())
    return new != old


def moved(text: str, before: str, after: str) -> str:
    """Return `text` with every link to one repository leading to the other."""

    def link(match: re.Match[str]) -> str:
        here = match[2].removesuffix(".git")
        return match[0].replace(before, after) if here == before else match[0]

    return _MENTION.sub(link, _UNTIL_THEN.sub("", text))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
