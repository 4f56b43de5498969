"""What `digest add` does: files and addresses become seeds, each with its publisher."""
