"""Pictures: loaded and kept within a bound, and painted aside to be saved."""
