"""Files in a browser: kept in memory, and committed to the browser's database file by file."""
