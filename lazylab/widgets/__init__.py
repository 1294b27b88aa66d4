"""The rooms that know what a click is."""
