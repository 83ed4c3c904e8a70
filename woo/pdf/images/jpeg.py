"""Takes out of a JPEG file what is not picture: camera data, thumbnails, comments, a tail."""

_KEPT_APPS = {0xE0, 0xEE}  # JFIF and Adobe: they tell how the colours are coded
_STANDALONE = {0x01, *range(0xD0, 0xD8)}
_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE


def without_metadata(data: bytes) -> bytes:
    """The same picture without metadata (ITU-T T.81 annex B); unchanged when it is no JPEG."""
    if data[:2] != b"\xff\xd8":
        return data
    kept, at = [data[:2]], 2
    while at + 2 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == _END:
            kept.append(data[at : at + 2])
            break
        length = 0 if marker in _STANDALONE else int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if marker == _SCAN:
            end = _end_of_scan(data, end)
        if not _is_metadata(marker):
            kept.append(data[at:end])
        at = end
    return b"".join(kept)


def _is_metadata(marker: int) -> bool:
    return marker == _COMMENT or (0xE0 <= marker <= 0xEF and marker not in _KEPT_APPS)


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the coded picture ends: at the next marker that is no restart and no stuffed byte."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] == 0 or data[at + 1] in _STANDALONE:
            at += 2
        elif data[at + 1] == 0xFF:
            at += 1
        else:
            return at
