"""The synthetic hand: a model that plays any game by answering its tasks. For demonstrations, `simulate` and tests."""

from games.launcher.hand.playing import Hand, played
from games.launcher.hand.skill import HANDS, Form, Skill

__all__ = ["HANDS", "Form", "Hand", "Skill", "played"]
