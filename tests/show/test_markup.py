"""Escaping by type, and sentences in pieces."""

from lazylab.show.markup import Code, say, spoken, tag, to_html, written


def test_what_is_not_a_node_is_escaped():
    assert to_html(tag("p", "<b>&</b>")) == "<p>&lt;b&gt;&amp;&lt;/b&gt;</p>"
    assert to_html("<generator object>") == "&lt;generator object&gt;"


def test_attributes_are_escaped():
    assert to_html(tag("p", title='"><script>')) == '<p title="&quot;&gt;&lt;script&gt;"></p>'


def test_attributes_that_are_none_are_left_out():
    assert to_html(tag("p", css="a", aria_label=None, data_n=3)) == '<p class="a" data-n="3"></p>'


def test_classes_become_styles_where_asked():
    node = tag("p", tag("b", "x", css="unknown"), css="one two")
    assert to_html(node, styles={"one": "a:b", "two": "c:d"}) == '<p style="a:b;c:d"><b>x</b></p>'


def test_say_puts_learners_text_in_code_and_leaves_its_signs_alone():
    sentence = say("`next()` gave {} {} times{}.", "a `b` {}", 3, say(" and {}", "c"))
    assert spoken(sentence) == "next() gave a `b` {} 3 times and c."
    assert [piece for piece in sentence if isinstance(piece, Code)] == ["next()", "a `b` {}", "c"]
    assert to_html(*written(say("{}", "<i>"))) == "<code>&lt;i&gt;</code>"
