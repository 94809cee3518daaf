import re
from pathlib import Path

import pytest

from graphkit.readers.language import foreign_language, foreign_script

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


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Да.", "Cyrillic"),
        ("قال نعم", "Arabic"),
        ("Όχι", "Greek"),
        ("不是", "Chinese"),
        ("いいえ、違います", "Japanese"),
        ("아니요", "Korean"),
        ("नहीं", "Devanagari"),
        ("לא", "Hebrew"),
        ("ไม่", "Thai"),
        ("Лига (League) отрицает это.", "Cyrillic"),
    ],
)
def test_letters_of_another_script_decide_however_few(text: str, script: str) -> None:
    assert foreign_script(text) == script


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1987",
        "Oui, bien sûr.",
        "The League (Лига) denies it.",
        "Ærø, Łódź, İzmir, Tañy",
        "ＦＥＲＲＹ",
        "5 µm, nº 5",
    ],
)
def test_latin_letters_with_accents_or_a_quoted_word_are_no_other_script(text: str) -> None:
    assert foreign_script(text) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le porte-parole de la ligue a tout nié.", "fr"),
        ("Der Sprecher bestritt gestern alle Vorwürfe.", "de"),
        ("El portavoz negó las acusaciones ayer.", "es"),
        ("Il portavoce ha negato tutte le accuse.", "it"),
        ("Rzecznik zaprzeczył wszystkim zarzutom.", "pl"),
        ("Sözcü tüm suçlamaları reddetti dün.", "tr"),
        ("O porta-voz negou todas as acusações.", "pt"),
    ],
)
def test_one_short_foreign_sentence_is_named(text: str, language: str) -> None:
    assert foreign_language(text) == language


@pytest.mark.parametrize(
    "headline",
    [
        "Erdoğan meets Orbán in Sochi",
        "Lula da Silva wins in São Paulo",
        "Hezbollah fires rockets at Kiryat Shmona",
        "Al-Shabaab claims Mogadishu attack",
        "Merkel, Macron discuss Minsk accord",
        "Jamaat-e-Islami condemns Dhaka verdict",
        "Lashkar-e-Taiba backs jihadis in Srinagar",
        "Houthis attack Aramco plant near Jeddah",
        "Sánchez pardons jailed Catalan leaders",
        "Tshisekedi accuses Kagame over M23 rebels",
        "Le Pen courts Meloni and Salvini in Rome",
        "Nagorno-Karabakh: Aliyev warns Pashinyan again",
        "hezbollah fires rockets at kiryat shmona",
        "BOLSONARO SUPPORTERS STORM BRASÍLIA CONGRESS",
        "Deutsche Bank fined over Danske Estonia",
    ],
)
def test_short_english_headlines_with_foreign_names_pass(headline: str) -> None:
    assert (foreign_language(headline), foreign_script(headline)) == (None, None)


def test_no_false_alarm_on_the_short_sentences_of_the_projects_documents(shared: Path) -> None:
    files = [*shared.glob("seeds/*.txt"), *shared.glob("eval/train/*/docs/*.txt")]
    texts = (file.read_text("utf-8") for file in files)
    sentences = [part for text in texts for part in re.split(r"(?<=[.!?])\s+|\n+", text) if len(part) < 80]
    assert len(sentences) > 1000
    assert [part for part in sentences if foreign_language(part) or foreign_script(part)] == []
