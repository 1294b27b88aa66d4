"""Problems, known mistakes and verdicts: what an answer has to keep, and how it is judged."""
