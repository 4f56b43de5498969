"""English, as data behind the interface that every language has."""
