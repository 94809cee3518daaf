"""Read the claims of a document with the trained network, which goes by what the rules read too."""

from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.components.dependency_tree import DependencyTree
from graphkit.components.reader.calibration import Calibration
from graphkit.components.reader.model_files import ReaderModel
from graphkit.components.reader.questions import Answer, Questions
from graphkit.components.reader.readings import claim_rows
from graphkit.components.text_encoder import KEY, TextEncoder, reading_of
from graphkit.records import Polarity


@Language.factory("claim_reader", requires=["doc._.claims"], assigns=["doc._.claims", "doc._.pairs"])
def make_claim_reader(nlp: Language, name: str) -> "ClaimReader":
    """The factory; reads with the network of the pipeline's ``text_encoder``."""
    return ClaimReader(cast(TextEncoder, nlp.get_pipe("text_encoder")).model)


class ClaimReader:
    """Put what network and rules together read in the place of the rules' ``doc._.claims``."""

    def __init__(self, model: ReaderModel) -> None:
        self.model = model
        self.calibration = Calibration.load(model.folder)

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        reading = reading_of(doc)
        if reading is None:
            return doc
        tree = DependencyTree.of(doc)
        questions = Questions(doc, tree, reading, self.model)
        answers = questions.answers()
        doc._.pairs = [pair_row(answer) for answer in answers]
        doc._.claims = sorted(claim_rows(questions, answers, self.calibration), key=order)
        del doc.user_data[KEY]
        return doc


def pair_row(answer: Answer) -> dict[str, Any]:
    """What was asked and answered, for an explanation."""
    return {
        "first": answer.query.first.actor,
        "second": answer.query.second.actor,
        "label": answer.label,
        "linked": answer.linked,
        "denied": answer.said(Polarity.DENIED),
        "hedged": answer.hedged,
    }


def order(row: dict[str, Any]) -> tuple[int, int, int, str, str]:
    """Text order."""
    return (row["start"], row["subject"]["start"], row["object"]["start"], row["relation"], row["polarity"])
