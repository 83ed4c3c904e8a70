"""What a form may hold. Anything else is refused, never guessed."""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from starlette.requests import Request

from woo.errors import InputError
from woo.reference.grounds import ground

Code = str
_LISTS = ("ground",)
# A path on this host: a second slash or a backslash would lead a browser to another.
_OWN_PATH = r"^/([\x21-\x2e\x30-\x5b\x5d-\x7e][\x21-\x7e]*)?$"


class Form(BaseModel):
    """A form; ``back`` is the page of this application to return to."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    back: str = Field(default="/", max_length=500, pattern=_OWN_PATH)

    @classmethod
    def read(cls, request: Request) -> Self:
        """The form of a request. Raises InputError when it does not fit."""
        fields = {
            name: values if name in _LISTS else values[-1]
            for name, values in request.state.form.items()
        }
        try:
            return cls.model_validate(fields)
        except ValidationError:
            raise InputError(
                "Het formulier klopt niet.", "Ga terug, ververs de pagina en probeer het opnieuw."
            ) from None


class GroundsForm(Form):
    """A form with grounds; an empty choice is no ground."""

    ground: tuple[Code, ...] = Field(default=(), max_length=4)

    @field_validator("ground")
    @classmethod
    def _known(cls, codes: tuple[Code, ...]) -> tuple[Code, ...]:
        try:
            return tuple(dict.fromkeys(ground(code).code for code in codes if code.strip()))
        except InputError:
            raise ValueError("unknown ground") from None


class DecisionForm(GroundsForm):
    """One place in a document, or the person who stands there in the whole dossier."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    person: str = Field(default="", pattern=r"^(p-[0-9]{1,9})?$")
    effect: Literal["redact", "keep", "redact-everywhere", "keep-everywhere"]

    @property
    def redact(self) -> bool:
        """Whether it goes."""
        return self.effect.startswith("redact")

    @property
    def everywhere(self) -> bool:
        """Whether it holds for the person in the whole dossier."""
        return self.effect.endswith("everywhere")


class PersonForm(GroundsForm):
    """One person in the whole dossier."""

    effect: Literal["redact", "keep"]


class TermForm(GroundsForm):
    """A term in the whole dossier; without ``effect`` only a question how often it occurs."""

    term: str = Field(min_length=1, max_length=500)
    effect: Literal["redact", "keep"] | None = None


class JudgementForm(GroundsForm):
    """The judgement of a whole document, in the words of the inventarislijst."""

    judgement: str = Field(max_length=40)
    link: str = Field(default="", max_length=2048)
