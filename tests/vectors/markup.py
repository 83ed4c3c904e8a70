"""Vectors with annotations of every type, their states and actions, and fields that act."""

from typing import Any

from pikepdf import Array, Dictionary, Name, String

from tests.vectors.letters import catalogue_of
from tests.vectors.maker import SECRET, Pdf, plain, string, text

RECT = [50, 400, 250, 420]


def _annotated(made: Pdf | None = None, **entries: Any) -> bytes:
    made = made or plain()
    note = made.indirect(Type=Name.Annot, **({"Rect": Array(RECT)} | entries))
    made.pdf.pages[0].obj.Annots = Array([note])
    return made.save()


def _look(made: Pdf, line: str) -> Any:
    return made.form(text(line, x=2, y=4), BBox=Array([0, 0, 200, 20]))


def free_text_note() -> bytes:
    return _annotated(
        Subtype=Name.FreeText, DA=String("/Helv 12 Tf 0 g"), DS=String(f"font: 12pt {SECRET}"),
        RC=String(f"<body><p>{SECRET[:4]}<b>{SECRET[4:]}</b></p></body>"), Contents=string(),
        Subj=string(),
    )  # fmt: skip


def line_with_a_caption() -> bytes:
    return _annotated(
        Subtype=Name.Line, L=Array([50, 410, 250, 410]), Cap=True, Contents=string(),
        Measure=Dictionary(Type=Name.Measure, R=string()), CP=Name.Inline,
    )  # fmt: skip


def shapes_with_words() -> bytes:
    made = plain()
    kinds = (Name.Square, Name.Circle, Name.Polygon, Name.PolyLine, Name.Ink, Name.Caret)
    points = Array([50, 400, 100, 420, 90, 410])
    notes = [
        made.indirect(
            Type=Name.Annot, Subtype=kind, Rect=Array(RECT), Contents=string(), T=string(),
            Vertices=points, InkList=Array([points]), NM=string(),
        )
        for kind in kinds
    ]  # fmt: skip
    made.pdf.pages[0].obj.Annots = Array(notes)
    return made.save()


def highlight_with_a_reply() -> bytes:
    made = plain()
    quads = Array([50, 515, 380, 515, 50, 495, 380, 495])
    mark = made.indirect(
        Type=Name.Annot, Subtype=Name.Highlight, Rect=Array([50, 495, 380, 515]),
        QuadPoints=quads, C=Array([1, 1, 0]), T=string(), Contents=string(),
    )  # fmt: skip
    reply = made.indirect(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array(RECT), IRT=mark, RT=Name.R,
        Contents=String(f"bedoel je {SECRET}?"), StateModel=string(), State=string(),
    )  # fmt: skip
    popup = made.indirect(Type=Name.Annot, Subtype=Name.Popup, Rect=Array(RECT), Parent=mark)
    popup.Contents = string()
    mark.Popup = popup
    made.pdf.pages[0].obj.Annots = Array([mark, reply, popup])
    return made.save()


def watermark_over_the_page() -> bytes:
    made = plain()
    form = made.form(text(SECRET, 20, 200, 40))
    return _annotated(
        made, Subtype=Name.Watermark, F=4, Rect=Array([0, 0, 400, 600]),
        AP=Dictionary(N=form), FixedPrint=Dictionary(Type=Name.FixedPrint), Contents=string(),
    )  # fmt: skip


def appearances_that_are_not_shown() -> bytes:
    """A box with states: the one that is off, the one under the mouse and the one pressed."""
    made = plain()
    look = Dictionary(
        N=Dictionary({"/Off": _look(made, "nee"), f"/{SECRET}": _look(made, SECRET)}),
        R=_look(made, SECRET), D=Dictionary(Off=_look(made, SECRET)),
    )  # fmt: skip
    return _field(
        made, FT=Name.Btn, AS=Name.Off, AP=look,
        MK=Dictionary(CA=string(), RC=string(), AC=string()),
    )  # fmt: skip


def movie_sound_and_screen() -> bytes:
    made = plain()
    media = Dictionary(
        S=Name.MR, N=string(), C=Dictionary(D=Dictionary(F=string()), P=Dictionary())
    )
    notes = [
        made.indirect(Type=Name.Annot, Rect=Array(RECT), **entries)
        for entries in (
            {"Subtype": Name.Movie, "T": string(), "Movie": Dictionary(F=string())},
            {"Subtype": Name.Sound, "Sound": made.stream(SECRET * 3, R=8000), "Contents": string()},
            {"Subtype": Name.Screen, "T": string(), "A": Dictionary(S=Name.Rendition, R=media)},
        )
    ]
    made.pdf.pages[0].obj.Annots = Array(notes)
    return made.save()


def rich_media_and_a_model() -> bytes:
    made = plain()
    asset = made.stream(f"<swf>{SECRET}</swf>", Type=Name.EmbeddedFile)
    spec = made.indirect(Type=Name.Filespec, F=string(), EF=Dictionary(F=asset))
    content = Dictionary(Assets=Dictionary(Names=Array([string(), spec])))
    model = made.stream(f"U3D {SECRET}", Type=Name("/3D"), Subtype=Name.U3D, OnInstantiate=asset)
    notes = [
        made.indirect(
            Type=Name.Annot, Subtype=Name.RichMedia, Rect=Array(RECT), RichMediaContent=content
        ),
        made.indirect(
            **{"Type": Name.Annot, "Subtype": Name("/3D"), "Rect": Array(RECT), "3DD": model,
               "3DV": Dictionary(XN=string(), IN=string())}
        ),
    ]  # fmt: skip
    made.pdf.pages[0].obj.Annots = Array(notes)
    return made.save()


def projection_trap_net_and_printers_mark() -> bytes:
    made = plain()
    notes = [
        made.indirect(Type=Name.Annot, Rect=Array(RECT), Contents=string(), **entries)
        for entries in (
            {"Subtype": Name.Projection},
            {"Subtype": Name.TrapNet, "LastModified": string(), "Version": Array([])},
            {"Subtype": Name.PrinterMark, "MN": Name("/" + SECRET)},
            {"Subtype": Name("/" + SECRET), "Eigen": string()},
        )
    ]
    made.pdf.pages[0].obj.Annots = Array(notes)
    return made.save()


def _link(uri: str, **entries: Any) -> bytes:
    return _annotated(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(uri)), **entries)


def link_with_every_letter_in_percents() -> bytes:
    return _link("https://example.nl/?naam=" + "".join(f"%{ord(x):02X}" for x in SECRET))


def link_with_twice_encoded_percents() -> bytes:
    return _link("https://example.nl/?naam=" + "".join(f"%25{ord(x):02X}" for x in SECRET))


def link_to_a_host_with_the_name() -> bytes:
    return _link(f"https://xn--{SECRET.lower()}-abc.example.nl/", PA=Dictionary(URI=string()))


def link_with_base_64() -> bytes:
    import base64

    coded = base64.b64encode(f"naam={SECRET}".encode()).decode()
    return _link(f"https://example.nl/?d={coded}")


def link_that_runs_a_chain_of_actions() -> bytes:
    script = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')"))
    thread = Dictionary(S=Name.Thread, D=string(), F=string(), Next=script)
    first = Dictionary(S=Name.Named, N=Name("/" + SECRET), Next=Array([thread, script]))
    return _annotated(Subtype=Name.Link, A=first, AA=Dictionary(E=script, X=script))


def link_to_a_destination_with_the_name() -> bytes:
    made = plain()
    target = Array([made.pdf.pages[0].obj, Name.Fit])
    tree = Dictionary(Names=Array([string(), target]))
    made.pdf.Root.Names = Dictionary(Dests=tree)
    return _annotated(made, Subtype=Name.Link, Dest=string())


def link_into_an_attachment() -> bytes:
    target = Dictionary(R=Name.C, N=string(), P=string())
    action = Dictionary(S=Name.GoToE, F=string(), D=Array([0, Name.Fit]), T=target)
    return _annotated(Subtype=Name.Link, A=action)


def _field(made: Pdf, **entries: Any) -> bytes:
    field = made.indirect(
        Type=Name.Annot, Subtype=Name.Widget, Rect=Array(RECT), F=4,
        **({"FT": Name.Tx, "T": string()} | entries),
    )  # fmt: skip
    made.pdf.pages[0].obj.Annots = Array([field])
    made.pdf.Root.AcroForm = Dictionary(
        Fields=Array([field]), DA=String("/Helv 0 Tf 0 g"), CO=Array([field]),
        DR=Dictionary(Font=Dictionary(Helv=made.font)), NeedAppearances=True,
    )  # fmt: skip
    return made.save()


def field_with_scripts() -> bytes:
    made = plain()
    script = Dictionary(S=Name.JavaScript, JS=made.stream(f"event.value = '{SECRET}'"))
    return _field(
        made, AA=Dictionary(K=script, F=script, V=script, C=script), TM=string(), TU=string(),
        A=Dictionary(S=Name.SubmitForm, F=Dictionary(FS=Name.URL, F=string())),
    )  # fmt: skip


def field_without_an_appearance() -> bytes:
    """The reader makes the picture of the value itself."""
    return _field(plain(), V=string(), RV=String(f"<body><p>{SECRET}</p></body>"), DS=string())


def choice_with_the_name_behind_a_code() -> bytes:
    made = plain()
    options = Array([Array([String("1"), string()]), Array([string(), String("twee")])])
    return _field(made, FT=Name.Ch, Opt=options, V=String("1"), I=Array([0]), TI=0)


def password_field() -> bytes:
    return _field(plain(), V=string(), Ff=8192, MaxLen=20)


def barcode_field() -> bytes:
    return _field(
        plain(), PMD=Dictionary(Type=Name.PaperMetaData, Symbology=Name.QRCode), V=string()
    )


def certificate_of_a_signature() -> bytes:
    made = plain()
    signature = made.indirect(
        Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Contents=String(f"0x {SECRET} x509"),
        ContactInfo=string(), Prop_Build=Dictionary(App=Dictionary(Name=Name("/" + SECRET))),
        ByteRange=Array([0, 1, 2, 3]), Cert=string(),
    )  # fmt: skip
    look = Dictionary(N=_look(made, f"getekend door {SECRET}"))
    lock = Dictionary(Type=Name.SigFieldLock, Fields=Array([string()]))
    return _field(
        made, FT=Name.Sig, V=signature, AP=look, SV=Dictionary(Reasons=string()), Lock=lock
    )


MARKUP = catalogue_of(
    free_text_note,
    line_with_a_caption,
    shapes_with_words,
    highlight_with_a_reply,
    watermark_over_the_page,
    appearances_that_are_not_shown,
    movie_sound_and_screen,
    rich_media_and_a_model,
    projection_trap_net_and_printers_mark,
    link_with_every_letter_in_percents,
    link_with_twice_encoded_percents,
    link_to_a_host_with_the_name,
    link_with_base_64,
    link_that_runs_a_chain_of_actions,
    link_to_a_destination_with_the_name,
    link_into_an_attachment,
    field_with_scripts,
    field_without_an_appearance,
    choice_with_the_name_behind_a_code,
    password_field,
    barcode_field,
    certificate_of_a_signature,
)
