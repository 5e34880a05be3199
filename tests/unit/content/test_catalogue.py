import pytest

from content import ContentError, Instrument, UnknownContent, load_catalogue
from content.fingerprint import fingerprint

SLUG = "t9-buurtsport"


def change(folder, file, old, new):
    path = folder / SLUG / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_second_keuzedeel_is_a_folder(t9):
    assert [process.label for process in t9.qualification.work_processes] == ["W1", "W2"]
    assert [each.id for each in t9.criteria("T9-K1-W1")] == ["W1-1", "W1-2", "W1-3"]
    assert t9.piece("T9-K1-W2").key == "uitvoering"
    assert t9.lesson("vraag-het-de-groep").minutes == 15
    assert t9.lessons_first(t9.assignment("eerste-training")) == (t9.lesson("vraag-het-de-groep"),)


def test_two_keuzedelen_stand_side_by_side(catalogue, d1, t9):
    assert catalogue.keuzedelen == (d1, t9)
    assert d1.instrument_version != t9.instrument_version


def test_what_is_not_there_is_named(catalogue, d1):
    for look in (
        lambda: catalogue.keuzedeel("x9"),
        lambda: d1.work_process("x9"),
        lambda: d1.piece("x9"),
        lambda: d1.lesson("x9"),
        lambda: d1.criterion("x9"),
    ):
        with pytest.raises(UnknownContent, match="x9"):
            look()


def test_an_instrument_comes_back_from_what_was_stored(d1):
    stored = d1.instrument()
    again = Instrument.model_validate(stored)
    assert again.version == d1.instrument_version == fingerprint(stored)
    assert again.criteria("D1-K1-W1") == d1.criteria("D1-K1-W1")
    assert again.piece("D1-K1-W1") == d1.piece("D1-K1-W1")
    assert again.exam_plan.work_process("D1-K1-W1").voldoende.knock_out == ("W1-3",)


def test_an_instrument_that_was_altered_has_another_version(d1):
    stored = d1.instrument()
    stored["exam_plan"]["resits"]["number"] = 9
    assert Instrument.model_validate(stored).version != d1.instrument_version


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("qualification.yaml", "Kan een groep begeleiden", "Kan een groep leiden"),
        ("exam_plan.yaml", "days: 21", "days: 22"),
        ("work.yaml", "Wat wil iemand?", "Wat wil een ander?"),
    ],
)
def test_one_other_word_in_what_is_judged_makes_another_instrument(t9, t9_folder, file, old, new):
    change(t9_folder, file, old, new)
    changed = load_catalogue([t9_folder]).keuzedeel(SLUG)
    assert changed.instrument_version != t9.instrument_version
    assert changed.version != t9.version


def test_one_other_word_in_a_lesson_leaves_the_instrument_alone(t9, t9_folder):
    change(t9_folder, "lessons/S1/vraag-het-de-groep.md", "wie stil is", "wie niets zegt")
    changed = load_catalogue([t9_folder]).keuzedeel(SLUG)
    assert changed.instrument_version == t9.instrument_version
    assert changed.version != t9.version


def test_the_same_words_give_the_same_version(t9, t9_folder):
    assert load_catalogue([t9_folder]).keuzedeel(SLUG).version == t9.version


BROKEN = [
    ("qualification.yaml", "study_load: 80", "studyload: 80", ["qualification.yaml", "studyload"]),
    ("qualification.yaml", "depth: kan\n", "depth: weet\n", ["qualification.yaml", "items.1.depth"]),
    ("qualification.yaml", "study_load: 80", "study_load: [80", ["qualification.yaml", "line"]),
    ("qualification.yaml", "title: Buurtsport", "code: T8\ntitle: B", ["qualification.yaml", "code"]),
    ("qualification.yaml", "id: W1-2", "id: W1-9", ["qualification.yaml", "T9-K1-W1", "W1-2"]),
    ("exam_plan.yaml", "knock_out: [W1-3]", "knock_out: [W2-1]", ["exam_plan.yaml", "knock_out", "W2-1"]),
    ("exam_plan.yaml", "code: G, title", "code: Z, title", ["exam_plan.yaml", "levels.2.code"]),
    ("exam_plan.yaml", "rank: 3", "rank: 1", ["exam_plan.yaml", "low to high"]),
    ("exam_plan.yaml", "min_goed: 2, max", "min_goed: 8, max", ["exam_plan.yaml", "T9-K1-W1", "rows"]),
    ("exam_plan.yaml", "norm: 80", "norm: 90", ["exam_plan.yaml", "hours.norm", "80"]),
    ("work.yaml", "to: voorbereiding/wensen", "to: voorbereiding/dromen", ["wensen.to", "dromen"]),
    ("work.yaml", "to: voorbereiding/wensen", "to: voorbereiding/keuze", ["work.yaml", "not a list"]),
    ("work.yaml", "criteria: [W1-1]", "criteria: [W1-1, W2-1]", ["work.yaml", "voorbereiding", "W2-1"]),
    ("work.yaml", "criteria: [W2-1, W2-2]", "criteria: [W2-1]", ["work.yaml", "uitvoering", "W2-2"]),
    ("work.yaml", "type: rich", "type: rihc", ["work.yaml", "pieces.0", "type"]),
    ("work.yaml", "key: keuze", "key: wensen", ["work.yaml", "own key"]),
    ("programme.yaml", "practice: 20", "practice: 21", ["programme.yaml", "student", "81", "80"]),
    ("programme.yaml", "work_process: T9-K1-W2", "work_process: T9-K1-W7", ["S2", "T9-K1-W7"]),
    ("programme.yaml", "vraag-het-de-groep", "vraag-het", ["programme.yaml", "vraag-het"]),
    ("lessons/S1/vraag-het-de-groep.md", "items: [I-01", "items: [I-09", ["vraag-het-de-groep.md", "I-09"]),
    ("lessons/S1/vraag-het-de-groep.md", "block: S1-A", "block: S2-A", ["vraag-het-de-groep.md", "block"]),
    ("lessons/S1/vraag-het-de-groep.md", "eerste-training", "laatste", ["vraag-het-de-groep.md", "laatste"]),
    ("lessons/S1/vraag-het-de-groep.md", "slug: vraag", "slug: stel", ["vraag-het-de-groep.md", "slug"]),
]


@pytest.mark.parametrize(("file", "old", "new", "named"), BROKEN)
def test_wrong_material_is_refused_with_its_file_and_key(t9_folder, file, old, new, named):
    change(t9_folder, file, old, new)
    with pytest.raises(ContentError) as refusal:
        load_catalogue([t9_folder])
    for word in named:
        assert word in str(refusal.value)


def test_a_missing_file_is_named(t9_folder):
    (t9_folder / SLUG / "work.yaml").unlink()
    with pytest.raises(ContentError, match=r"work\.yaml"):
        load_catalogue([t9_folder])


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(ContentError, match="nergens"):
        load_catalogue([tmp_path / "nergens"])


def test_one_keuzedeel_cannot_be_there_twice(t9_folder):
    with pytest.raises(ContentError, match="twice"):
        load_catalogue([t9_folder, t9_folder])


def test_a_lesson_must_equal_the_outline(t9_folder):
    outline = "lessons: [{id: L01, slug: vraag-het-de-groep, title: Vraag het de groep, module: S1, " + (
        "block: S1-A, work_process: T9-K1-W1, minutes: 20, items: [I-01, I-02], behaviours: [W1-1]}]\n"
    )
    (t9_folder / SLUG / "outline.yaml").write_text(outline, encoding="utf-8")
    with pytest.raises(ContentError, match=r"minutes: is 15, but outline\.yaml says 20"):
        load_catalogue([t9_folder])


def test_yaml_cannot_build_objects(t9_folder):
    change(t9_folder, "qualification.yaml", "code: T9\n", "code: !!python/object/apply:os.getcwd []\n")
    with pytest.raises(ContentError, match=r"qualification\.yaml"):
        load_catalogue([t9_folder])


def test_authored_material_cannot_be_changed(d1):
    with pytest.raises(ValueError, match="frozen"):
        d1.qualification.study_load = 10
    with pytest.raises(AttributeError):
        d1.lessons = ()
