"""The player's files: profiles, blocks, the journal of the running block, and an index that can be rebuilt from them."""
