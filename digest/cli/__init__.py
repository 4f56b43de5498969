"""The command line: `main` says how commands are called, `commands` and `forge` what they do, the rest is what they use."""
