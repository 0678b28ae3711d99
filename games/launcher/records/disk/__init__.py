"""How bytes come from the disk and reach it: checked when read, written whole, sealed, locked."""
