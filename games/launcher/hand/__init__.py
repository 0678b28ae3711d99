"""The synthetic hand: a model of a hand that plays any game through what is asked of it. For demonstrations, `simulate` and tests."""

from games.launcher.hand.playing import Hand, played
from games.launcher.hand.skill import HANDS, Form, Skill

__all__ = ["HANDS", "Form", "Hand", "Skill", "played"]
