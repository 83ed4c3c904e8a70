"""How vectors come out that do not simply come out clean. Every list may only shrink.

``SURVIVORS`` and ``KNOWN_MISSES`` are exact; a vector may do better than the other lists say.
"""

REFUSED: frozenset[str] = frozenset()
"""Refused with a reason; there is no output."""

PICTURED: frozenset[str] = frozenset(
    {
        "the_name_in_a_map_where_the_eye_sees_another",
        "filled_outlines",
        "filled_outlines_and_nothing_else",
        "filled_outlines_beside_the_same_text",
        "stroked_outlines",
        "outlines_in_a_form",
        "small_outlines_in_a_sentence",
        "pattern_with_outlines",
        "outlines_in_a_soft_mask",
        "picture_whose_text_layer_says_something_else",
        "composite_font_that_lies",
        "description_in_a_colour_profile",
        "glyphs_by_number_of_unicode",
        "glyphs_with_a_suffix",
        "layer_by_an_expression",
        "layer_by_its_use",
        "letters_that_rise_and_fall",
        "letters_by_a_colour_key",
        "marked_content_properties",
        "matrix_that_flattens_to_nothing",
        "name_of_a_graphics_state",
        "outlines_as_a_clip",
        "palette_that_spells_the_name",
        "pattern_in_a_pattern",
        "pattern_that_fills_letters",
        "pattern_with_only_the_name",
        "picture_in_a_pattern",
        "postscript_xobject",
        "quote_operators",
        "replacement_text_that_reads_differently",
        "simple_font_called_a_space",
        "simple_font_that_lies",
        "simple_font_that_lies_about_two_letters",
        "squeezed_to_a_hair",
        "text_in_a_soft_mask",
        "text_in_a_tiling_pattern",
        "text_in_an_alpha_mask",
        "text_under_a_black_box",
        "type_3_glyph_that_draws_the_whole_name",
        "type_3_glyph_that_shows_text",
        "type_3_glyph_with_an_inline_image",
        "type_3_letters_that_lie",
        "type_3_letters_without_names",
    }
)
"""The page becomes a picture."""

RESPACED: frozenset[str] = frozenset(
    {
        "one_character_per_operator",
        "hyphen_over_a_line_break",
        "over_a_page_break",
        "letters_drawn_from_last_to_first",
        "letters_drawn_in_a_jumble",
        "a_block_for_every_letter",
        "a_form_for_every_letter",
        "word_spacing_pulls_letters_apart",
        "capitals",
        "all_letters_on_one_spot",
        "tounicode_names_letters_in_order",
        "composite_font_with_unicode",
        "predefined_japanese_character_map",
    }
)
"""A picture as long as the verifier takes a line with new gaps for a changed one."""

PICTURED_BESIDE: frozenset[str] = frozenset(
    {
        "marked_content_properties",
        "secret_as_a_resource_name",
        "layer_by_its_use",
        "replacement_text_that_reads_differently",
        "field_without_an_appearance",
        "description_in_a_colour_profile",
        "name_of_a_graphics_state",
    }
)
"""The same where the secret does not stand on the page."""

SURVIVORS: frozenset[str] = frozenset()
"""Still legible on the page of the output."""

KNOWN_MISSES: frozenset[str] = frozenset()
"""The verifier says nothing about these."""
