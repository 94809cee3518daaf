"""How well graphkit reads: predicted claims scored against gold."""

from graphkit.evaluation.counts import PRF, Share
from graphkit.evaluation.gold import documents_of, load_gold
from graphkit.evaluation.report import format_report, scores_json
from graphkit.evaluation.scorer import Scores, evaluate

__all__ = ["PRF", "Scores", "Share", "documents_of", "evaluate", "format_report", "load_gold", "scores_json"]
