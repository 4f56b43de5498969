"""The machine the program runs on: files, locks, processes, the terminal, and what is remembered between runs."""
