"""What a player takes away: a page for paper, tables, and everything as JSON that can be read in again."""
