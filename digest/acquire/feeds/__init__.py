"""The bytes of a feed as entries, however ill-formed."""
