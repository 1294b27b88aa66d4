"""The access log: lazy, endless if asked, the same for the same seed on every Python."""

import re
from itertools import islice, pairwise
from pathlib import Path

import pytest

from lazylab.data import access_log
from lazylab.errors import Refused

FORMAT = re.compile(
    r"198\.51\.100\.\d{1,3} - - \[\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d \+0000\] "
    r'"(GET|POST) (/\S*) HTTP/1\.1" (200|302|404|503) (\d+)'
)


def test_every_line_has_the_common_log_format():
    assert all(FORMAT.fullmatch(line) for line in access_log(5_000))


def test_the_ten_lines_of_the_notebooks_are_its_first_ten():
    path = Path(__file__).parents[1] / "notebooks" / "data" / "ten-lines.log"
    assert path.read_text("utf-8").splitlines() == list(access_log(10))


def test_it_is_the_same_on_every_python():
    *_, last = access_log(20_000, seed=7)
    assert last == '198.51.100.21 - - [01/Mar/2026:11:33:23 +0000] "GET / HTTP/1.1" 200 1705'


def test_another_seed_is_another_log():
    assert list(access_log(3, seed=1)) != list(access_log(3, seed=2))


def test_without_a_number_it_does_not_end():
    assert len(list(islice(access_log(), 1_000))) == 1_000
    assert list(islice(access_log(), 10)) == list(access_log(10))


def test_time_does_not_run_backwards_and_errors_come_in_bursts():
    lines = list(access_log(20_000))
    hours = [line.split()[3][13:] for line in lines[:5_000]]
    assert hours == sorted(hours)
    down = [" 503 " in line for line in lines]
    after_an_error = [now for before, now in pairwise(down) if before]
    assert sum(after_an_error) / len(after_an_error) > 10 * sum(down) / len(down)


@pytest.mark.parametrize("n", [-1, 2.5, "10"])
def test_no_number_of_lines_is_refused_at_the_call(n):
    with pytest.raises(Refused, match="such as access_log"):
        access_log(n)
