"""Turns records into sentences, HTML and text; pure functions, nothing is observed here."""
