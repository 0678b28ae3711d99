"""What was practised, in pages."""
