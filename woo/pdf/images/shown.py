"""Images of a PDF as a reader sees them: grey or RGB, for recognising words in them."""

from typing import Any

from woo.pdf.images.encoding import decode


def shown(image: Any) -> Any:
    """A Pillow image (L or RGB) of an image XObject. Raises RuntimeError or ValueError."""
    from PIL import ImageOps

    picture = decode(image)
    pixels = picture.pixels
    if picture.stencil:
        return ImageOps.invert(pixels)  # what is painted is dark
    return pixels if pixels.mode in {"L", "RGB"} else pixels.convert("RGB")


def mask_shown(image: Any) -> Any | None:
    """The soft mask or stencil mask of an image, dark where the image is shown; None without."""
    import pikepdf
    from PIL import ImageOps

    for key in ("/SMask", "/Mask"):
        mask = image.get(key)
        if isinstance(mask, pikepdf.Stream):
            return ImageOps.invert(decode(mask).pixels.convert("L"))
    return None
