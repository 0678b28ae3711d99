"""The player's files: profiles, blocks, the journal of a running one, and an index that can be thrown away."""
