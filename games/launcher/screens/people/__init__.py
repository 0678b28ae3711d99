"""The pages of players: who plays, and what can be changed of each."""
