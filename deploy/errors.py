"""What can go wrong on the way to Amazon, each with what is needed to put it right.

DeliveryError
├── PackagingError   the package cannot be made
└── NotDeployed      the deployment stopped
"""

from skill.errors import StrideError


class DeliveryError(StrideError):
    """For the person who packages or deploys.

    ``problem`` says what was found; ``remedy`` is an order ("install Python 3.13").
    """

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem}; {self.remedy}"


class PackagingError(DeliveryError):
    """The package cannot be made."""


class NotDeployed(DeliveryError):
    """The deployment stopped."""
