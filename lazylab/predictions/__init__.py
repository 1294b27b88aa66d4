"""The course's predictions, one module a notebook: questions, answers, and why each is one."""

from __future__ import annotations

from typing import Final

from lazylab.predictions import calling, endless, one_keyword
from lazylab.records import Prediction

PREDICTIONS: Final[dict[str, Prediction]] = {
    prediction.name: prediction
    for module in (one_keyword, calling, endless)
    for prediction in module.PREDICTIONS
}
