"""Makes assets/images/hand.png, the hand that shows a movement, from the sign of a finger: python assets/sources/make_hand.py;
needs pygame-ce."""
import io
from pathlib import Path

import pygame

ASSETS = Path(__file__).resolve().parents[1]
SIDE = 288  # pixels
FACE, RIM = "#FFFFFF", "#1B1F2A"
THICK = 9  # units of the sign's 256, of its rim


def main():
    """Draw it large, and halve it once, so that its edges are smooth."""
    sign = (ASSETS / "icons/finger.svg").read_text()
    drawn = sign.replace('viewBox="0 0 256 256"', 'viewBox="-12 -12 280 280"')
    drawn = drawn.replace('fill="currentColor"', f'fill="{FACE}" stroke="{RIM}" stroke-width="{THICK}" stroke-linejoin="round"')
    large = pygame.image.load_sized_svg(io.BytesIO(drawn.encode()), (2 * SIDE, 2 * SIDE))
    pygame.image.save(pygame.transform.smoothscale(large, (SIDE, SIDE)), ASSETS / "images/hand.png")


if __name__ == "__main__":
    main()
