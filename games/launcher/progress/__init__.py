"""What many blocks say together: the coach, rests, doses, trends, charts, challenges."""
