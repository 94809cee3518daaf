from pathlib import Path

import pytest

from graphkit.readers.language import foreign_language

FOREIGN = {
    "de": "Der Sprecher der Liga erklärte am Montag, die Kämpfer hätten Waffen aus dem Ausland erhalten.",
    "fr": "Le porte-parole de la ligue a déclaré que les combattants avaient reçu des armes de l’étranger.",
    "es": "El portavoz de la liga declaró que los combatientes habían recibido armas del extranjero.",
    "ru": "Представитель лиги заявил в понедельник, что бойцы колонны получили оружие из-за границы.",
    "ur": "لیگ کے ترجمان نے پیر کے روز کہا کہ جنگجوؤں کو بیرون ملک سے ہتھیار ملے ہیں اور یہ معاملہ سنگین ہے۔",
    "fa": "سخنگوی اتحادیه روز دوشنبه گفت که جنگجویان از خارج سلاح دریافت کرده‌اند و این موضوع جدی است.",
    "ar": "قال المتحدث باسم الرابطة يوم الاثنين إن المقاتلين تلقوا أسلحة من الخارج وإن الأمر خطير للغاية.",
    "zh": "联盟发言人星期一表示,武装人员从国外获得了武器,情况十分严重,需要国际社会的高度关注。" * 2,
}


@pytest.mark.parametrize("language", sorted(FOREIGN))
def test_one_foreign_paragraph_is_named(language: str) -> None:
    assert foreign_language(FOREIGN[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "Oui, bien sûr.",
        "Rustem Zharmukhanov, Botakoz Miraliyeva and Aliya Toqsabayeva of the Kökjaldar met at Dala Tañy.",
        "THE ORRIN LEAGUE AND THE MARSH COLUMN SIGNED THE FERRY ACCORD AT VESSEL POINT, SAYS THE GUILD.",
    ],
)
def test_short_texts_and_foreign_names_pass(text: str) -> None:
    assert foreign_language(text) is None


def test_no_false_alarm_on_the_projects_documents(shared: Path) -> None:
    files = [*shared.glob("seeds/*.txt"), *shared.glob("eval/train/*/docs/*.txt")]
    assert len(files) > 100
    assert [file.name for file in files if foreign_language(file.read_text("utf-8"))] == []
