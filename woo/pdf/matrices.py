"""Matrices of PDF: six numbers, as in ISO 32000-1 section 8.3.3."""

from math import ceil, log10
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# Points: nearer is the same place.
SAME = 0.002


def multiply(one: Matrix, other: Matrix) -> Matrix:
    """First ``one``, then ``other``."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def matrix_of(operands: Any) -> Matrix:
    """Six operands. Raises ValueError when there are not so many numbers."""
    a, b, c, d, e, f = (float(value) for value in operands)
    return (a, b, c, d, e, f)


def step(one: Matrix, other: Matrix) -> Matrix:
    """The translation that brings ``one`` to ``other``, in the coordinates of ``one``."""
    a, b, c, d, e, f = one
    determinant = a * d - b * c or 1.0
    x, y = other[4] - e, other[5] - f
    return (1, 0, 0, 1, (d * x - c * y) / determinant, (a * y - b * x) / determinant)


def is_parallel(one: Matrix, other: Matrix) -> bool:
    """Whether two matrices differ in where they place alone."""
    return all(abs(x - y) < 1e-9 for x, y in zip(one[:4], other[:4], strict=True))


def is_near(one: Matrix, other: Matrix) -> bool:
    """Whether two matrices are the same to the eye."""
    return is_parallel(one, other) and all(
        abs(x - y) < SAME for x, y in zip(one[4:], other[4:], strict=True)
    )


def rounded(value: float, digits: int) -> float:
    """Rounded with the border a little off the middle, where numbers of three decimals often lie.

    So the noise of a calculation does not decide.
    """
    return round(value + 0.03 / 10.0**digits, digits)


def digits(matrix: Matrix) -> int:
    """Decimals that come to some hundredth of a point: finer ones hold noise of the old place."""
    return 2 + max(0, ceil(log10(max(abs(matrix[0]), abs(matrix[1]), 1.0))))
