"""The file of a block, its trace, and the journal while the block runs."""
