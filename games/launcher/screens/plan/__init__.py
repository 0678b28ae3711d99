"""Screens of the plan: the week, one exercise, ready-made plans, giving and taking a plan, its lock."""
