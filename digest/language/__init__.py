"""The floor that every room may stand on: whatever depends on the language of a text."""
