"""One small file for every kernel; a damaged, read-only or missing one never costs a check."""

import json

import pytest

from lazylab import check, progress
from lazylab.exercises import store
from lazylab.exercises.store import HOME, Store


def test_a_new_kernel_reads_what_the_last_one_wrote():
    assert Store().add("tried", "fib") == 1
    assert Store().add("tried", "fib") == 2
    assert Store().count("tried", "fib") == 2


def test_two_kernels_do_not_forget_each_other():
    one, other = Store(), Store()
    one.add("passed", "fib")
    other.add("passed", "chunks")
    one.add("hints", "fib")
    assert Store().count("passed", "chunks") == Store().count("passed", "fib") == 1


def test_the_folder_is_the_one_that_the_system_wants(monkeypatch):
    monkeypatch.delenv(HOME)
    monkeypatch.setattr(store.platformdirs, "user_data_dir", lambda *_, **__: "/somewhere/lazylab")
    assert store.path().as_posix() == "/somewhere/lazylab/progress.json"


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", '{"passed": 3}', '{"passed": {"fib": "yes"}}', "\x00",
        '{"passed": {"fib": -1, "chunks": true, "windows": 2.5}}', "[" * 100_000,
    ],
)  # fmt: skip
def test_a_damaged_file_counts_as_nothing_and_is_replaced(own_store, text):
    (own_store / "progress.json").write_text(text)
    assert Store().count("passed", "fib") == 0
    Store().add("passed", "fib")
    assert json.loads((own_store / "progress.json").read_text())["passed"]["fib"] == 1


def test_a_place_that_cannot_be_written_costs_only_the_memory(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(HOME, str(tmp_path / "file" / "below"))
    assert check("countdown", lambda n: iter(range(n, 0, -1))).passed
    assert progress().standings[0].state == "passed"  # this kernel still knows
    assert Store().count("passed", "countdown") == 0


def test_nothing_but_the_file_is_left_in_the_folder(own_store):
    Store().add("passed", "fib")
    assert [file.name for file in own_store.iterdir()] == ["progress.json"]
