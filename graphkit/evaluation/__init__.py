"""How well graphkit reads: predicted claims scored against gold."""

from graphkit.evaluation.counts import PRF, Share
from graphkit.evaluation.folds import fold_predictions, folders_read, format_folds, told
from graphkit.evaluation.gold import document_stem, documents_of, load_gold
from graphkit.evaluation.report import format_report, scores_json
from graphkit.evaluation.scorer import Scores, evaluate

__all__ = [
    "PRF",
    "Scores",
    "Share",
    "document_stem",
    "documents_of",
    "evaluate",
    "fold_predictions",
    "folders_read",
    "format_folds",
    "format_report",
    "load_gold",
    "scores_json",
    "told",
]
