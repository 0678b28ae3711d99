"""Who plays, and who they are."""
