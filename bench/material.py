"""A PDF to measure on: many pages of made-up Dutch with made-up names."""

import random
from pathlib import Path

import pymupdf

WORDS = [
    "de",
    "het",
    "een",
    "van",
    "voor",
    "met",
    "over",
    "naar",
    "bij",
    "door",
    "aanpak",
    "beleid",
    "voorstel",
    "gemeente",
    "overleg",
    "besluit",
    "minister",
    "Kamer",
    "brief",
    "nota",
    "onderzoek",
    "planning",
    "budget",
    "uitvoering",
    "toezicht",
    "wijziging",
    "termijn",
    "bezwaar",
    "aanvraag",
    "regeling",
    "verslag",
    "afspraak",
    "vraag",
    "antwoord",
    "stuk",
    "dossier",
    "onderdeel",
]
SURNAMES = ["Zwanendrift", "Molenwiel", "Kraaijvanger", "Ostrowiecka", "Bennaceur", "Ramkhelawan"]
NAMES = [f"{initial}. {surname}" for surname in SURNAMES for initial in "ABCDE"]


def write_material(path: Path, pages: int, words: int = 400, names: int = 6) -> None:
    """Write ``pages`` pages of ``words`` words, with ``names`` names on each."""
    chance = random.Random(1)
    with pymupdf.open() as document:
        for number in range(pages):
            text = [chance.choice(WORDS) for _ in range(words)]
            for place in chance.sample(range(words), names):
                text[place] = chance.choice(NAMES)
            page = document.new_page()
            body = f"Pagina {number + 1}. " + " ".join(text)
            page.insert_textbox(pymupdf.Rect(60, 60, 535, 780), body, fontsize=10, lineheight=1.3)
        document.save(path, garbage=3, deflate=True)
