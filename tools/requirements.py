"""Writes binder/requirements.txt from requirements.txt and pyproject.toml.

Binder installs this one file before it has anything else of the repository, and keeps the result
as long as the file stays the same. So it names packages and versions, and nothing beside it.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = "# Written by `make requirements` from requirements.txt and pyproject.toml.\n"
_PLAIN = re.compile(r"[A-Za-z0-9][^/\\@:]*")  # a name and its versions: no option, path or address


def main() -> int:
    """Write the file, or say in one sentence why it cannot be written."""
    try:
        text = for_binder(read("requirements.txt"), read("pyproject.toml"))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    (ROOT / "binder" / "requirements.txt").write_text(text, encoding="utf-8", newline="\n")
    return 0


def for_binder(requirements: str, pyproject: str) -> str:
    """Return the text for Binder: what lazylab imports, then what the course needs besides."""
    imported = tomllib.loads(pyproject)["project"]["dependencies"]
    lines = [plain(line) for line in [*imported, *without_comments(requirements)]]
    return HEAD + "".join(f"{line}\n" for line in dict.fromkeys(lines))


def without_comments(requirements: str) -> list[str]:
    """Return the lines of a requirements file that say something to pip."""
    lines = [re.sub(r"(^|\s)#.*", "", line).strip() for line in requirements.splitlines()]
    return [line for line in lines if line]


def plain(line: str) -> str:
    """Return `line`; raise ValueError if it is more than a package and its versions."""
    if _PLAIN.fullmatch(line):
        return line
    raise ValueError(
        f"Binder needs a package and its versions on each line, and one says {line!r}. Options, "
        "paths and addresses would make it install everything anew after every change."
    )


def read(name: str) -> str:
    """Return the text of a file of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
