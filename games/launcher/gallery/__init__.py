"""What was made freely, as a small picture, as a film, and to be gone on with."""
