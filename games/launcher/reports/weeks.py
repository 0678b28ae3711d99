"""A bar chart of repetitions for each week, with the number of practice days below; SVG for a report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

from games.kit.words import Say
from games.launcher.progress.trend import monday_of
from games.launcher.records.index.practised import Day
from games.launcher.words.phrases import short_day

WIDE, TALL = 98.0, 46.0  # mm
HEAD, FOOT, EM = 5.0, 9.5, 2.9


def weeks_svg(days: Sequence[Day], since: date, until: date, say: Say) -> str:
    """The bar chart of the weeks of a period; `named` turns a date into words."""
    first = monday_of(since)
    count = (monday_of(until) - first).days // 7 + 1
    reps, played = [0] * count, [0] * count
    for day in days:
        week = (monday_of(date.fromisoformat(day.day)) - first).days // 7
        reps[week] += day.reps
        played[week] += 1
    most, pitch, base = max(1, *reps), WIDE / count, TALL - FOOT
    room = base - HEAD
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(say("paper weeks"), True)}" '
        f'width="{WIDE}mm" height="{TALL}mm" viewBox="0 0 {WIDE} {TALL}" font-size="{EM}" text-anchor="middle">'
    ]
    every = max(1, -(-count // max(1, int(WIDE // 13.0))))
    for week in range(count):
        x, high = (week + 0.5) * pitch, room * reps[week] / most
        parts.append(
            f'<rect x="{x - pitch * 0.38:.2f}" y="{base - high:.2f}" width="{pitch * 0.76:.2f}" height="{high:.2f}" '
            f'rx="{min(0.8, pitch * 0.2, high / 2):.2f}" fill="#0B4F6C"/>'
        )
        if pitch >= 6.0 and reps[week]:
            parts.append(f'<text x="{x:.2f}" y="{base - high - 1.2:.2f}" fill="#1B1F2A">{reps[week]}</text>')
        if pitch >= 3.0 and played[week]:
            parts.append(f'<text x="{x:.2f}" y="{base + 3.6:.2f}" fill="#1B1F2A">{played[week]}</text>')
        if week % every == 0 and x + 5 <= WIDE:
            words = escape(short_day(say, first + timedelta(days=7 * week)))
            parts.append(f'<text x="{max(5.0, x):.2f}" y="{base + 7.8:.2f}" fill="#4A5163">{words}</text>')
    parts.append(f'<path d="M0 {base}H{WIDE}" stroke="#6B7280" stroke-width="0.25"/></svg>')
    return "".join(parts)
