"""The measures of one rep from its trace, and the points of a block."""
