"""Every test keeps its progress in a folder of its own."""

import pytest

from lazylab.exercises import desk
from lazylab.exercises.store import HOME, Store


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME, str(tmp_path))
    monkeypatch.setattr(desk, "_STORE", Store())
    return tmp_path
