"""Free pictures: kept as small and large pictures and as a log, for galleries, films and continuing them."""
