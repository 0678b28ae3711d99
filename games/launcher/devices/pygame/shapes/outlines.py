"""White shapes with smooth edges on a transparent ground, in pixels: the coverage from which coloured sprites are made."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from itertools import pairwise

import pygame
from pygame import Surface

Point = tuple[float, float]

FINE = 40_000  # pixels; shapes up to this area are decoded at twice the size and halved, for better edges
DECODED = 250_000  # pixels; shapes up to this area are decoded as SVG (11 ns a pixel); drawing larger ones is faster, with poorer edges
WHITE = (255, 255, 255, 255)
FLAT = 0.05  # pixels; largest error of straight pieces that replace a curve
BEND = 0.9  # cosine of the largest turn at which two pieces of a thick line are joined by an edge instead of a disc
EDGES = (0.5, 1.0)  # pixels from an edge to the middles of the smooth lines along it
FILLED = 1.25  # pixels from an edge to the end of the fill, which may extend up to a pixel more
SPIKE = 0.5  # limits the corners of a parallel line at sharp turns


def rounded(width: int, height: int, radius: float, border: float) -> Surface:
    """A rectangle that fills the surface, its corners rounded; only its rim where border > 0."""
    inset, stroke = border / 2, _paint(border)
    corner = max(0.0, min(radius, width / 2, height / 2) - inset)
    return _decoded(
        f'<rect x="{inset:.3f}" y="{inset:.3f}" width="{width - border:.3f}" height="{height - border:.3f}"'
        f' rx="{corner:.3f}" {stroke}/>',
        width,
        height,
    )


def ellipse(wide: float, high: float, border: float) -> Surface:
    """An ellipse in the middle of a surface just large enough, or its rim."""
    width, height = _room(wide), _room(high)
    if width * height > DECODED:
        return _drawn_ellipse(width, height, wide, high, border)
    across, down = (wide - border) / 2, (high - border) / 2
    return _decoded(
        f'<ellipse cx="{width / 2}" cy="{height / 2}" rx="{across:.3f}" ry="{down:.3f}" {_paint(border)}/>',
        width,
        height,
    )


def stroke(points: Sequence[Point], width: int, height: int, thickness: float) -> Surface:
    """A polyline with round joins and ends."""
    if width * height > DECODED:
        return _drawn_stroke(points, width, height, thickness)
    if all(point == points[0] for point in points):
        x, y = points[0]
        return _decoded(f'<circle cx="{x:.3f}" cy="{y:.3f}" r="{thickness / 2:.3f}" fill="#fff"/>', width, height)
    path = "L".join([f"{x:.3f},{y:.3f}" for x, y in points])
    return _decoded(f'<path d="M{path}" {_paint(thickness)} stroke-linecap="round"/>', width, height)


def polygon(points: Sequence[Point], width: int, height: int) -> Surface:
    """A filled outline; where it crosses itself the even-odd rule says what is inside."""
    if width * height > DECODED:
        return _drawn_polygon(points, width, height)
    path = "L".join([f"{x:.3f},{y:.3f}" for x, y in points])
    return _decoded(f'<path d="M{path}Z" fill="#fff" fill-rule="evenodd"/>', width, height)


def arc_points(centre: Point, radius: float, start: float, end: float) -> list[Point]:
    """Corners of part of a circle, clockwise from start to end, in radians from twelve o'clock."""
    step = math.sqrt(8 * FLAT / max(radius, 1.0))
    count = max(2, math.ceil(abs(end - start) / step) + 1)
    turns = [start + (end - start) * index / (count - 1) for index in range(count)]
    return [(centre[0] + radius * math.sin(turn), centre[1] - radius * math.cos(turn)) for turn in turns]


def _room(length: float) -> int:
    return max(1, math.ceil(length - 1e-6))


def _paint(border: float) -> str:
    if border > 0:
        return f'fill="none" stroke="#fff" stroke-width="{border:.3f}" stroke-linejoin="round"'
    return 'fill="#fff"'


def _decoded(body: str, width: int, height: int) -> Surface:
    """What SDL's SVG decoder makes of it: it fills by exact coverage along a row, in five steps across rows."""
    times = 2 if width * height <= FINE else 1
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{body}</svg>'
    return decoded(svg, width, height, times)


def decoded(svg: str, width: int, height: int, times: int = 1) -> Surface:
    """An SVG this large, premultiplied; decoded some times larger and shrunk for better edges.

    SDL decodes to another order of colours than the screen's, and painting that is 20 times as slow: converted.
    """
    large = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (width * times, height * times)).convert_alpha()
    large = large.premul_alpha()
    return large if times == 1 else pygame.transform.smoothscale(large, (width, height))


def _drawn_polygon(points: Sequence[Point], width: int, height: int) -> Surface:
    """A fill that stays inside, plus smooth lines along the edge, because a fill alone covers every pixel it touches."""
    sheet = Surface((width, height), pygame.SRCALPHA)
    corners = _middles(points)
    if len(corners) > 2:
        area = 0.0
        for (ax, ay), (bx, by) in pairwise([corners[-1], *corners]):
            area += ax * by - bx * ay
        inward = 1.0 if area > 0 else -1.0
        pygame.draw.polygon(sheet, WHITE, _whole(beside(corners, inward * FILLED, closed=True)))
        for edge in EDGES:
            pygame.draw.aalines(sheet, WHITE, True, beside(corners, inward * edge, closed=True))
    return sheet


def _drawn_ellipse(width: int, height: int, wide: float, high: float, border: float) -> Surface:
    across, down = (wide - border) / 2, (high - border) / 2
    most = max(across, down)
    round_about = [
        (width / 2 + x * across / most, height / 2 + y * down / most)
        for x, y in arc_points((0.0, 0.0), most, 0.0, math.tau)[:-1]
    ]
    if border > 0:
        return _drawn_stroke(round_about, width, height, border, closed=True)
    return _drawn_polygon(round_about, width, height)


def _drawn_stroke(points: Sequence[Point], width: int, height: int, thickness: float, closed: bool = False) -> Surface:
    """Fills that stay within, smooth lines along both edges, discs at the ends and at sharp turns."""
    sheet = Surface((width, height), pygame.SRCALPHA)
    corners = _middles(points)
    half = thickness / 2
    parts = [corners] if closed else runs(corners)
    for run in parts:
        if len(run) > 1:
            _draw_edges(sheet, run, half, closed)
        if not closed and half > 1:
            for end in (run[0], run[-1]):
                pygame.draw.aacircle(sheet, WHITE, end, half)
    for run in parts:
        if len(run) > 1 and half > EDGES[1]:
            _fill_between(sheet, run, half - EDGES[1], closed)
    return sheet


def _draw_edges(sheet: Surface, run: Sequence[Point], half: float, closed: bool) -> None:
    for reach in {max(0.0, half - edge) for edge in EDGES}:
        pygame.draw.aalines(sheet, WHITE, closed, beside(run, reach, closed))
        if reach:
            pygame.draw.aalines(sheet, WHITE, closed, beside(run, -reach, closed))


def _fill_between(sheet: Surface, run: Sequence[Point], reach: float, closed: bool) -> None:
    left, right = beside(run, reach, closed), beside(run, -reach, closed)
    if closed:
        left, right = [*left, left[0]], [*right, right[0]]
    for (a, b), (d, c) in zip(pairwise(left), pairwise(right), strict=True):
        pygame.draw.polygon(sheet, WHITE, _whole((a, b, c, d)))


def _whole(points: Sequence[Point]) -> list[tuple[int, int]]:
    """The points rounded: the drawing functions would truncate, and so shift the fill up and left."""
    return [(round(x), round(y)) for x, y in points]


def _middles(points: Sequence[Point]) -> list[Point]:
    """The points in the coordinates of the drawing functions (integers are pixel centres), without repeats in a row."""
    corners = [(x - 0.5, y - 0.5) for x, y in points]
    return [corner for index, corner in enumerate(corners) if index == 0 or corner != corners[index - 1]]


def runs(corners: Sequence[Point]) -> list[list[Point]]:
    """A polyline cut where it turns sharply."""
    runs = [[corners[0]]]
    for index in range(1, len(corners)):
        (bx, by) = corners[index]
        runs[-1].append((bx, by))
        if index + 1 < len(corners):
            (ax, ay), (cx, cy) = corners[index - 1], corners[index + 1]
            ux, uy, vx, vy = bx - ax, by - ay, cx - bx, cy - by
            if ux * vx + uy * vy < BEND * math.sqrt((ux * ux + uy * uy) * (vx * vx + vy * vy)):
                runs.append([(bx, by)])
    return runs


def beside(corners: Sequence[Point], far: float, closed: bool) -> list[Point]:
    """A parallel line at this distance to the right (y points down), with corners moved along their bisectors."""
    ways = beside_ways(corners, closed)
    return [(x + u * far, y + v * far) for (x, y), (u, v) in zip(corners, ways, strict=True)]


def beside_ways(corners: Sequence[Point], closed: bool) -> list[Point]:
    """By how much each corner moves for a parallel line at distance 1 to the right."""
    count = len(corners)
    normals: list[Point] = []
    for index in range(count if closed else count - 1):
        (ax, ay), (bx, by) = corners[index], corners[(index + 1) % count]
        long = math.sqrt((bx - ax) ** 2 + (by - ay) ** 2) or 1.0
        normals.append(((ay - by) / long, (bx - ax) / long))
    if not closed:
        normals.append(normals[-1])
    ways: list[Point] = []
    ux, uy = normals[-1] if closed else normals[0]
    for nx, ny in normals:
        reach = 1.0 / max(SPIKE, 1 + ux * nx + uy * ny)
        ways.append(((ux + nx) * reach, (uy + ny) * reach))
        ux, uy = nx, ny
    return ways
