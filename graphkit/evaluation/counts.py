"""What is counted, and the rates that follow; counts add up, rates do not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PRF:
    """How much of what was predicted is right and how much of gold was found; micro-averaged by adding."""

    tp: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "PRF") -> "PRF":
        return PRF(self.tp + other.tp, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def fp(self) -> int:
        """Predicted and wrong."""
        return self.predicted - self.tp

    @property
    def fn(self) -> int:
        """Gold and missed."""
        return self.gold - self.tp

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0 when nothing was predicted."""
        return self.tp / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was found; 0 when there is none."""
        return self.tp / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two.

        >>> PRF(tp=1, predicted=2, gold=4).f1
        0.3333333333333333
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of so many are right."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.total + other.total)

    @property
    def rate(self) -> float:
        """0 to 1; 0 of 0 is 0."""
        return self.right / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Reliability:
    """Claims of about one confidence: how many, the sum of their confidences, how many edges are right."""

    claims: int = 0
    confidence: float = 0.0
    right: int = 0

    def __add__(self, other: "Reliability") -> "Reliability":
        return Reliability(
            self.claims + other.claims, self.confidence + other.confidence, self.right + other.right
        )

    @property
    def expected(self) -> float:
        """Mean confidence; 0 of none."""
        return self.confidence / self.claims if self.claims else 0.0

    @property
    def rate(self) -> float:
        """Share of right edges; 0 of none."""
        return self.right / self.claims if self.claims else 0.0
