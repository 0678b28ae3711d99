"""A picture of the rules of Pennies, which it never changes."""

from __future__ import annotations

from games.kit.canvas import Canvas
from games.kit.geometry import Vec
from games.pennies.rules import PenniesRules


def draw(rules: PenniesRules, canvas: Canvas) -> None:
    """The stand, the tower, the heap, the coin in the hand."""
    foot = rules.stand.foot
    canvas.rect(Vec(0, canvas.size.y - 17), Vec(canvas.size.x, 17), "#5A3A22")
    for coin in [*rules.heap.lying, *rules.tower.coins.values()]:
        at = coin.at if coin.state == "lying" else foot + Vec(coin.x, -coin.high - coin.thick / 2)
        canvas.rect(at - Vec(coin.width, coin.thick) * 0.5, Vec(coin.width, coin.thick), "#B87333", 0.5)
    if rules.held is not None:
        coin = rules.held.coin
        canvas.rect(rules.held.shown - Vec(coin.width, coin.thick) * 0.5, Vec(coin.width, coin.thick), "#D88943", 0.5)
