"""What lies below seeds/: hand-added articles, the archive of feeds, and what is known of each feed between fetches."""
