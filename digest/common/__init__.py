"""What several rooms stand on and that is pure: whose address it is, how things are named, what a day is."""
