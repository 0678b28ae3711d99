"""Who plays, and what each has chosen."""
