"""What `digest fetch` does on the network: polite, bounded, to public addresses only."""
