"""Drives, taps, counts and measures learners' programs; what it sees leaves as records."""
