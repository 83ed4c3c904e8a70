"""Vectors with annotations, links and form fields, and with painted patterns."""

from typing import Any

from pikepdf import Array, Dictionary, Name, String

from tests.vectors.maker import REST, SECRET, SENTENCE, Maker, Pdf, plain, string, text

RECT = [50, 400, 250, 420]


def _annotated(**entries: Any) -> bytes:
    made = plain()
    note = made.indirect(Type=Name.Annot, Rect=Array(RECT), **entries)
    made.pdf.pages[0].obj.Annots = Array([note])
    return made.save()


def _appearance(made: Pdf, line: str) -> Any:
    form = made.form(text(line, x=2, y=4), BBox=Array([0, 0, 200, 20]))
    return Dictionary(N=form)


def mailto_link() -> bytes:
    uri = String(f"mailto:{SECRET}@example.nl")
    return _annotated(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=uri))


def web_link_with_the_name() -> bytes:
    uri = String(f"https://example.nl/?q=%5A{SECRET[1:]}")
    return _annotated(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=uri), Contents=string())


def link_to_another_file() -> bytes:
    action = Dictionary(S=Name.GoToR, F=String(f"C:/{SECRET}.pdf"), D=Array([0, Name.Fit]))
    return _annotated(Subtype=Name.Link, A=action)


def launch_action() -> bytes:
    return _annotated(Subtype=Name.Link, A=Dictionary(S=Name.Launch, F=String(f"{SECRET}.exe")))


def pop_up_note() -> bytes:
    return _annotated(
        Subtype=Name.Text, Contents=string(), T=string(), RC=String(f"<p>{SECRET}</p>"), NM=string()
    )


def hidden_annotation() -> bytes:
    made = plain()
    note = made.indirect(
        Type=Name.Annot,
        Subtype=Name.FreeText,
        Rect=Array(RECT),
        F=2,
        Contents=string(),
        AP=_appearance(made, SECRET),
    )
    made.pdf.pages[0].obj.Annots = Array([note])
    return made.save()


def stamp_with_the_name() -> bytes:
    made = plain()
    note = made.indirect(
        Type=Name.Annot,
        Subtype=Name.Stamp,
        Rect=Array(RECT),
        F=4,
        Contents=string(),
        AP=_appearance(made, f"gezien {SECRET}"),
    )
    made.pdf.pages[0].obj.Annots = Array([note])
    return made.save()


def attached_file_annotation() -> bytes:
    made = plain()
    file = made.stream(f"Beste {SECRET}", Type=Name.EmbeddedFile)
    spec = Dictionary(Type=Name.Filespec, F=string(), EF=Dictionary(F=file))
    note = made.indirect(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array(RECT), FS=spec)
    made.pdf.pages[0].obj.Annots = Array([note])
    return made.save()


def redaction_that_was_never_applied() -> bytes:
    return _annotated(Subtype=Name.Redact, OverlayText=string(), IC=Array([0, 0, 0]))


def _form(**entries: Any) -> bytes:
    made = plain()
    field = made.indirect(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        Rect=Array(RECT),
        F=4,
        T=string(),
        TU=string(),
        AP=_appearance(made, entries.pop("shown", "zichtbaar")),
        **entries,
    )
    made.pdf.pages[0].obj.Annots = Array([field])
    made.pdf.Root.AcroForm = Dictionary(
        Fields=Array([field]), XFA=made.stream(f"<xfa>{SECRET}</xfa>"), DA=String("/Helv 0 Tf 0 g")
    )
    return made.save()


def form_value() -> bytes:
    return _form(V=string(), shown=SECRET)


def form_default_that_is_not_shown() -> bytes:
    return _form(DV=string(), V=String("zichtbaar"))


def form_options() -> bytes:
    return _form(Opt=Array([string(), String("anders")]))


def signature_field() -> bytes:
    made = plain()
    signature = made.indirect(Type=Name.Sig, Name=string(), Reason=string(), Location=string())
    field = made.indirect(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, Rect=Array(RECT), T=string(), V=signature
    )
    made.pdf.pages[0].obj.Annots = Array([field])
    made.pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
    return made.save()


def text_in_a_tiling_pattern() -> bytes:
    made = Pdf()
    tile = made.stream(
        text(SECRET, x=2, y=5),
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=Array([0, 0, 100, 20]),
        XStep=100,
        YStep=20,
        Resources=Dictionary(Font=Dictionary(F1=made.font)),
    )
    made.page(
        SENTENCE + REST + "/Pattern cs /P1 scn 50 300 200 60 re f",
        Resources={"Pattern": Dictionary(P1=tile)},
    )
    return made.save()


def text_in_a_soft_mask() -> bytes:
    made = Pdf()
    group = made.form(
        "1 g " + text(SECRET, y=300), Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    )
    mask = Dictionary(Type=Name.Mask, S=Name.Luminosity, G=group)
    state = Dictionary(Type=Name.ExtGState, SMask=mask)
    made.page(
        SENTENCE + REST + "q /G1 gs 0 g 40 290 200 30 re f Q",
        Resources={"ExtGState": Dictionary(G1=state)},
    )
    return made.save()


NOTES: dict[str, Maker] = {
    made.__name__: made
    for made in (
        mailto_link,
        web_link_with_the_name,
        link_to_another_file,
        launch_action,
        pop_up_note,
        hidden_annotation,
        stamp_with_the_name,
        attached_file_annotation,
        redaction_that_was_never_applied,
        form_value,
        form_default_that_is_not_shown,
        form_options,
        signature_field,
        text_in_a_tiling_pattern,
        text_in_a_soft_mask,
    )
}
