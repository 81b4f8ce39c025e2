import marks
from corpus import label_chars


def read(tmp_path, source):
    path = tmp_path / "report.txt"
    path.write_bytes(source.encode())
    return marks.read_marked(str(path))


def words(article):
    return sorted((kind, article.text[s:e]) for kind, parts in article.spans for s, e in parts)


def test_marks_are_taken_out(tmp_path):
    a = read(tmp_path, "⟦1s:Kell⟧ ⟦1c:told⟧ ⟦1a:reporters⟧ ⟦1d:on Monday⟧ that ⟦1:talks go on ⟦1x:if they can⟧⟧.\nÜber\n⟦⟦\nreport outlet=\"X\"\n1 mode=indirect\n")
    assert a.text == "Kell told reporters on Monday that talks go on if they can.\nÜber"
    assert words(a) == [("content", "talks go on if they can"), ("cue", "told"), ("source", "Kell")]
    assert [a.text[s:e] for s, e in a.paragraphs] == ["Kell told reporters on Monday that talks go on if they can.", "Über"]


def test_one_source_of_two(tmp_path):
    a = read(tmp_path, "⟦1s,2s:She⟧ ⟦1c:said⟧ ⟦1:yes⟧, ⟦2c:adding⟧ ⟦2:no⟧\n⟦⟦\n")
    she = (0, 3)
    assert [r.source for r in a.attributions] == [[she], [she]]
    assert [[a.text[s:e] for s, e in r.content] for r in a.attributions] == [["yes"], ["no"]]


def test_furniture_is_no_paragraph(tmp_path):
    a = read(tmp_path, "⟦f:Read more⟧\nTalks go on.\n⟦⟦\n")
    assert [a.text[s:e] for s, e in a.paragraphs] == ["Talks go on."]


def test_nested_statements_are_left_out(tmp_path):
    a = read(tmp_path, "⟦1s:Kell⟧ ⟦1c:said⟧ ⟦1:⟦2s:Varga⟧ ⟦2c:denied⟧ ⟦2:it⟧⟧\n⟦⟦\n")
    assert words(a) == [("content", "Varga denied it"), ("cue", "said"), ("source", "Kell")]


def test_parts_of_one_content(tmp_path):
    a = read(tmp_path, "“⟦1:Talks⟧,” ⟦1s:he⟧ ⟦1c:said⟧, “⟦1:go on⟧.”\n⟦⟦\n")
    assert [a.text[s:e] for s, e in a.attributions[0].content] == ["Talks", "go on"]
    labels = label_chars(a)
    assert labels[1] == ("content", True) and labels[2] == ("content", False) and labels[0] is None


def test_windows_line_ends(tmp_path):
    assert read(tmp_path, "⟦1:a⟧\r\nb\r\n⟦⟦\r\nreport\r\n").text == "a\nb"
