"""Vectors in which the secret stands in the structure tree and in marked content."""

from typing import Any

from pikepdf import Array, Dictionary, Name, String

from tests.vectors.letters import catalogue_of
from tests.vectors.maker import REST, SECRET, SENTENCE, Pdf, string, text


def _tagged(made: Pdf, kind: str = "/P", **entries: Any) -> tuple[Any, Any]:
    """One paragraph with a tag of this kind and these entries: the tree and the element."""
    page = made.page(f"{kind} <</MCID 0>> BDC " + SENTENCE + " EMC " + REST)
    root = made.indirect(Type=Name.StructTreeRoot)
    element = made.indirect(Type=Name.StructElem, S=Name(kind), P=root, Pg=page, K=0, **entries)
    root.K = element
    root.ParentTree = Dictionary(Nums=Array([0, Array([element])]))
    page.StructParents = 0
    made.pdf.Root.StructTreeRoot = root
    made.pdf.Root.MarkInfo = Dictionary(Marked=True)
    return root, element


def classes_and_attributes_of_tags() -> bytes:
    made = Pdf()
    attribute = Dictionary(O=Name.UserProperties, P=Array([Dictionary(N=string(), V=string())]))
    root, element = _tagged(made, A=Array([attribute, 0]), C=Array([Name("/" + SECRET), 0]))
    root.ClassMap = Dictionary({f"/{SECRET}": attribute})
    element.A.append(Dictionary(O=Name("/CSS-2"), Font=string()))
    return made.save()


def namespaces_of_tags() -> bytes:
    made = Pdf()
    space = made.indirect(
        Type=Name.Namespace,
        NS=String(f"urn:{SECRET}"),
        RoleMapNS=Dictionary({f"/{SECRET}": Name.P}),
        Schema=string(),
    )
    root, _ = _tagged(made, NS=space)
    root.Namespaces = Array([space])
    return made.save()


def sound_of_a_name_in_tags() -> bytes:
    """PDF 2.0: how to say it, in letters of a phonetic alphabet and in a lexicon file."""
    made = Pdf()
    lexicon = made.indirect(
        Type=Name.Filespec, F=string(),
        EF=Dictionary(F=made.stream(f"<lexeme>{SECRET}</lexeme>", Type=Name.EmbeddedFile)),
    )  # fmt: skip
    root, _ = _tagged(made, Phoneme=string(), PhoneticAlphabet=Name("/" + SECRET))
    root.PronunciationLexicon = Array([lexicon])
    root.AF = Array([lexicon])
    return made.save()


def file_and_reference_of_a_tag() -> bytes:
    made = Pdf()
    file = made.stream(f"<math>{SECRET}</math>", Type=Name.EmbeddedFile)
    spec = made.indirect(Type=Name.Filespec, F=string(), EF=Dictionary(F=file))
    root, element = _tagged(made, AF=Array([spec]), R=3, ID=string())
    note = made.indirect(
        Type=Name.StructElem, S=Name.Note, P=root, ID=String(SECRET + "2"), T=string(),
        Alt=String(f"noot over {SECRET.upper()}"),
    )  # fmt: skip
    element.Ref = Array([note])
    root.K = Array([element, note])
    leaf = Dictionary(Limits=Array([string(), string()]), Names=Array([string(), element]))
    root.IDTree = Dictionary(Kids=Array([leaf]))
    return made.save()


def summary_of_a_parent_tag() -> bytes:
    """The whole section carries replacement text in which the name is split over two lines."""
    made = Pdf()
    root, element = _tagged(made)
    parent = made.indirect(
        Type=Name.StructElem, S=Name.Sect, P=root, K=element,
        ActualText=String(f"Wij spraken met {SECRET[:4]}\u00ad\n{SECRET[4:]}"),
        Alt=String(" ".join(SECRET)),
    )  # fmt: skip
    element.P = parent
    root.K = parent
    return made.save()


def points_in_the_content() -> bytes:
    made = Pdf()
    made.page(
        f"/{SECRET} MP /Punt <</{SECRET} /x /Y [({SECRET})]>> DP /Span /Q1 BDC " + SENTENCE
        + "EMC /Span <</E (" + SECRET + ") /Lang (nl)>> BDC " + REST + "EMC",
        Resources={"Properties": Dictionary({"/Q1": Dictionary(Naam=string(), E=string())})},
    )  # fmt: skip
    return made.save()


def style_that_is_called_like_somebody() -> bytes:
    """The style of a paragraph is its type; LibreOffice calls one *Standard*, as Stan begins."""
    return _styled({f"/{SECRET}": Name.Stijl, "/Stijl": Name.H1})


def style_of_a_style_that_is_called_like_somebody() -> bytes:
    """The type stands for another that is no standard one, and is called so too."""
    return _styled({f"/{SECRET}": Name(f"/{SECRET}#20kop")})


def _styled(roles: dict[str, Any]) -> bytes:
    """One paragraph of which the type has the name of a style."""
    made = Pdf()
    root, _ = _tagged(made, f"/{SECRET}")
    root.RoleMap = Dictionary(roles)
    return made.save()


def replacement_text_that_reads_differently() -> bytes:
    """The glyphs say one thing; the name is only in the replacement text."""
    made = Pdf()
    made.page(
        SENTENCE + f"/Span <</ActualText ({SECRET})>> BDC " + text("iemand", y=440) + "EMC " + REST
    )
    return made.save()


TAGS = catalogue_of(
    classes_and_attributes_of_tags,
    namespaces_of_tags,
    sound_of_a_name_in_tags,
    file_and_reference_of_a_tag,
    summary_of_a_parent_tag,
    points_in_the_content,
    style_that_is_called_like_somebody,
    style_of_a_style_that_is_called_like_somebody,
    replacement_text_that_reads_differently,
)
