"""What can go wrong while packaging."""

from skill.errors import StrideError


class PackagingError(StrideError):
    """The package cannot be made; for whoever makes it.

    ``problem`` says what was found; ``remedy`` is an order ("install Python 3.13").
    """

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem}; {self.remedy}"
