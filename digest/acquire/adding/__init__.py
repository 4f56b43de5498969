"""What `digest add` does: files and addresses that were handed over become seeds, under the publisher they belong to.

Adding the same thing twice, or in another order, leaves the same files; what cannot be
added is a Problem and the rest goes on.
"""
