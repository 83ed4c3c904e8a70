"""Complete example sources, to start from."""

from pathlib import Path

from woo.draft.kinds import kind_folder, load_kind, template_folders


def example_source(kind: str, templates: Path | None = None) -> str:
    """The example of this kind, every field explained. Raises InputError for an unknown kind."""
    folders = template_folders(templates)
    load_kind(kind, folders)
    return (kind_folder(kind, folders) / "example.md").read_text("utf-8")
