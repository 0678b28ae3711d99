"""A round while it is played: its session, record, ghost and coach."""
