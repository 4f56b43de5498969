"""What a story's page tells: the statements of several sources, what others tell beside them, and what one alone tells.

in: a story as it is read, and which of its spans support which
out: statements, each with the spans that support it, and spans to compare
never: a citation; whether one may be shown is the extract limit's
"""
