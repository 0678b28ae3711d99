"""The sentences that dates and numbers are written by; part of the catalogue."""

from __future__ import annotations

from games.kit.words import Message

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

DATES: dict[str, Message] = {
    **{f"month {number}": name for number, name in enumerate(MONTHS, 1)},  # as within a date: "23 November"
    **{f"month short {number}": name[:3] for number, name in enumerate(MONTHS, 1)},
    **{f"weekday {number}": name for number, name in enumerate(WEEKDAYS, 1)},
    **{f"weekday short {number}": name[:2] for number, name in enumerate(WEEKDAYS, 1)},
    "day": "{weekday}, {day} {month}",
    "day short": "{day} {month}",
    "whole day": "{day} {month} {year}",
    "month of year": "{month} {year}",
    "thousands mark": ",",
    "decimal mark": ".",
}
