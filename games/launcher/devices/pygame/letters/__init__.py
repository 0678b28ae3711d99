"""Letters: text as pictures, in every script."""
