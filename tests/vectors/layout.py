"""Vectors in which ordinary text is laid out so that it is easily missed."""

from pikepdf import Array, Dictionary, Name

from tests.vectors.letters import catalogue_of, helvetica
from tests.vectors.maker import REST, SECRET, SENTENCE, Pdf, text

HALF = len(SECRET) // 2


def _page(content: str, **entries: object) -> bytes:
    made = Pdf()
    made.page(content + REST, **entries)
    return made.save()


def letters_drawn_from_last_to_first() -> bytes:
    shown = "".join(
        f"1 0 0 1 {50 + 9 * n} 500 Tm ({SECRET[n]}) Tj " for n in reversed(range(len(SECRET)))
    )
    return _page(f"BT /F1 12 Tf {shown} ET ")


def letters_drawn_in_a_jumble() -> bytes:
    order = sorted(range(len(SECRET)), key=lambda n: (n * 7) % len(SECRET))
    shown = "".join(f"1 0 0 1 {50 + 9 * n} 500 Tm ({SECRET[n]}) Tj " for n in order)
    return _page(f"BT /F1 12 Tf {shown} ET ")


def a_block_for_every_letter() -> bytes:
    return _page("".join(text(letter, x=50 + 9 * n) for n, letter in enumerate(SECRET)))


def a_form_for_every_letter() -> bytes:
    made = Pdf()
    forms = {f"/L{n}": made.form(text(x, x=50 + 9 * n)) for n, x in enumerate(SECRET)}
    drawn = " ".join(f"{name} Do" for name in forms)
    made.page(drawn + " " + REST, Resources={"XObject": Dictionary(forms)})
    return made.save()


def several_fonts_in_one_word() -> bytes:
    made = Pdf()
    names = ("Helvetica", "Times-Roman", "Courier", "Helvetica-Bold")
    fonts = {f"/G{n}": helvetica(made, BaseFont=Name("/" + x)) for n, x in enumerate(names)}
    shown = "".join(f"/G{n % 4} 12 Tf ({letter}) Tj " for n, letter in enumerate(SECRET))
    made.page(f"BT 50 500 Td {shown} ET " + REST, Resources={"Font": Dictionary(fonts)})
    return made.save()


def font_from_the_graphics_state() -> bytes:
    made = Pdf()
    state = Dictionary(Type=Name.ExtGState, Font=Array([made.font, 12]))
    made.page(
        f"BT /G1 gs 50 500 Td ({SECRET}) Tj ET " + REST,
        Resources={"ExtGState": Dictionary(G1=state)},
    )
    return made.save()


def quote_operators() -> bytes:
    return _page(f"BT /F1 12 Tf 14 TL 50 520 Td (regel) Tj ({SECRET}) ' 2 1 ({SECRET}) \" ET ")


def letters_that_rise_and_fall() -> bytes:
    shown = "".join(f"{(-4, 4)[n % 2]} Ts ({letter}) Tj " for n, letter in enumerate(SECRET))
    return _page(f"BT /F1 12 Tf 50 500 Td {shown} 0 Ts ET ")


def letters_on_a_staircase() -> bytes:
    shown = "".join(f"({letter}) Tj 9 -6 Td " for letter in SECRET)
    return _page(f"BT /F1 12 Tf 50 590 Td {shown} ET ")


def letters_under_each_other() -> bytes:
    shown = "".join(f"({letter}) Tj 0 -13 Td " for letter in SECRET)
    return _page(f"BT /F1 12 Tf 350 590 Td {shown} ET ")


def squeezed_to_a_hair() -> bytes:
    return _page(f"BT /F1 12 Tf 2 Tz 50 500 Td ({SECRET}) Tj 100 Tz ET ")


def mirrored_by_a_negative_size() -> bytes:
    return _page(f"BT /F1 -12 Tf 300 500 Td ({SECRET}) Tj ET ")


def matrix_that_flattens_to_nothing() -> bytes:
    return _page(SENTENCE + f"BT /F1 12 Tf 0 0 0 0 50 440 Tm ({SECRET}) Tj ET ")


def all_letters_on_one_spot() -> bytes:
    shown = "".join(f"1 0 0 1 50 440 Tm ({letter}) Tj " for letter in SECRET)
    return _page(SENTENCE + f"BT /F1 12 Tf {shown} ET ")


def word_spacing_pulls_letters_apart() -> bytes:
    return _page(f"BT /F1 12 Tf 30 Tw 50 500 Td ({' '.join(SECRET)}) Tj 0 Tw ET ")


def kerning_there_and_back_again() -> bytes:
    shown = "".join(f"({x}) -3000 () 3000 " for x in SECRET)
    return _page(f"BT /F1 12 Tf 50 500 Td [{shown}] TJ ET ")


def octal_and_hexadecimal_strings() -> bytes:
    octal = "".join(f"\\{ord(letter):03o}" for letter in SECRET)
    hexes = " ".join(f"{ord(letter):02x}" for letter in SECRET)
    return _page(f"BT /F1 12 Tf 50 500 Td ({octal}) Tj 0 -60 Td <{hexes}> Tj ET ")


def capitals() -> bytes:
    return _page(text(f"Aan mevrouw {SECRET.upper()}."))


def part_of_a_longer_word() -> bytes:
    return _page(text(f"De {SECRET}-zaak en het {SECRET}'s dossier."))


def half_a_name_at_the_end_of_a_column() -> bytes:
    left = text("links staat dit", y=520) + text(f"en dan {SECRET[:HALF]}-", y=505)
    right = text(f"{SECRET[HALF:]} stond rechts", x=220, y=520) + text("en verder", x=220, y=505)
    return _page(left + right)


def columns_drawn_line_by_line() -> bytes:
    lines = (f"naam: {SECRET}", "datum: vandaag", f"ook {SECRET}")
    content = "".join(
        text(line, y=560 - 15 * n) + text(f"rechts {n}", x=230, y=560 - 15 * n)
        for n, line in enumerate(lines)
    )
    return _page(content)


def header_on_every_page() -> bytes:
    made = Pdf()
    for number in range(3):
        made.page(text(f"Dossier {SECRET}", y=580) + text(f"Pagina {number}", y=20) + REST)
    return made.save()


def cell_of_a_table() -> bytes:
    lines = "".join(f"{x} 480 m {x} 520 l S " for x in (48, 110, 180)) + "48 480 132 40 re S "
    return _page(
        lines + text(SECRET, x=51, y=496, size=10) + text("Utrecht", x=114, y=496, size=10)
    )


def footnote() -> bytes:
    return _page(text("Zie de noot.") + text(f"1 {SECRET}, persoonlijk bericht.", y=40, size=6))


def huge_user_unit() -> bytes:
    return _page(SENTENCE, UserUnit=75)


def turned_page_with_odd_boxes() -> bytes:
    content = "q 1 0 0 1 -300 -700 cm " + SENTENCE + "Q q 1 0 0 1 -300 -700 cm " + REST + "Q "
    made = Pdf()
    made.page(
        content,
        Rotate=90,
        MediaBox=Array([-300, -700, 100, -100]),
        CropBox=Array([-290, -650, 90, -120]),
    )
    return made.save()


def page_box_of_almost_nothing() -> bytes:
    return _page(SENTENCE, CropBox=Array([0, 0, 30, 30]))


def text_behind_a_white_box() -> bytes:
    return _page(SENTENCE + "1 g 40 490 340 24 re f 0 g ")


def invisible_by_transparency() -> bytes:
    made = Pdf()
    state = Dictionary(Type=Name.ExtGState, ca=0, CA=0)
    made.page("q /G1 gs " + SENTENCE + "Q " + REST, Resources={"ExtGState": Dictionary(G1=state)})
    return made.save()


def cut_away_by_a_clip() -> bytes:
    return _page("q 0 0 5 5 re W n " + SENTENCE + "Q ")


LAYOUT = catalogue_of(
    letters_drawn_from_last_to_first,
    letters_drawn_in_a_jumble,
    a_block_for_every_letter,
    a_form_for_every_letter,
    several_fonts_in_one_word,
    font_from_the_graphics_state,
    quote_operators,
    letters_that_rise_and_fall,
    letters_on_a_staircase,
    letters_under_each_other,
    squeezed_to_a_hair,
    mirrored_by_a_negative_size,
    matrix_that_flattens_to_nothing,
    all_letters_on_one_spot,
    word_spacing_pulls_letters_apart,
    kerning_there_and_back_again,
    octal_and_hexadecimal_strings,
    capitals,
    part_of_a_longer_word,
    half_a_name_at_the_end_of_a_column,
    columns_drawn_line_by_line,
    header_on_every_page,
    cell_of_a_table,
    footnote,
    huge_user_unit,
    turned_page_with_odd_boxes,
    page_box_of_almost_nothing,
    text_behind_a_white_box,
    invisible_by_transparency,
    cut_away_by_a_clip,
)
