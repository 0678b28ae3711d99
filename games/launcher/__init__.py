"""What surrounds the games; no game imports it."""
