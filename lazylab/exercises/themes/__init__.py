"""One file per theme: exercises as data, with solutions and mistakes written as a learner would."""
