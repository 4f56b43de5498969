"""What a build reads below seeds/: the articles that people wrote, the archive of feeds, what is known of each feed.

Whatever reads or writes seeds/articles and seeds/archive stands here, with the shape of each file; no network.
"""
