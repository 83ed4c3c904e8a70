"""Vectors in which the secret also stands where no reader looks: beside what is drawn."""

from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, String

from tests.vectors.drawn import tounicode
from tests.vectors.maker import REST, SECRET, SENTENCE, Maker, Pdf, plain, string, text


def _with(change: Callable[[Pdf], None]) -> bytes:
    made = plain()
    change(made)
    return made.save()


def info_dictionary() -> bytes:
    def change(made: Pdf) -> None:
        made.pdf.trailer.Info = made.indirect(Author=string(), Title=string(), Eigen=string())

    return _with(change)


def xmp_metadata() -> bytes:
    def change(made: Pdf) -> None:
        made.pdf.Root.Metadata = made.stream(
            f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>",
            Type=Name.Metadata,
            Subtype=Name.XML,
        )

    return _with(change)


def xmp_of_a_page() -> bytes:
    def change(made: Pdf) -> None:
        made.pdf.pages[0].obj.Metadata = made.stream(f"<x>{SECRET}</x>", Type=Name.Metadata)

    return _with(change)


def thumbnail() -> bytes:
    def change(made: Pdf) -> None:
        made.pdf.pages[0].obj.Thumb = made.stream(SECRET)

    return _with(change)


def embedded_file() -> bytes:
    def change(made: Pdf) -> None:
        file = made.stream(f"Beste {SECRET}", Type=Name.EmbeddedFile)
        spec = made.indirect(Type=Name.Filespec, F=string(), EF=Dictionary(F=file))
        made.pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([string(), spec])))
        made.pdf.Root.AF = Array([spec])

    return _with(change)


def document_javascript() -> bytes:
    def change(made: Pdf) -> None:
        action = Dictionary(S=Name.JavaScript, JS=String(f"app.alert('{SECRET}')"))
        made.pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([string(), action])))
        made.pdf.Root.OpenAction = action
        made.pdf.pages[0].obj.AA = Dictionary(O=action)

    return _with(change)


def named_destinations() -> bytes:
    def change(made: Pdf) -> None:
        target = Array([made.pdf.pages[0].obj, Name.Fit])
        made.pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([string(), target])))
        made.pdf.Root.Dests = Dictionary({f"/{SECRET}": target})

    return _with(change)


def outline() -> bytes:
    def change(made: Pdf) -> None:
        root = made.indirect(Type=Name.Outlines)
        item = made.indirect(Title=string(), Parent=root)
        root.First = root.Last = item
        made.pdf.Root.Outlines = root

    return _with(change)


def page_reached_only_through_an_outline() -> bytes:
    def change(made: Pdf) -> None:
        page = made.indirect(
            Type=Name.Page,
            MediaBox=Array([0, 0, 400, 600]),
            Resources=Dictionary(Font=Dictionary(F1=made.font)),
            Contents=made.stream(text(f"Weggehaald: {SECRET}")),
        )
        root = made.indirect(Type=Name.Outlines)
        item = made.indirect(Title="Inhoud", Parent=root, Dest=Array([page, Name.Fit]))
        root.First = root.Last = item
        made.pdf.Root.Outlines = root

    return _with(change)


def page_labels() -> bytes:
    def change(made: Pdf) -> None:
        made.pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=string())]))

    return _with(change)


def private_data() -> bytes:
    def change(made: Pdf) -> None:
        made.pdf.Root.PieceInfo = Dictionary(App=Dictionary(Private=string()))
        made.pdf.pages[0].obj.PieceInfo = Dictionary(App=Dictionary(Private=string()))

    return _with(change)


def keys_that_nobody_knows() -> bytes:
    def change(made: Pdf) -> None:
        made.pdf.Root[f"/{SECRET}"] = 1
        made.pdf.pages[0].obj["/Behandelaar"] = string()
        made.font["/Opmerking"] = string()
        made.pdf.trailer["/Eigen"] = string()

    return _with(change)


def output_intent_info() -> bytes:
    def change(made: Pdf) -> None:
        made.pdf.Root.OutputIntents = Array(
            [
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFA1,
                    OutputConditionIdentifier=string(),
                    Info=string(),
                )
            ]
        )

    return _with(change)


def comment_in_the_content() -> bytes:
    made = Pdf()
    made.page(f"% notitie {SECRET}\n" + SENTENCE + REST)
    return made.save()


def string_without_an_operator() -> bytes:
    made = Pdf()
    made.page(SENTENCE + f"({SECRET}) pop ({SECRET}) 3 w " + REST)
    return made.save()


def marked_content_properties() -> bytes:
    made = Pdf()
    made.page(
        f"/Span <</ActualText ({SECRET}) /Alt ({SECRET}) /Eigen ({SECRET})>> BDC "
        + SENTENCE
        + f"EMC /Punt <</Naam ({SECRET})>> DP /Lijst /P1 BDC "
        + REST
        + "EMC",
        Resources={"Properties": Dictionary(P1=Dictionary(MCID=0, ActualText=string()))},
    )
    return made.save()


def other_text_in_actual_text() -> bytes:
    made = Pdf()
    made.page(f"/Span <</ActualText (iemand)>> BDC {SENTENCE} EMC " + REST)
    return made.save()


def unused_form() -> bytes:
    made = Pdf()
    made.page(SENTENCE + REST, Resources={"XObject": Dictionary(Fm9=made.form(SENTENCE))})
    return made.save()


def unused_form_with_a_name_that_another_page_uses() -> bytes:
    made = Pdf()
    made.page(SENTENCE, Resources={"XObject": Dictionary(Fm0=made.form(SENTENCE))})
    made.page("/Fm0 Do", Resources={"XObject": Dictionary(Fm0=made.form(REST))})
    return made.save()


def secret_as_a_resource_name() -> bytes:
    made = Pdf()
    made.page(
        SENTENCE + f"/{SECRET} Do",
        Resources={"XObject": Dictionary({f"/{SECRET}": made.form(REST)})},
    )
    return made.save()


def secret_as_a_marked_content_tag() -> bytes:
    made = Pdf()
    made.page(SENTENCE + f"/{SECRET} BMC {REST} EMC")
    return made.save()


def tounicode_names_letters_in_order() -> bytes:
    made = Pdf()
    letters = list(dict.fromkeys(SECRET))
    mapping = "".join(f"<{ord(x):02x}> <{ord(x):04x}>\n" for x in SECRET)
    font = made.indirect(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Name.WinAnsiEncoding,
        ToUnicode=made.stream(tounicode(len(letters), mapping) + f"\n% {SECRET}"),
    )
    made.page(
        f"BT /F2 12 Tf 50 500 Td ({SECRET}) Tj 0 -40 Td (art) Tj ET " + text("xyz"),
        Resources={"Font": Dictionary(F2=font)},
    )
    return made.save()


def structure_tree() -> bytes:
    made = Pdf()
    page = made.page("/P <</MCID 0>> BDC " + SENTENCE + " EMC /P <</MCID 1>> BDC " + REST + " EMC")
    root = made.indirect(Type=Name.StructTreeRoot)
    whole = made.indirect(
        Type=Name.StructElem, S=Name.Document, P=root, T=string(), Title=string(), Pg=page
    )
    paragraph = made.indirect(
        Type=Name.StructElem,
        S=Name.P,
        P=whole,
        Pg=page,
        K=0,
        ActualText=String(f"Wij spraken met mevrouw {SECRET} over het dossier."),
        Alt=string(),
        E=string(),
        ID=string(),
        A=Dictionary(O=Name.Table, Summary=string(), Headers=Array([string()])),
        C=Name("/" + SECRET),
    )
    figure = made.indirect(
        Type=Name.StructElem, S=Name.Figure, P=whole, Pg=page, K=1, Alt=String(f"{SECRET} lacht")
    )
    whole.K = Array([paragraph, figure])
    root.K = whole
    root.RoleMap = Dictionary({f"/{SECRET}": Name.P})
    root.IDTree = Dictionary(Names=Array([string(), paragraph]))
    root.ParentTree = Dictionary(Nums=Array([0, Array([paragraph, figure])]))
    page.StructParents = 0
    made.pdf.Root.StructTreeRoot = root
    made.pdf.Root.MarkInfo = Dictionary(Marked=True)
    return made.save()


def earlier_revision() -> bytes:
    """The catalogue is repeated at the end: what stood before is history in the file."""
    made = Pdf()
    made.page(SENTENCE + REST)
    made.pdf.trailer.Info = made.indirect(Title=string())
    data = made.save(object_stream_mode=_plain_objects())
    start = data.rindex(b"startxref")
    xref = data[start:].split()[1].decode()
    update = f"99 0 obj\n<</Type/Oud/Naam({SECRET})>>\nendobj\n"
    at = len(data) + 1 + len(update)
    table = f"xref\n0 0\ntrailer\n<</Size 100/Prev {xref}/Root {_root(data)}>>\n"
    return data + b"\n" + (update + table + f"startxref\n{at}\n%%EOF\n").encode()


def _plain_objects() -> object:
    import pikepdf

    return pikepdf.ObjectStreamMode.disable


def _root(data: bytes) -> str:
    import re

    found = re.search(rb"/Root (\d+ \d+ R)", data)
    assert found is not None
    return found[1].decode()


def bytes_after_the_end() -> bytes:
    return plain().save() + f"\n{SECRET}\n".encode()


def object_that_nothing_points_to() -> bytes:
    data = plain().save(object_stream_mode=_plain_objects())
    extra = f"77 0 obj\n({SECRET})\nendobj\n".encode()
    table = int(data[data.rindex(b"startxref") :].split()[1])
    moved = data[table:].replace(str(table).encode(), str(table + len(extra)).encode())
    return data[:table] + extra + moved


def object_streams() -> bytes:
    import pikepdf

    made = plain()
    made.pdf.Root["/Oud"] = made.indirect(Naam=string())
    return made.save(object_stream_mode=pikepdf.ObjectStreamMode.generate)


def utf_16_strings() -> bytes:
    return _with(
        lambda made: made.pdf.trailer.__setitem__(
            "/Info", made.indirect(Author=String(f"{SECRET} – ☃"))
        )
    )


def camera_data_in_a_jpeg() -> bytes:
    import io

    from PIL import Image

    buffer = io.BytesIO()
    Image.new("L", (32, 32), 200).save(buffer, format="JPEG", comment=SECRET.encode())
    jpeg = buffer.getvalue()
    exif = b"Exif\x00\x00" + SECRET.encode()
    jpeg = jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + jpeg[2:]
    made = Pdf()
    image = made.stream(
        jpeg + SECRET.encode(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=32,
        Height=32,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
        Filter=Name.DCTDecode,
    )
    made.page(
        SENTENCE + "q 60 0 0 60 50 300 cm /I0 Do Q", Resources={"XObject": Dictionary(I0=image)}
    )
    return made.save()


HIDDEN: dict[str, Maker] = {
    made.__name__: made
    for made in (
        info_dictionary,
        xmp_metadata,
        xmp_of_a_page,
        thumbnail,
        embedded_file,
        document_javascript,
        named_destinations,
        outline,
        page_reached_only_through_an_outline,
        page_labels,
        private_data,
        keys_that_nobody_knows,
        output_intent_info,
        comment_in_the_content,
        string_without_an_operator,
        marked_content_properties,
        other_text_in_actual_text,
        unused_form,
        unused_form_with_a_name_that_another_page_uses,
        secret_as_a_resource_name,
        secret_as_a_marked_content_tag,
        tounicode_names_letters_in_order,
        structure_tree,
        earlier_revision,
        bytes_after_the_end,
        object_that_nothing_points_to,
        object_streams,
        utf_16_strings,
        camera_data_in_a_jpeg,
    )
}
