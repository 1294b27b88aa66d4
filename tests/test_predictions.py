"""Every prediction of the course: what really happens is among its answers, and each says why."""

import pytest

import lazylab
from lazylab.observe.programs import as_of_now, run_once
from lazylab.predictions import PREDICTIONS
from lazylab.show.prediction import choice_for, seen
from tools import outputs

PATIENCE = 2  # seconds; a program that is meant to hang is ended after that


def run_cells(path):
    """Run a notebook as "run all" does."""
    names = {"__name__": "notebook"}
    for cell in outputs.code_cells(outputs.read(path)):
        try:
            exec(cell.source, names)
        except Exception:
            if not outputs.has_tag(cell, outputs.RAISES):
                raise


@pytest.fixture(scope="module")
def asked():
    """What the notebooks ask: name to (notebook, program, what it showed in its own cell)."""
    asked = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(outputs.NOTEBOOKS)
        for path in sorted(outputs.NOTEBOOKS.glob("*.ipynb")):

            def predict(name, program, choices=None, because="", path=path):
                assert choices is None, f"{path.name} keeps the answers to {name!r} in sight"
                assert name not in asked, f"{name!r} is asked twice"
                program = as_of_now(program)
                asked[name] = path.stem, program, seen(run_once(program, PATIENCE))

            patch.setattr(lazylab, "predict", predict, raising=False)
            run_cells(path)
        yield asked


def test_each_prediction_is_asked_once(asked):
    assert set(asked) == set(PREDICTIONS)


@pytest.mark.parametrize("name", PREDICTIONS)
def test_the_truth_is_among_the_answers_and_is_the_one_without_a_why_not(asked, name):
    notebook, _, truth = asked[name]
    choice = choice_for(PREDICTIONS[name], truth)
    assert choice, f"{notebook}, {name}: {truth!r} is no answer"
    assert not choice.why_not


@pytest.mark.parametrize("name", PREDICTIONS)
def test_the_truth_is_the_same_after_all_cells_ran(asked, name):
    _, program, truth = asked[name]
    assert seen(run_once(program, PATIENCE)) == truth


@pytest.mark.parametrize("prediction", PREDICTIONS.values(), ids=PREDICTIONS)
def test_each_wrong_answer_has_a_sentence_of_its_own(prediction):
    assert len({choice.text for choice in prediction.choices}) == len(prediction.choices) >= 2
    wrong = [choice.why_not for choice in prediction.choices if choice.why_not]
    assert len(wrong) == len(prediction.choices) - 1
    sentences = [prediction.because, *wrong]
    assert len(set(sentences)) == len(sentences)
    assert all(len(s) > 30 and s.endswith(".") and s.count("`") % 2 == 0 for s in sentences)


def test_the_truth_has_no_favourite_place(asked):
    places = [
        PREDICTIONS[name].choices.index(choice_for(PREDICTIONS[name], truth))
        for name, (_, _, truth) in asked.items()
        if not PREDICTIONS[name].is_open
    ]
    assert max(places.count(place) for place in places) <= len(places) / 2
