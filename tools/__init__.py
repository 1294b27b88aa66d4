"""What is done to the course itself: it is opened, checked, re-run and linked up."""
